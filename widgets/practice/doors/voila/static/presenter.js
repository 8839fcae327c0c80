// Present a chapter to a room: one idea at a time, in large type, by keyboard, mouse or remote control.
const FIELDS = "input, textarea, select";
const root = document.documentElement;
const seen = (what) => [...document.querySelectorAll(what)].find((one) => !one.closest("[hidden]"));

function parts() {
  const found = [];
  for (const block of document.querySelectorAll("main > .page-prose, #page-cells > *")) {
    if (block.querySelector("h1, h2, h3") && block.matches(".page-prose") || !found.length) found.push([]);
    found[found.length - 1].push(block);
  }
  return found;
}

function button(text, act, keys = "") {
  const made = Object.assign(document.createElement("button"), { type: "button", textContent: text });
  if (keys) made.setAttribute("aria-keyshortcuts", keys);
  made.addEventListener("click", act);
  return made;
}

// A hole of light around what is pointed at, has the focus, or is outlined by an exercise.
function spotlight() {
  const hole = Object.assign(document.createElement("div"), { className: "page-spot", hidden: true });
  document.body.append(hole);
  const light = (place) => {
    const box = place?.getBoundingClientRect();
    hole.hidden = !root.dataset.spotlight || !box?.width;
    if (!hole.hidden) hole.style.cssText = `left:${box.left - 8}px;top:${box.top - 8}px;width:${box.width + 16}px;height:${box.height + 16}px`;
  };
  const outlined = () => seen("main [data-here]");
  let last = null;
  const title = () => [...document.querySelectorAll("main .page-prose h1, main .page-prose h2, main .page-prose h3")].find((one) => one.offsetWidth);
  const again = () => light(last?.isConnected ? last : outlined() ?? title());
  const aim = (place) => { last = place; again(); };
  const follow = ({ target }) => { if (!target.closest(".page-bar")) aim(target.closest("button, a, summary, label, .field, .panel, tr, li, p, h1, h2, h3, h4")); };
  for (const event of ["pointerdown", "focusin"]) document.addEventListener(event, follow);
  for (const event of ["scroll", "resize"]) addEventListener(event, again);
  return { aim, again, outlined };
}

export function present() {
  root.dataset.presenting = "yes";
  const all = parts();
  const light = spotlight();
  let at = Math.min(Math.max(parseInt(location.hash.slice(2), 10) || 1, 1), all.length) - 1;
  const titles = all.map(([first]) => first.querySelector("h1, h2, h3"));
  const unseen = (level, textContent) => Object.assign(document.createElement(level), { className: "page-sr", textContent });
  const chapter = unseen("h1", document.title.split(" – ")[0]), section = unseen("h2", ""); // no level of headings is jumped
  document.querySelector("main").prepend(chapter, section);
  const place = Object.assign(document.createElement("p"), { className: "page-at", role: "status" });
  const chapters = document.querySelector(".page-nav"); // to the next chapter, once all is told

  const show = () => {
    for (const [number, part] of all.entries()) for (const block of part) block.hidden = number !== at;
    chapter.hidden = at === 0; // its own title is there
    section.hidden = titles[at]?.nodeName !== "H3";
    section.textContent = titles.slice(0, at).reverse().find((title) => title?.nodeName === "H2")?.textContent.replace("¶", "") ?? "";
    if (chapters) chapters.hidden = at < all.length - 1;
    place.textContent = `${at + 1} sur ${all.length}`;
    history.replaceState(null, "", `#p${at + 1}`);
    const title = titles[at];
    if (title) { title.tabIndex = -1; title.focus({ preventScroll: true }); }
    scrollTo(0, 0);
    light.aim(null);
    tell();
  };

  // An exercise that is being watched tells its step in its own bar, and brings it into view (frame.js).
  let stepping = null; // the exercise, until the step is there
  const tell = () => {
    if (!stepping || document.querySelector("main [aria-busy]")) return;
    stepping = null;
    light.aim(light.outlined());
  };
  new MutationObserver(tell).observe(document.getElementById("page-cells"), { subtree: true, childList: true, attributeFilter: ["aria-busy"] });
  const go = (by) => {
    const step = all[at].map((block) => block.querySelector(`[id$="-${by > 0 ? "forward" : "backward"}"]`)).find((found) => found);
    if (step) { stepping = step.closest(".atelier-exercise"); return step.click(); } // an exercise that is being watched goes a step on, or back
    if (by > 0 && at === all.length - 1) return (chapters?.querySelector(".page-next") ?? chapters?.querySelector("a"))?.focus();
    at = Math.min(Math.max(at + by, 0), all.length - 1);
    show();
  };

  const bar = Object.assign(document.createElement("nav"), { className: "page-bar" });
  bar.setAttribute("aria-label", "Présentation");
  const spot = button("Projecteur", () => {
    if (root.dataset.spotlight) delete root.dataset.spotlight; else root.dataset.spotlight = "on";
    spot.setAttribute("aria-pressed", Boolean(root.dataset.spotlight));
    light.again();
  });
  spot.setAttribute("aria-pressed", "false");
  bar.append(
    button("Précédent", () => go(-1), "ArrowLeft PageUp"), place, button("Suivant", () => go(1), "ArrowRight PageDown"), spot,
    button("Remettre à zéro", () => document.getElementById("page-forget").click()),
    button("Quitter la présentation", () => { location.href = location.pathname; }),
  );
  document.body.append(bar);
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
  show();
}
