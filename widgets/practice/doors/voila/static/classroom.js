// A tablet's side of a trainer's room. It comes with the room's first word, and is dumb: the bar and what covers the page
// are drawn by Python, a button says the one word that it has (`data-room`), and each word of the room says all that holds.
const SAME = 2000; // ms by which a pause may seem to have moved, or a first word be late
const SOON = 300; // ms within which steps that are passed over are not told
let tell = () => {};
let waiting = null; // what the learner has said, until the room has answered: said again after a cut
let gone, later; // timers
let went = 0; // the number of the last sending
let emptied = 0; // the number of the last emptying
let player; // whom this tablet plays
let back = null; // what had the focus before a pause
let end, ends = 0; // of the pause

const make = (name, id, label) => {
  const made = Object.assign(document.createElement(name), { id });
  made.className = id;
  if (label) made.setAttribute("aria-label", label);
  return made;
};
const band = document.querySelector(".page-band");
const bar = make("section", "room-bar", "La salle");
const over = make("dialog", "room-over");
const said = make("p", "room-said");
over.setAttribute("aria-labelledby", "room-over-title");
said.className = "page-sr";
said.setAttribute("role", "status");

// The page has greeted: where no word of the room follows, there is none any more.
export function begin() {
  clearTimeout(gone);
  gone = setTimeout(() => { draw(""); uncover(); waiting = null; }, SAME);
}

export function hear(told, tellRoom) {
  tell = tellRoom;
  clearTimeout(gone);
  if (told.begins && waiting) tell(waiting, true); else waiting = null;
  draw(told.bar, told.stays);
  cover(told.over, told.seconds);
  if (told.say) say(told.say);
  if (!told.bar) return; // the room is closed: the page stays as it is
  if (told.renew) fetch(told.renew, { cache: "no-store" }).catch(() => {}); // the next connection asks for it again
  if (told.empty) return empty(told.empty);
  play(told.player);
  if (told.go) go(told.go);
  else if (told.begins) sayWhere();
}

function say(words) {
  const place = over.isConnected ? over.querySelector(".room-said") || over.appendChild(said.cloneNode()) : said;
  place.textContent = "";
  setTimeout(() => { place.textContent = words; }, 100); // a reader says what comes into a region that is there
}

// ---- The bar

function draw(html, stays) {
  if (!html) { bar.remove(); return measure(); }
  if (!bar.isConnected) { document.body.append(said); band.after(bar); }
  bar.classList[stays ? "add" : "remove"]("room-stays");
  if (bar.drawn !== html) {
    const focused = bar.contains(document.activeElement);
    bar.drawn = html;
    bar.innerHTML = html;
    const button = bar.querySelector("button");
    if (focused && button) button.focus({ preventScroll: true });
  }
  measure();
  if (stays) uncovered(document.activeElement);
}

// What had the focus stays in view when a bar that stays comes over it.
function uncovered(place) {
  const box = place.getBoundingClientRect(), low = bar.getBoundingClientRect().bottom;
  if (place !== document.body && !bar.contains(place) && box.bottom > 0 && box.top < low) place.scrollIntoView({ block: "nearest" });
}

function measure() {
  bar.style.top = `${band.offsetHeight}px`;
  dispatchEvent(new Event("resize")); // page.js measures what stays at the top
}
if (window.ResizeObserver) new ResizeObserver(() => { if (bar.isConnected) measure(); }).observe(band);

function press({ target }) {
  const button = target.closest("[data-room]");
  if (!button) return;
  waiting = { do: button.dataset.room };
  tell(waiting, true);
}
bar.addEventListener("click", press);
over.addEventListener("click", press);

// ---- A pause: it covers the page, which stays as it is, and ends alone

function cover(html, seconds) {
  clearTimeout(end);
  if (!html) return uncover();
  const before = ends;
  ends = Date.now() + seconds * 1000;
  end = setTimeout(uncover, seconds * 1000);
  if (over.isConnected && Math.abs(ends - before) < SAME) return;
  over.innerHTML = html;
  if (!over.isConnected) {
    back = document.activeElement;
    document.body.append(over);
    if (over.showModal) over.showModal(); else over.setAttribute("open", ""); // older: it covers, and that is all
  }
  over.querySelector("[tabindex]").focus();
}

function uncover() {
  clearTimeout(end);
  ends = 0;
  if (!over.isConnected) return;
  if (over.close) over.close();
  over.remove();
  const place = back && back.isConnected && back !== document.body ? back : document.querySelector("main");
  place.focus({ preventScroll: true });
  say("La pause est finie. Vous pouvez continuer.");
}
over.addEventListener("cancel", (event) => event.preventDefault());
over.addEventListener("close", () => { if (ends && over.isConnected) over.showModal(); });
document.addEventListener("visibilitychange", () => {
  if (document.hidden) return;
  if (ends && Date.now() >= ends) uncover(); // it slept meanwhile
  sayWhere();
});

// ---- Where the learner is, and where she is sent

function sayWhere() {
  const steps = [...document.querySelectorAll(".page-step")];
  const shown = steps.filter((step) => !step.hidden);
  const here = shown.length === 1 ? shown[0] : null;
  const screens = here ? [...here.querySelectorAll("[data-session]")].map((place) => place.dataset.session) : [];
  tell({ do: "at", step: here ? steps.indexOf(here) + 1 : 0, screens: screens.slice(0, 30), went }, false);
}
document.addEventListener("atelier-step", () => { clearTimeout(later); later = setTimeout(sayWhere, SOON); });

function go({ number, href }) {
  if (number === went) return;
  went = number;
  sayWhere();
  if (new URL(href, location.href).href !== location.href) location.assign(href);
}

// ---- Between two groups, and who is played

function empty({ number, href }) {
  if (number === emptied) return;
  emptied = number;
  tell({ do: "emptied", number }, false);
  window.atelierForget(href);
}

// A page with a screen that anybody may play is made anew when that changes; what was typed is found again.
function play(now) {
  const before = player;
  player = now;
  if (before !== undefined && now !== before && document.querySelector(".persona-switcher")) window.atelierReload();
}
