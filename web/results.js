// Keeps the page of results up to date while people vote. The page works without it.
const part = document.getElementById('part');
const said = document.getElementById('said');
const live = document.getElementById('live');
const quiet = 20000;
const gap = 1000;
let tag = part?.dataset.tag;
let busy = false;
let again = false;
let spoken = Date.now();
let begun = 0;

const focusables = box => [...box.querySelectorAll('a[href], summary, [tabindex="0"]')];

// Replaces what changed and nothing else: open tables stay open, focus and scroll stay where they are.
function swap(box, html) {
  const fresh = new DOMParser().parseFromString(html, 'text/html').body;
  const anchor = [...box.children].find(e => e.getBoundingClientRect().bottom > 0);
  const key = e => e.id || e.className;
  const name = anchor && key(anchor);
  const top = anchor ? anchor.getBoundingClientRect().top : 0;
  const old = new Map([...box.children].map(e => [key(e), e]));
  const children = [...fresh.children].map(next => {
    const before = old.get(key(next));
    if (!before) {
      return next;
    }
    const plain = before.cloneNode(true);
    plain.querySelectorAll('.you').forEach(e => e.remove());
    plain.querySelectorAll('details').forEach(e => e.removeAttribute('open'));
    if (plain.outerHTML === next.outerHTML) {
      return before;
    }
    const open = [...before.querySelectorAll('details')].map(e => e.open);
    next.querySelectorAll('details').forEach((e, i) => { e.open = open[i] === true; });
    return next;
  });
  const holder = [...box.children].find(e => e.contains(document.activeElement));
  const at = holder ? focusables(holder).indexOf(document.activeElement) : -1;
  const kept = holder && children.includes(holder);
  children.forEach((child, i) => {
    if (box.children[i] !== child) {
      box.insertBefore(child, box.children[i] ?? null);
    }
  });
  while (box.children.length > children.length) {
    box.lastElementChild.remove();
  }
  if (holder && !kept && at >= 0) {
    const next = children.find(e => key(e) === key(holder));
    (next && focusables(next)[at])?.focus({ preventScroll: true });
  }
  const moved = children.find(e => key(e) === name);
  if (moved) {
    scrollBy({ top: moved.getBoundingClientRect().top - top, behavior: 'instant' });
  }
}

async function you() {
  if (!part.dataset.you) {
    return;
  }
  const answer = await fetch(part.dataset.you);
  const [x, y] = answer.status === 200 ? (await answer.text()).split(' ').map(Number) : [];
  const picture = part.querySelector('.opinions > svg');
  picture?.querySelector('.you')?.remove();
  if (picture && Number.isFinite(x) && Number.isFinite(y)) {
    const space = 'http://www.w3.org/2000/svg';
    const mark = document.createElementNS(space, 'g');
    mark.setAttribute('class', 'you');
    for (let i = 0; i < 2; i++) {
      const path = document.createElementNS(space, 'path');
      path.setAttribute('d', `M${x - 34} ${y}h68M${x} ${y - 34}v68M${x - 20} ${y}a20 20 0 1 0 40 0a20 20 0 1 0-40 0`);
      mark.append(path);
    }
    picture.append(mark);
  }
}

async function update() {
  if (busy) {
    again = true;
    return;
  }
  busy = true;
  try {
    // Not all at once: a room full of people hears of a vote in the same instant.
    const wait = Math.max(0, begun + gap - Date.now()) + Math.random() * 300;
    await new Promise(done => setTimeout(done, wait));
    begun = Date.now();
    const answer = await fetch(part.dataset.part);
    if (answer.ok) {
      swap(part, await answer.text());
      await you();
      const now = new Date();
      live.textContent = `${live.dataset.said} ${now.toLocaleTimeString(document.documentElement.lang)}`;
      if (now - spoken > quiet) {
        said.textContent = live.textContent;
        spoken = now;
      }
    }
  } catch {
    // The next event tries again.
  } finally {
    busy = false;
    if (again) {
      again = false;
      update();
    }
  }
}

if (part?.dataset.events) {
  const source = new EventSource(part.dataset.events);
  source.addEventListener('map', event => {
    // The first tells, most often, what the page shows already.
    if (event.lastEventId !== tag) {
      tag = event.lastEventId;
      update();
    }
  });
  addEventListener('pagehide', () => source.close());
}
