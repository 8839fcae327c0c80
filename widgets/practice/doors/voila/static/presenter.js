// Present a chapter to a room: the same steps as a learner's (path.js), in large type, by keyboard, mouse or remote
// control, each with its address and the drawing that a tablet photographs.
const FIELDS = "input, textarea, select";
const find = (id) => document.getElementById(id);
const seen = (what) => [...document.querySelectorAll(what)].find((one) => !one.closest("[hidden]"));

function leave() {
  const search = new URLSearchParams(location.search);
  search.delete("presenter");
  const address = `${location.pathname}?${search}${location.hash}`.replace(/\?(?=#|$)/, "");
  if (window.atelierShell) window.atelierShell.open(address); // Python stays
  else location.href = address;
}

function button(text, act, keys = "") {
  const made = Object.assign(document.createElement("button"), { type: "button", className: "second", textContent: text });
  if (keys) made.setAttribute("aria-keyshortcuts", keys);
  made.addEventListener("click", act);
  return made;
}

export function present() {
  document.documentElement.dataset.presenting = "yes";
  const place = Object.assign(document.createElement("p"), { className: "page-where" });
  const address = Object.assign(document.createElement("div"), { className: "page-here" });
  document.querySelector("main").prepend(address);

  const tellWhere = ({ at, of }) => {
    place.textContent = `${at + 1} sur ${of}`;
    nextChapter.hidden = at < of - 1;
    tellAddress(at + 1);
  };
  // The address as a tablet reaches it: Python knows it, and draws it.
  const tellAddress = async (number) => {
    if (!document.body.dataset.stepAddress) return; // a copy of one's own has none
    const asked = new URLSearchParams({ of: location.pathname, step: number });
    try {
      const answer = await fetch(`${document.body.dataset.stepAddress}?${asked}`);
      const drawing = answer.ok ? await answer.text() : "";
      if (place.textContent.startsWith(`${number} `)) address.innerHTML = drawing; // and not another step by now
    } catch { address.innerHTML = ""; } // the server is away: the page says so
  };

  // An exercise that is being watched tells its moment in its own bar, and brings it into view (frame.js).
  const go = (by) => {
    const watched = seen(`main [id$="-${by > 0 ? "forward" : "backward"}"]`);
    if (watched) return watched.click(); // it goes a moment on, or back
    const link = seen(by > 0 ? ".page-forward" : ".page-backward");
    if (!link) return;
    if (link.hash && link.pathname === location.pathname) location.hash = link.hash;
    else nextChapter.focus(); // the chapter is told
  };
  const onward = document.querySelector(".page-step:last-child .page-forward");
  const nextChapter = Object.assign(document.createElement("a"), { className: "second page-next-chapter", hidden: true });
  if (onward) { nextChapter.href = onward.href; nextChapter.textContent = onward.textContent; }

  const bar = Object.assign(document.createElement("nav"), { className: "page-bar" });
  bar.setAttribute("aria-label", "Présentation");
  bar.append(
    button("Précédent", () => go(-1), "ArrowLeft PageUp"), place, button("Suivant", () => go(1), "ArrowRight PageDown"), nextChapter,
    button("Remettre à zéro", () => find("page-forget").click()),
    button("Quitter la présentation", leave),
  );
  document.body.append(bar);
  // The strip of the persona's card stands on the bar (page.css).
  new ResizeObserver(() => { document.documentElement.style.setProperty("--page-bar", `${bar.offsetHeight}px`); }).observe(bar);
  for (const click of ["click", "auxclick"]) document.addEventListener(click, ({ target }) => {
    const link = target.closest("a[href*='.ipynb']"); // another chapter is presented too
    if (link) link.search = "presenter";
  }, true);
  document.addEventListener("keydown", (event) => {
    const by = { PageDown: 1, PageUp: -1, ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!by || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return; // the browser's own
    if (event.key.startsWith("Arrow") && event.target.closest(FIELDS) || document.querySelector("dialog[open]")) return;
    event.preventDefault();
    go(by);
  });
  document.addEventListener("atelier-step", ({ detail }) => tellWhere(detail));
  dispatchEvent(new Event("hashchange")); // tells which step is shown
}
