// Start the slides, and give each screen the largest size at which it fits. On a phone nothing starts: one reads down the page.
const deck = document.querySelector(".deck");
const paper = /print-pdf/i.test(location.search);
const SIZES = [1.5, 1.4, 1.3, 1.2, 1.1, 1, 0.95, 0.9]; // 0.9 of 18 px: smaller is not legible at the back of a room

function fit(slide) {
  for (const screen of slide?.querySelectorAll(".screen") ?? []) {
    const still = screen.querySelector(".atelier-still, .atelier");
    if (!still) continue;
    const fits = SIZES.some((size) => {
      still.style.zoom = size;
      return screen.scrollHeight <= screen.clientHeight + 1 && screen.scrollWidth <= screen.clientWidth + 1;
    });
    for (const [name, value] of Object.entries({ tabindex: "0", role: "region", "aria-label": "Écran simulé, à faire défiler", "data-prevent-swipe": "" }))
      fits ? screen.removeAttribute(name) : screen.setAttribute(name, value);
  }
}

// The keys that scroll a screen that has the focus are not for the slides.
const isForSlides = (event) => !(/^(Arrow(Up|Down)|Page(Up|Down))$/.test(event.key) && event.target.closest?.(".screen[tabindex]"));

const preview = /receiver/i.test(location.search); // in the window of the notes
if (paper || preview || matchMedia("(min-width: 40rem)").matches) {
  deck.classList.add("reveal");
  Reveal.on("ready", (event) => {
    deck.removeAttribute("role"); // reveal.js says « application », which hides the text from a screen reader
    fit(event.currentSlide);
  });
  Reveal.on("slidechanged", (event) => fit(event.currentSlide));
  Reveal.initialize({
    plugins: [RevealNotes],
    width: 1280, height: paper ? 720 : 680, margin: 0, maxScale: 4, center: false, display: "grid",
    navigationMode: "linear", transition: "none", backgroundTransition: "none",
    hash: true, slideNumber: "c/t", controlsTutorial: false, scrollActivationWidth: null,
    pdfSeparateFragments: false, keyboardCondition: isForSlides,
  });
  // reveal.js knows « ? » by its place on an American keyboard.
  addEventListener("keydown", (event) => { if (event.key === "?" && !(event.keyCode === 191 && event.shiftKey)) Reveal.toggleHelp(); });
}

// Printed from the browser's menu, the page is neither projected nor read down.
addEventListener("beforeprint", () => { if (!paper) deck.classList.replace("reveal", "paper") || deck.classList.add("paper"); });
addEventListener("afterprint", () => { if (!paper) deck.classList.replace("paper", Reveal.isReady() ? "reveal" : "deck"); });
screen.orientation?.addEventListener?.("change", () => location.reload()); // a turned phone
