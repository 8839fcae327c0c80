// What is to be seen together: the same for a page, a slide and a sheet. Python says what, and what is the most important.
const USED = "button, input:not([type=hidden]), select, textarea, summary, a[href]";
const MARGIN = 16; // pixels, around it, where there is room

// The first boxes that fit into the room together, as one box; a first that is too high is begun at its top.
export function span(boxes, room) {
  let seen = null;
  for (const { top, bottom } of boxes) {
    const more = { top: Math.min(seen?.top ?? top, top), bottom: Math.max(seen?.bottom ?? bottom, bottom), count: (seen?.count ?? 0) + 1 };
    if (seen && more.bottom - more.top > room) break;
    seen = more;
  }
  return seen;
}

const scrolls = (box) => /auto|scroll/.test(getComputedStyle(box).overflowY) && box.scrollHeight > box.clientHeight;
function scrollerOf(node) {
  for (let box = node.parentElement; box && box !== document.body; box = box.parentElement) if (scrolls(box)) return box;
  return document.scrollingElement;
}

// The box of a place. One that is higher than the room is begun at the first thing that is used there, if that would be left out.
function boxIn(room, place) {
  const box = place.getBoundingClientRect(), first = box.height > room && place.querySelector(USED);
  if (!first) return box;
  const { top, bottom } = (first.closest(".field, .choice") ?? first).getBoundingClientRect();
  return { top: bottom - box.top > room - 2 * MARGIN ? top : box.top, bottom: box.bottom };
}

// Bring what an exercise tells of into view, under its bar and above what lies at the foot of the window.
export function bringIntoView(exercise) {
  const bar = exercise.querySelector(".task-bar"), card = exercise.querySelector(".desk .card");
  const scroller = scrollerOf(exercise), whole = scroller === document.scrollingElement;
  const window_ = whole ? { top: 0, bottom: innerHeight } : scroller.getBoundingClientRect();
  const foot = whole ? parseFloat(getComputedStyle(scroller).scrollPaddingBottom) || 0 : 0;
  const stuck = getComputedStyle(bar).position === "sticky";
  const { position, bottom: lies } = getComputedStyle(card);
  const strip = position === "sticky" ? card.offsetHeight + (parseFloat(lies) || 0) : 0;
  const above = window_.top + (stuck ? parseFloat(getComputedStyle(bar).top) + bar.offsetHeight : 0);
  const below = window_.bottom - Math.max(foot, strip);
  const places = exercise.dataset.view.split(" ").map((id) => document.getElementById(id)).filter((place) => place?.getClientRects().length);
  const seen = span([...places, ...(stuck ? [] : [bar])].map((place) => boxIn(below - above, place)), below - above);
  if (!seen) return bar.scrollIntoView({ block: "nearest" });
  const spare = below - above - seen.bottom + seen.top;
  const margin = spare < 0 ? MARGIN : Math.min(MARGIN, spare / 2);
  const [top, bottom] = [seen.top - margin, seen.bottom + margin];
  if (top < above) scroller.scrollTop += top - above;
  else if (bottom > below) scroller.scrollTop += Math.min(bottom - below, top - above);
}

// Take the focus to an element, or to the first thing in it that is used.
export function focusOn(element) {
  const takes = element.matches(`${USED}, [tabindex]`) ? element : element.querySelector(USED) || element;
  takes.focus({ preventScroll: true });
}
