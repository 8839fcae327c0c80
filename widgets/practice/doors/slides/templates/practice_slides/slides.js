// Start the slides, and give each screen the largest size at which it fits. On a phone nothing starts: one reads down the page.
const deck = document.querySelector(".deck");
const paper = /print-pdf/i.test(location.search);
const SIZES = [1.5, 1.4, 1.3, 1.2, 1.1, 1, 0.95, 0.9]; // 0.9 of 18 px: smaller is not legible at the back of a room
const SIZES_OF_A_QUESTION = [2.2, 2, 1.8, 1.6, ...SIZES];
const WORDS = [1, 0.9, 0.8, 0.72, 0.64]; // 0.64 of 28 px: no smaller either
const LARGEST_STEP = 1.3; // larger, the place is seen without what is around it
const AROUND = 24; // pixels, around a place

// A remote control cannot scroll: words that do not fit are written smaller, and of a screen its beginning is shown.
function fit(slide) {
  const screens = [...(slide?.querySelectorAll(".screen") ?? [])].map((screen) => [screen, screen.querySelector(".atelier-live, .atelier-still, .atelier")]);
  for (const [, still] of screens) if (still) still.style.display = "none"; // how much room the words leave it
  const words = WORDS.find((size) => { slide?.style.setProperty("--words", size); return !slide || isWhole(slide); });
  if (words === undefined) slide.style.setProperty("--words", WORDS[WORDS.length - 1]);
  for (const [, still] of screens) if (still) still.style.display = "";
  for (const [screen, still] of screens) if (still) show(screen, still);
  for (const view of slide?.querySelectorAll(".view") ?? []) aim(view);
}

// One that answers is scrolled, where a picture is cut.
function show(screen, still) {
  const sizes = screen.querySelector(".question") ? SIZES_OF_A_QUESTION : SIZES;
  const answers = screen.dataset.state === "ready", at = screen.scrollTop;
  still.style.maxHeight = "";
  const size = sizes.find((one) => { still.style.zoom = one; return isWhole(screen); });
  screen.classList.toggle("cut-below", size === undefined && !answers);
  if (size === undefined) still.style.zoom = SIZES.find((one) => one <= 1);
  if (size === undefined && !answers) {
    still.style.maxHeight = `${screen.clientHeight / still.style.zoom}px`;
  }
  screen.scrollTop = at;
}

const isWhole = (box) => box.scrollHeight <= box.clientHeight + 1 && box.scrollWidth <= box.clientWidth + 1;

// The screen of a step: whole if it is legible so, else around its target, with the errors above it if both fit (frame.js).
function aim(view) {
  const still = view.querySelector(".atelier-still"), target = view.querySelector("[data-here]");
  const errors = [...view.querySelectorAll(".summary")].find((one) => one.checkVisibility());
  const projected = deck.matches(".reveal, .paper");
  const sizes = projected ? SIZES.filter((size) => size <= LARGEST_STEP) : [0.9];
  const wanted = view.closest(".slip") ? [errors, target] : target ? [target, errors] : [];
  const places = wanted.filter(Boolean), room = () => view.clientHeight - 2 * AROUND;
  const laid = new Map(); // to lay a screen out takes long: at each size once
  view.scrollTop = 0;
  const lay = (size) => {
    still.style.zoom = size;
    const frame = view.getBoundingClientRect();
    const scale = frame.height / view.offsetHeight || 1; // reveal.js enlarges the whole slide
    const boxes = places.map((one) => one.getBoundingClientRect()).map(({ top, bottom }) => ({ top: (top - frame.top) / scale, bottom: (bottom - frame.top) / scale }));
    return { whole: isWhole(view), seen: span(boxes, room()) };
  };
  const at = (size) => laid.get(size) ?? laid.set(size, lay(size)).get(size);
  const legible = sizes.filter((size) => size >= Math.min(1, sizes[0]));
  const whole = at(legible[legible.length - 1]).whole ? legible.find((size) => at(size).whole) : undefined; // larger, it is no shorter
  const fit = (count) => sizes.find((size) => { const { seen } = at(size); return seen && seen.count >= count && seen.bottom - seen.top <= room(); });
  const size = whole ?? (places.length ? fit(places.length) ?? fit(1) ?? sizes[sizes.length - 1] : Math.min(1.1, sizes[0]));
  const seen = whole ? null : at(size).seen;
  still.style.zoom = size;
  const top = seen?.top ?? 0, height = seen ? seen.bottom - seen.top : 0, fits = height <= room();
  if (!projected && !fits) view.style.maxHeight = `${height + 2 * AROUND}px`; // read down the page, a picture may be long
  if (seen) view.scrollTop = top - Math.max(AROUND, (view.clientHeight - height) / 2); // of a long place, its beginning
  view.classList.toggle("cut-above", view.scrollTop > 0);
  view.classList.toggle("cut-below", view.scrollTop + view.clientHeight < view.scrollHeight - 1);
}

const preview = /receiver/i.test(location.search); // in the window of the notes
document.body.classList.toggle("preview", preview);
if (paper || preview || matchMedia("(min-width: 40rem)").matches) {
  deck.classList.add("reveal");
  if (paper) giveEachStepItsPage();
  Reveal.on("ready", (event) => {
    deck.removeAttribute("role"); // reveal.js says « application », which hides the text from a screen reader
    fit(event.currentSlide);
  });
  Reveal.on("slidechanged", (event) => fit(event.currentSlide));
  Reveal.on("pdf-ready", () => [...deck.querySelectorAll("section")].filter((one) => !one.querySelector("section")).forEach(fit));
  Reveal.initialize({
    plugins: [RevealNotes],
    width: 1280, height: paper ? 720 : 680, margin: 0, maxScale: 4, center: false, display: "grid", viewDistance: 1, mobileViewDistance: 1,
    navigationMode: "linear", transition: "none", backgroundTransition: "none",
    hash: true, slideNumber: "c/t", controlsTutorial: false, scrollActivationWidth: null,
    pdfSeparateFragments: false, pdfMaxPagesPerSlide: 1,
  });
  // reveal.js knows « ? » by its place on an American keyboard.
  addEventListener("keydown", (event) => { if (event.key === "?" && !(event.keyCode === 191 && event.shiftKey)) Reveal.toggleHelp(); });
} else deck.querySelectorAll(".view").forEach(aim);

function giveEachStepItsPage() {
  for (const step of [...deck.querySelectorAll(".step")].reverse()) {
    const page = document.createElement("section");
    step.closest("section").after(page);
    step.classList.remove("fragment");
    page.append(step);
  }
}

// Printed from the browser's menu, the page is neither projected nor read down.
addEventListener("beforeprint", () => {
  if (paper) return;
  deck.classList.replace("reveal", "paper") || deck.classList.add("paper");
  deck.querySelectorAll(".view").forEach(aim);
});
addEventListener("afterprint", () => {
  if (paper) return;
  deck.classList.replace("paper", Reveal.isReady() ? "reveal" : "deck");
  Reveal.isReady() ? fit(Reveal.getCurrentSlide()) : deck.querySelectorAll(".view").forEach(aim);
});
screen.orientation?.addEventListener?.("change", () => location.reload()); // a turned phone
