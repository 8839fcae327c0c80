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

// Once a form is answered, Python's drawing gives its texts; a code that is not in error stays in the browser.
export const settle = (form) => {
  for (const field of form.querySelectorAll("input:not([type=checkbox], [type=radio]), textarea"))
    if (!field.hasAttribute("data-secret") || field.hasAttribute("aria-invalid")) field.value = field.defaultValue;
};
