// How a drawing is looked at: put on the stage, compared with all that was seen before, measured.
// An element's dress is what its colours depend on; its shape, all that a rule of axe depends on, except words: those are
// there or not. Both are known with what the element stands in. A dress and a shape each get a number in a Map.

/** Attributes whose value a rule reads. */
const PLAIN = new Set(`role tabindex autocomplete lang xml:lang scope disabled hidden inert required readonly multiple
  contenteditable dir`.split(/\s+/));
/** Attributes that name other elements: a rule asks what those are. */
const NAMING = new Set(`for headers list aria-activedescendant aria-controls aria-describedby aria-details
  aria-errormessage aria-flowto aria-labelledby aria-owns`.split(/\s+/));
/** Attributes whose words are for people: there or not. */
const SAID = new Set(`id name title alt summary placeholder accesskey aria-label aria-description aria-placeholder
  aria-roledescription aria-valuetext`.split(/\s+/));
/** What must hold certain children, in a certain order. */
const HOLDING = "ul, ol, menu, dl, dl > div, table, thead, tbody, tfoot, tr, select, [role]";

const TARGETS = "button, input, select, textarea, summary, a, [tabindex='0'], [role=button], [role=link]";
const REACHED = `${TARGETS}, [tabindex]`;

const isDrawn = (node) => !node.ownerSVGElement || ["text", "title", "desc"].includes(node.nodeName);

const kinds = (nodes) => nodes.map((node) => node && `${node.nodeName} ${node.getAttribute("role")}`);

function attribute({ name, value }) {
  if (SAID.has(name)) return `${name} ${Boolean(value.trim())}`;
  if (NAMING.has(name)) return `${name} ${kinds(value.split(/\s+/).map((id) => document.getElementById(id)))}`;
  if (name === "href") return `${name} ${/^#./.test(value) ? Boolean(document.getElementById(value.slice(1))) : "out"}`;
  return PLAIN.has(name) || name.startsWith("aria-") ? `${name} ${value}` : "";
}

function shape(node) {
  const says = [...node.childNodes].some((child) => child.nodeType === Node.TEXT_NODE && child.data.trim());
  const held = node.matches(HOLDING) ? kinds([...node.children]) : [];
  return [
    ...[...node.attributes].map(attribute).filter(Boolean).sort(),
    node.labels?.length,
    says,
    ...held.filter((kind, at) => kind !== held[at - 1]),
  ];
}

/** Return the outermost elements that are like none before. */
function unlike(known, nodes, describe) {
  const before = known.size, numbers = new Map();
  for (const node of nodes) {
    const description = [numbers.get(node.parentElement), node.nodeName, ...describe(node)].join();
    if (!known.has(description)) known.set(description, known.size);
    numbers.set(node, known.get(description));
  }
  return nodes.filter((node) => numbers.get(node) >= before && !(numbers.get(node.parentElement) >= before));
}

const isLarger = (node) => node.scrollHeight > node.clientHeight + 1 || node.scrollWidth > node.clientWidth + 1;

const measure = (node) => [(node.textContent || node.id).trim(), node.getBoundingClientRect()];

/** Put a drawing on the stage, with all that it folds away open. */
window.put = (html) => {
  const stage = document.querySelector("#stage");
  stage.innerHTML = html;
  stage.querySelectorAll("details").forEach((details) => { details.open = true; });
  scrollTo(0, 0);
};

/** Mark what is newly dressed; say whether anything is new, which targets are small, what scrolls by no key. */
window.look = (html, dressed, smallest) => {
  put(html);
  const nodes = [...document.querySelectorAll("#stage *")], drawn = nodes.filter(isDrawn);
  const dress = (node) => dressed.map((name) => node.getAttribute(name));
  const newlyDressed = unlike(window.dresses ??= new Map(), drawn, dress);
  const newlyShaped = unlike(window.shapes ??= new Map(), drawn, (node) => [...dress(node), ...shape(node)]);
  newlyDressed.forEach((node) => { node.dataset.fresh = ""; });
  const small = nodes.filter((node) => node.matches(TARGETS))
    .map(measure)
    .filter(([, box]) => box.width > 0 && (box.height < smallest || box.width < smallest))
    .map(([name, box]) => `${name}: ${box.width} × ${box.height}`);
  const stuck = nodes.filter((node) => isLarger(node) && /auto|scroll/.test(getComputedStyle(node).overflow))
    .filter((node) => !node.matches(REACHED) && !node.querySelector(REACHED))
    .map((node) => node.outerHTML.slice(0, 120));
  return { dress: newlyDressed.length > 0, shape: newlyShaped.length > 0, small, stuck };
};

/** Return what makes the page wider than its window. */
window.tooWide = (html) => {
  put(html);
  if (document.documentElement.scrollWidth <= innerWidth) return [];
  const sticksOut = (node) => node.getBoundingClientRect().right > innerWidth;
  return [...document.querySelectorAll("#stage *")].filter(sticksOut).map((node) => node.outerHTML.slice(0, 120));
};
