// Brings the screens of live slides to life, each when its slide is first shown. What is typed in one does not turn the slide.
import { wakeUp } from "./link.js";

const FIELDS = "input, textarea, select", USED = `${FIELDS}, button, summary, a[href]`;
const ARROWS = ["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown"], OWN = [...ARROWS, " ", "Enter"];
const projected = deck.matches(".reveal");
const screens = [...document.querySelectorAll("[data-session]")];

// A remote control turns the slide from anywhere; the other keys are those of what is used.
function hearKey(event) {
  const { key, target } = event;
  const by = { PageDown: "next", PageUp: "prev" }[key];
  if (!projected || !target.closest(USED)) return;
  if (by) { event.preventDefault(); Reveal[by](); }
  if (by || target.closest(FIELDS) || OWN.includes(key)) event.stopPropagation();
}

for (const screen of screens) {
  screen.addEventListener("keydown", hearKey);
  const refit = () => { if (projected && !screen.closest("[hidden]")) show(screen, screen.querySelector(".atelier-live")); };
  new MutationObserver(refit).observe(screen.querySelector(".atelier-live"), { childList: true, subtree: true, characterData: true });
}
// What a picture says of itself, « it does not answer », is told only where it stays one.
function sayPicture(isOne) { for (const words of deck.querySelectorAll("[data-session] .atelier-still legend")) words.hidden = !isOne; }
sayPicture(false);
document.addEventListener("atelier-refused", () => {
  for (const screen of screens) screen.querySelector(".atelier-live").removeAttribute("aria-busy");
  sayPicture(true);
});
if (projected) Reveal.on("slidechanged", () => {
  const { activeElement } = document;
  if (activeElement && activeElement.closest("[data-session]")) activeElement.blur(); // on the slide before
  if (window.atelierShell.state === 3) document.getElementById("page-gone").textContent = ""; // it has been told
  else wakeUp();
});
