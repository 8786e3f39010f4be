// Votes without loading the page again. The form works alone; this sends the same form, shows the page that answers,
// and keeps the place of whoever reads by ear or by keyboard.
const voting = document.getElementById("voting");
const status = document.querySelector("main > [role=status]");
const parser = new DOMParser();
let waiting = null;
let busy = false;

if (voting && status) {
  voting.addEventListener("submit", event => {
    event.preventDefault();
    const form = event.target;
    const body = new URLSearchParams(new FormData(form, event.submitter));
    go(event.submitter?.getAttribute("formaction") ?? form.getAttribute("action"), { method: "POST", body });
  });
  voting.addEventListener("click", event => {
    const link = event.target.closest("a.button");
    if (link && link.pathname === location.pathname && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
      event.preventDefault();
      go(link.href, {});
    }
  });
  voting.addEventListener("keydown", event => {
    const keys = { 1: "agree", 2: "disagree", 3: "pass" };
    const wanted = keys[event.key];
    // Only while the card has the focus, and without other keys held: elsewhere every key stays the reader's own.
    if (wanted && event.target.closest(".ballot") && !event.altKey && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      voting.querySelector(`button[value=${wanted}]`)?.click();
    }
  });
  hint();
  addEventListener("online", () => waiting?.());
  addEventListener("beforeunload", event => waiting && event.preventDefault());
}

function hint() {
  voting.querySelector(".keys")?.removeAttribute("hidden");
}

async function go(address, options) {
  if (busy) {
    return;
  }
  busy = true;
  waiting = null;
  voting.setAttribute("aria-busy", "true");
  let answer;
  try {
    answer = await fetch(address, { ...options, credentials: "same-origin", headers: { Accept: "text/html" } });
    if (answer.status >= 502 && answer.status <= 504) {
      throw new TypeError("no server");
    }
    show(parser.parseFromString(await answer.text(), "text/html"), answer);
  } catch (error) {
    keep(address, options, error);
  } finally {
    busy = false;
    voting.removeAttribute("aria-busy");
  }
}

function show(page, answer) {
  const fresh = page.getElementById("voting");
  if (!fresh) {
    // A page of another kind, such as a refusal: shown as it is.
    const main = page.querySelector("main");
    document.querySelector("main").replaceWith(main);
    main.focus();
    return;
  }
  voting.replaceChildren(...fresh.childNodes);
  hint();
  if (answer.redirected || answer.ok) {
    history.replaceState(null, "", answer.url);
  }
  const said = page.querySelector("main > [role=status] > *");
  status.replaceChildren(...(said ? [said] : []));
  const focus = voting.querySelector("[role=alert], legend.statement, h2");
  if (focus) {
    focus.setAttribute("tabindex", "-1");
    focus.focus({ preventScroll: true });
  }
  scrollTo({ top: 0 });
}

function keep(address, options, error) {
  if (!(error instanceof TypeError)) {
    throw error;
  }
  const again = () => go(address, options);
  const notice = document.createElement("p");
  notice.className = "notice wrong offline";
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = voting.dataset.again;
  button.addEventListener("click", again);
  notice.append(voting.dataset.failed, button);
  status.replaceChildren(notice);
  if (options.method) {
    waiting = again;
    setTimeout(() => waiting === again && again(), 5000);
  }
}
