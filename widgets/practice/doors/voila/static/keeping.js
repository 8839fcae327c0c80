// What this tab may keep, and what the learner is told of it: that it could not be kept, or that another tab went on.
import { keep } from "./screen.js";

const UNKEPT = "Ce navigateur ne peut pas garder votre travail. Si vous fermez la page, il sera perdu.";
const find = (id) => document.getElementById(id);
const stored = (name) => { try { return localStorage.getItem(name); } catch { return null; } };
const mine = new Map(); // name -> text that this tab last read or wrote, of what its own screens keep
let allKept = true;

export const isKept = () => allKept;

function tellUnkept() {
  find("page-kept").textContent = UNKEPT;
  const close = Object.assign(document.createElement("button"), { type: "button", className: "main", textContent: "J'ai compris" });
  const notice = find("page-unkept");
  close.addEventListener("click", () => { notice.textContent = ""; });
  notice.append(Object.assign(document.createElement("p"), { textContent: UNKEPT }), close);
}

// A table is the place where somebody is: one tab at a time has it. A text (a result) is anybody's.
const isPlace = (text) => Boolean(text) && text[0] === "{";
const takenOver = (name) => (isPlace(mine.get(name)) || isPlace(stored(name))) && stored(name) !== mine.get(name);

// Return what keeps things for this tab; `elsewhere` is called when another tab has gone on with them.
export function keeper(door, elsewhere) {
  addEventListener("storage", ({ key }) => { if (key === null || mine.has(key) && takenOver(key)) elsewhere(); });
  addEventListener("pageshow", ({ persisted }) => { if (persisted && [...mine.keys()].some(takenOver)) window.atelierReload(); });
  return (items) => {
    if (!allKept) return void keep(items);
    for (const name of Object.keys(items)) {
      if (!mine.has(name)) mine.set(name, name in door.known ? door.known[name] : null);
      if (takenOver(name)) return elsewhere();
    }
    allKept = keep(items);
    for (const name of Object.keys(items)) mine.set(name, stored(name));
    if (!allKept) tellUnkept();
  };
}
