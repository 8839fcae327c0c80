// In live slides, after slides.js: what answers is asked for once, when the first screen that can answer is near.
const AHEAD = 2; // slides
let asked = false;

function askForAnswers() {
  if (asked) return;
  asked = true;
  const tell = () => { document.getElementById("page-gone").textContent = JSON.parse(document.documentElement.dataset.door).refused; };
  document.body.append(Object.assign(document.createElement("script"), { src: "vivant.js", onerror: tell }));
}
function look() {
  const slides = Reveal.getSlides(), at = slides.indexOf(Reveal.getCurrentSlide());
  if (slides.slice(at, at + AHEAD + 1).some((slide) => slide.querySelector("[data-session]"))) askForAnswers();
}
if (!paper && !preview && deck.matches(".reveal")) {
  Reveal.on("ready", look);
  Reveal.on("slidechanged", look);
} else if (!paper && !preview) {
  const watch = new IntersectionObserver((seen) => { if (seen.some((one) => one.isIntersecting)) askForAnswers(); }, { rootMargin: "100%" });
  for (const screen of deck.querySelectorAll("[data-session]")) watch.observe(screen);
}
