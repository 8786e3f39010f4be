// For pages of other sites: puts a consultation in place of each <div class="gouvernail" data-consultation="c1">, and
// gives its frame the height it asks for. docs/embed.md
(() => {
  const home = new URL(document.currentScript.src).origin;
  const frames = new Set();

  for (const place of document.querySelectorAll("div.gouvernail[data-consultation]")) {
    const { consultation, xid, expires, token } = place.dataset;
    const address = new URL(`/c/${encodeURIComponent(consultation)}/embed`, home);
    if (xid) {
      address.search = new URLSearchParams({ xid, expires, token });
    }
    const frame = document.createElement("iframe");
    frame.src = address;
    frame.title = place.dataset.title || "Consultation";
    frame.style.cssText = "width:100%;min-height:30rem;border:0";
    place.replaceChildren(frame);
    frames.add(frame);
  }

  addEventListener("message", event => {
    if (event.origin !== home || event.data?.gouvernail !== "height") {
      return;
    }
    for (const frame of frames) {
      if (frame.contentWindow === event.source) {
        frame.style.height = `${Math.min(Math.max(Number(event.data.height) || 0, 200), 20000)}px`;
      }
    }
  });
})();
