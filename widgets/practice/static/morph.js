// Make `old` like `fresh`, keeping the elements that are still there, so that focus, scroll and typed text stay.
// An element is found again by its id, one without an id only where it stands.
const name = (node) => `${node.nodeName}#${node.id ?? ""}`;
export function morph(old, fresh) {
  for (const { name, value } of fresh.attributes) if (old.getAttribute(name) !== value) old.setAttribute(name, value);
  for (const { name } of [...old.attributes])
    if (!fresh.hasAttribute(name) && !(name === "open" && old.nodeName === "DETAILS")) old.removeAttribute(name);
  let at = old.firstChild;
  for (const want of [...fresh.childNodes]) {
    let same = at;
    while (want.id && same && name(same) !== name(want)) same = same.nextSibling;
    if (!same || name(same) !== name(want)) { old.insertBefore(want, at); continue; }
    while (at !== same) { const gone = at; at = at.nextSibling; gone.remove(); }
    if (same.nodeType === Node.ELEMENT_NODE) morph(same, want);
    else if (same.nodeValue !== want.nodeValue) same.nodeValue = want.nodeValue;
    at = same.nextSibling;
  }
  while (at) { const gone = at; at = at.nextSibling; gone.remove(); }
}
