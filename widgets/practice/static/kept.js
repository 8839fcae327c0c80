// What this browser keeps of a learner's work.
const parsed = (text) => { try { return JSON.parse(text); } catch { return text; } }; // damaged: Python says so
export const read = (prefix) => {
  try {
    return Object.fromEntries(Object.entries(localStorage).filter(([k]) => k.startsWith(prefix)).map(([k, v]) => [k, parsed(v)]));
  } catch { return {}; } // storage refused: a fresh start
};
const put = (name, value) => { if (value === "") localStorage.removeItem(name); else localStorage.setItem(name, JSON.stringify(value)); };
// Keep what can be kept; an empty text forgets. Say whether all could be.
export function keep(items) {
  let all = true;
  dispatchEvent(new CustomEvent("atelier-kept", { detail: items })); // for whoever is told of results (web/static/lms.js)
  for (const [name, value] of Object.entries(items)) try { put(name, value); } catch { all = false; } // refused, or full
  return all;
}
