// Write a number in groups as it is typed: the template says which groups.
export function group(field) {
  const bare = (text) => text.replace(/[\s.\-]/g, "");
  const before = bare(field.value.slice(0, field.selectionStart)).length;
  let rest = bare(field.value), grouped = "", caret = 0, seen = 0;
  for (const size of field.dataset.groups.split(" ").map(Number)) {
    if (!rest) break;
    grouped += (grouped && " ") + rest.slice(0, size);
    rest = rest.slice(size);
  }
  grouped += rest;
  while (seen < before && caret < grouped.length) if (grouped[caret++] !== " ") seen++;
  if (grouped !== field.value) { field.value = grouped; field.setSelectionRange(caret, caret); }
}

const TYPED = "input:not([type=checkbox]):not([type=radio]):not([type=file]), textarea";

// Once a form is answered, Python's drawing gives its texts; a code that is not in error stays in the browser.
export const settle = (form) => {
  for (const field of form.querySelectorAll(TYPED))
    if (!field.hasAttribute("data-secret") || field.hasAttribute("aria-invalid")) field.value = field.defaultValue;
};

// A code is hidden by its style: a browser offers to keep whatever stands in a field of type « password ». Where there
// is no such style, that type hides it all the same, as a code that serves once: that one is not kept.
const STYLE_HIDES = Boolean(window.CSS && CSS.supports("-webkit-text-security", "disc"));
export const hideCodes = (live) => {
  if (STYLE_HIDES) return;
  for (const field of live.querySelectorAll("[data-hidden]")) { field.type = "password"; field.autocomplete = "one-time-code"; }
};

// What was typed, ticked or chosen, and not sent, when the page was reloaded (early.js); it goes back to its fields, once.
const TAKEN = "atelier-typed";
const typed = (() => {
  try {
    const found = JSON.parse(sessionStorage.getItem(TAKEN)) || {};
    sessionStorage.removeItem(TAKEN);
    return found;
  } catch { return {}; }
})();
export const putBack = (live) => {
  for (const field of live.querySelectorAll("input:not([type=file]), textarea, select")) {
    const was = typed[field.id];
    delete typed[field.id];
    if (typeof was === "boolean") field.checked = was;
    else if (typeof was === "string" && (field.options || field.value === field.defaultValue)) field.value = was;
    else continue;
    field.dispatchEvent(new Event("input", { bubbles: true }));
  }
};
