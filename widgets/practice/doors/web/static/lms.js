// In a package for a platform of learning (an LMS), which speaks SCORM 1.2: it is told how each exercise was done, and gives
// back what it was told before. Nothing is asked of who learns. Without a platform, nothing happens and nothing is said.
// This runs at the top of each page that is written, as shell.js does; `atelierTold` is a table that Python made.
(() => {
  const { exercises, outcomes } = window.atelierTold; // exercise -> what the browser calls its outcome; outcome -> its letter, its word
  const RANKS = Object.keys(outcomes), PREFIX = "atelier:", OWNER = "atelier-lms";
  const FARTHEST = 10; // frames that are looked into
  const ALREADY = "101"; // the page was reloaded: the platform still speaks with it
  const WORDS = "Votre travail est gardé dans ce navigateur. La plateforme de formation reçoit le résultat de chaque exercice, jamais ce que vous tapez.";

  function found(from) {
    try {
      for (let at = from, up = 0; at && up < FARTHEST; at = at.parent, up++) {
        if (at.API && at.API.LMSInitialize) return at.API;
        if (at === at.parent) return null;
      }
    } catch { /* a frame of another site */ }
    return null;
  }
  let lms = window.atelierLms;
  const call = (name, ...words) => { try { return String(lms.api[name](...words)); } catch { return ""; } };
  const set = (element, value) => {
    if (lms.said.get(element) !== value && call("LMSSetValue", element, value) === "true") lms.said.set(element, value);
    return lms.said.get(element) === value;
  };

  // ---- What it remembers for us: whose work this browser has, by a number drawn at random; then the exercises, by outcome
  const drawn = () => Array.from(crypto.getRandomValues(new Uint8Array(8)), (byte) => byte.toString(16).padStart(2, "0")).join("");
  const memory = () => [lms.owner, ...RANKS.map((how) => `${outcomes[how][0]}:${Object.keys(lms.done).filter((name) => lms.done[name] === how)}`)].join(";");
  function remember(text) {
    const [owner, ...groups] = text.split(";");
    lms.owner = /^[0-9a-f]{16}$/.test(owner) ? owner : drawn();
    for (const [letter, names = ""] of groups.map((group) => group.split(":"))) {
      const how = RANKS.find((one) => outcomes[one][0] === letter);
      for (const name of names.split(",")) if (how && exercises[name]) lms.done[name] = how;
    }
  }
  // Another learner may have used this browser: her work is not told in this one's name.
  function takeUp() {
    if (localStorage.getItem(OWNER) !== lms.owner) {
      for (const key of Object.keys(localStorage)) if (key.startsWith(PREFIX)) localStorage.removeItem(key);
      localStorage.setItem(OWNER, lms.owner);
    }
    for (const [name, key] of Object.entries(exercises)) {
      const here = RANKS.find((how) => localStorage.getItem(key) === JSON.stringify(how));
      if (RANKS.indexOf(here) > RANKS.indexOf(lms.done[name])) lms.done[name] = here;
      else if (lms.done[name]) localStorage.setItem(key, JSON.stringify(lms.done[name]));
    }
  }

  // ---- What it is told
  function tellObjective(name) {
    if (!(lms.count >= 0)) return; // this platform has no objectives
    const at = name in lms.places ? lms.places[name] : lms.count;
    if (!(name in lms.places)) {
      if (!lms.done[name] || !set(`cmi.objectives.${at}.id`, name)) return;
      lms.places[name] = lms.count++;
    }
    set(`cmi.objectives.${at}.status`, lms.done[name] ? outcomes[lms.done[name]][1] : "not attempted");
  }
  function tell() {
    const names = Object.keys(exercises), done = names.filter((name) => lms.done[name]).length;
    if (!lms.whole) lms.whole = done === names.length;
    set("cmi.core.lesson_status", lms.whole ? "completed" : "incomplete");
    for (const [element, value] of [["min", 0], ["max", 100], ["raw", Math.floor(100 * done / names.length)]]) set(`cmi.core.score.${element}`, String(value));
    set("cmi.suspend_data", memory());
    names.forEach(tellObjective);
    call("LMSCommit", "");
  }

  function begin() {
    lms = { api: found(window.parent) || found(window.opener), said: new Map(), done: {}, places: {}, whole: false };
    if (!lms.api || call("LMSInitialize", "") !== "true" && call("LMSGetLastError") !== ALREADY) return null;
    lms.whole = /^(completed|passed)$/.test(call("LMSGetValue", "cmi.core.lesson_status"));
    if (lms.whole) lms.said.set("cmi.core.lesson_status", "completed"); // and it stays so
    remember(call("LMSGetValue", "cmi.suspend_data"));
    lms.count = parseInt(call("LMSGetValue", "cmi.objectives._count"), 10);
    for (let at = 0; at < lms.count; at++) lms.places[call("LMSGetValue", `cmi.objectives.${at}.id`)] = at;
    try { takeUp(); } catch { /* this browser keeps nothing: the platform does */ }
    set("cmi.core.exit", "suspend"); // it shall be gone on with
    tell();
    return lms;
  }
  if (!lms) lms = window.atelierLms = begin();
  if (!lms) return;
  addEventListener("atelier-kept", ({ detail }) => {
    for (const [name, key] of Object.entries(exercises)) {
      if (!(key in detail)) continue;
      if (outcomes[detail[key]]) lms.done[name] = detail[key]; else delete lms.done[name];
      tell();
    }
  });
  addEventListener("pagehide", ({ isTrusted }) => {
    if (!isTrusted) return; // shell.js goes to another chapter
    if ("forgets" in document.documentElement.dataset) lms.done = {}; // « Effacer mon travail » (page.js)
    tell();
    call("LMSFinish", "");
  });
  addEventListener("pageshow", ({ persisted }) => { if (persisted) location.reload(); });
  document.addEventListener("DOMContentLoaded", () => { document.getElementById("page-kept").textContent = WORDS; });
})();
