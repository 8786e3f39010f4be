// Counts the characters of a statement as they are typed, the way the server does: by code point.
const text = document.getElementById("text");
const line = document.getElementById("length");
if (text && line) {
  const longest = Number(text.dataset.longest);
  const count = () => {
    const left = longest - [...text.value.trim().replace(/\s+/gu, " ")].length;
    line.textContent = (left < 0 ? line.dataset.over : line.dataset.left).replace("%", String(Math.abs(left)));
    line.classList.toggle("error", left < 0);
  };
  text.addEventListener("input", count);
  count();
}
