// A chapter as a path: one step on the page at a time. The steps, their addresses and the links between them are drawn by
// Python (chapter.html.j2): this shows the step that the address names, so that a link, the back button, a reload and a
// QR code all lead there. Without it, the whole chapter is on the page. What a step holds comes to life when it is shown.
const pathRoot = document.documentElement;
const steps = [...document.querySelectorAll(".page-step")];
const asleep = new Map(); // place -> what brings it to life
const pageTitle = document.title;
const everything = document.querySelector(".page-all");
let step = null; // the one that is shown; none where all are

export const whenShown = (place, act) => {
  if (place.closest("[hidden]")) asleep.set(place, act); else act(place);
};

export function wakeUp() {
  for (const [place, act] of [...asleep]) if (!place.closest("[hidden]")) { asleep.delete(place); act(place); }
}

const isOn = () => pathRoot.hasAttribute("data-path") && steps.length;
const decoded = (text) => { try { return decodeURIComponent(text); } catch { return text; } };

// What an address names: a step by its number, or anything that is in one.
function named(hash) {
  const number = /^etape-(\d+)$/.exec(hash);
  if (number) return steps[Math.min(Math.max(number[1], 1), steps.length) - 1];
  return hash ? document.getElementById(hash) ?? document.getElementById(decoded(hash)) : null;
}

const keptPlace = () => { try { return JSON.parse(localStorage.getItem(pathRoot.dataset.place)); } catch { return null; } };
function keepPlace() {
  const { place } = pathRoot.dataset;
  const [over, id] = [step === steps[steps.length - 1], JSON.stringify(step.id)];
  try { if (over || step === steps[0]) localStorage.removeItem(place); else localStorage.setItem(place, id); } catch { /* refused */ }
}

// In the contents, which Python draws, say which step is shown.
export function markHere() {
  for (const link of document.querySelectorAll(".page-contents li a")) {
    if (link.hash === `#${step?.id}`) link.setAttribute("aria-current", "step"); else link.removeAttribute("aria-current");
  }
}

function show(next, inside = null) {
  const moved = step && step !== next;
  step = next;
  for (const one of steps) one.hidden = one !== step;
  document.getElementById("page-early")?.remove();
  const at = steps.indexOf(step);
  pathRoot.dataset.at = at === 0 ? "first" : at === steps.length - 1 ? "last" : "";
  document.title = at ? `${nameOf(step)} – ${pageTitle}` : pageTitle;
  markHere();
  if (pathRoot.dataset.place) keepPlace();
  wakeUp();
  document.dispatchEvent(new CustomEvent("atelier-step", { detail: { step, at, of: steps.length } }));
  if (inside) bringIntoView(inside);
  else if (moved) { scrollTo(0, 0); takeFocus(headingOf(step)); }
}

const headingOf = (one) => one.querySelector("h2") ?? document.querySelector("main h1");
const nameOf = (one) => one.dataset.title;

function takeFocus(place) {
  if (!place) return;
  if (place.tabIndex < 0) place.tabIndex = -1;
  place.focus({ preventScroll: true });
}

function bringIntoView(place) {
  place.scrollIntoView({ block: "start" });
  if (/^H\d$/.test(place.nodeName)) takeFocus(place);
}

// Go where the address says; an address that names no step changes nothing.
function follow() {
  if (!isOn()) return;
  const hash = location.hash.slice(1);
  const place = named(hash);
  const next = hash ? place?.closest(".page-step") : steps[0];
  show(next ?? step, next === place ? null : next && place);
}

function showAll(all) {
  const here = step ?? named(location.hash.slice(1))?.closest(".page-step") ?? steps[0];
  const search = new URLSearchParams(location.search);
  search.delete("tout");
  if (all) search.set("tout", "");
  history.replaceState(null, "", `${location.pathname}?${search}#${here.id}`.replace("tout=", "tout").replace("?#", "#"));
  if (all) pathRoot.removeAttribute("data-path"); else pathRoot.dataset.path = "on";
  step = null;
  if (all) {
    for (const one of steps) one.hidden = false;
    delete pathRoot.dataset.at;
    document.title = pageTitle;
    wakeUp();
  } else show(here);
  everything.textContent = all ? "Revenir aux étapes" : "Tout afficher";
  if (!all) return scrollTo(0, 0);
  here.scrollIntoView();
}

if (steps.length) {
  if (everything) {
    everything.hidden = false;
    if (!isOn()) everything.textContent = "Revenir aux étapes";
    everything.addEventListener("click", () => showAll(Boolean(isOn())));
  }
  const contents = document.querySelector(".page-contents details");
  contents?.addEventListener("click", ({ target }) => { if (isOn() && target.closest("a")) contents.open = false; });
  contents?.addEventListener("keydown", ({ key }) => {
    if (key === "Escape" && contents.open) { contents.open = false; contents.querySelector("summary").focus(); }
  });
  if (isOn()) {
    const place = named(location.hash.slice(1) || (pathRoot.dataset.place && keptPlace()) || "");
    const first = place?.closest(".page-step") ?? steps[0];
    if (!location.hash && first !== steps[0]) history.replaceState(null, "", `${location.search}#${first.id}`);
    show(first, place && place !== first && first.contains(place) ? place : null);
  }
  addEventListener("hashchange", follow);
}
