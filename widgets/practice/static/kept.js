// What this browser keeps of a learner's work.
const parsed = (text) => { try { return JSON.parse(text); } catch { return text; } }; // damaged: Python says so
export const read = (prefix) => {
  try {
    return Object.fromEntries(Object.entries(localStorage).filter(([k]) => k.startsWith(prefix)).map(([k, v]) => [k, parsed(v)]));
  } catch { return {}; } // storage refused: a fresh start
};
export const keep = (items) => {
  try {
    for (const [k, v] of Object.entries(items)) if (v === "") localStorage.removeItem(k); else localStorage.setItem(k, JSON.stringify(v));
  } catch { /* refused: nothing is kept */ }
};
