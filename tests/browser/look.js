// How a drawing is looked at: put on the stage, compared with all that was seen before, measured.
// An element's dress is what its colours depend on; its shape, all that axe's rules depend on, except words: those are
// there or not. Both are known with what the element stands in. A dress and a shape each get a number in a Map.

/** Attributes whose value a rule reads. */
const PLAIN = new Set(`role tabindex autocomplete lang xml:lang scope disabled hidden inert required readonly multiple
  contenteditable dir`.split(/\s+/));
/** Attributes that name other elements: a rule asks what those are. */
const NAMING = new Set(`for headers list aria-activedescendant aria-controls aria-describedby aria-details
  aria-errormessage aria-flowto aria-labelledby aria-owns`.split(/\s+/));
/** Attributes whose words are for people: there or not. */
const WORDS = new Set(`id name title alt summary placeholder accesskey aria-label aria-description aria-placeholder
  aria-roledescription aria-valuetext`.split(/\s+/));
/** What must hold certain children, in a certain order. */
const HOLDING = "ul, ol, menu, dl, dl > div, table, thead, tbody, tfoot, tr, select, [role]";

const TARGETS = "button, input, select, textarea, summary, a, [tabindex='0'], [role=button], [role=link]";
const CHOICE = "input[type=radio], input[type=checkbox]";
const APART = `${CHOICE}, button:not(.tab)`; // tabs stand side by side
const REACHED = `${TARGETS}, [tabindex]`;

const isDrawn = (node) => !node.ownerSVGElement || ["text", "title", "desc"].includes(node.nodeName);

const kinds = (nodes) => nodes.map((node) => node && `${node.nodeName} ${node.getAttribute("role")}`);

function attribute({ name, value }) {
  if (WORDS.has(name)) return `${name} ${Boolean(value.trim())}`;
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

/** Return the places, among all nodes, of the outermost elements that are like none before. */
function unlike(known, nodes, describe) {
  const before = known.size, numbers = new Map();
  for (const node of nodes.filter(isDrawn)) {
    const description = [numbers.get(node.parentElement), node.nodeName, ...describe(node)].join();
    if (!known.has(description)) known.set(description, known.size);
    numbers.set(node, known.get(description));
  }
  const isNew = (node) => numbers.get(node) >= before;
  return nodes.flatMap((node, at) => (isNew(node) && !isNew(node.parentElement) ? [at] : []));
}

/** Mark what is seen on a page and is like nothing before; `known` are the numbers of all that was seen, on any page. */
window.markFresh = (known, dressed) => {
  const numbers = new Map(), dressOf = dress(dressed), added = [], seen = new Set(known);
  for (const node of document.body.querySelectorAll("*")) {
    delete node.dataset.fresh;
    if (!isDrawn(node) || !node.checkVisibility()) continue;
    const description = [numbers.get(node.parentElement), node.nodeName, ...dressOf(node), ...shape(node)].join();
    const number = [...description].reduce((sum, sign) => (sum * 33 + sign.codePointAt(0)) % 2 ** 46, 5381);
    numbers.set(node, number);
    if (seen.has(number)) continue;
    seen.add(number);
    added.push(number);
    if (!node.parentElement.closest("[data-fresh]")) node.dataset.fresh = "";
  }
  return added;
};

const isLarger = (node) => node.scrollHeight > node.clientHeight + 1 || node.scrollWidth > node.clientWidth + 1;

const all = () => [...document.querySelectorAll("#stage *")];

/** Put a drawing on the stage, with all that it folds away open, and mark what is to be looked at. */
window.put = (html, fresh = []) => {
  const stage = document.querySelector("#stage");
  stage.innerHTML = html;
  stage.querySelectorAll("details").forEach((details) => { details.open = true; });
  const nodes = all();
  fresh.forEach((at) => { nodes[at].dataset.fresh = ""; });
  scrollTo(0, 0);
};

const shown = (nodes) => nodes.map((node) => node.outerHTML.slice(0, 120));
const dress = (dressed) => (node) => dressed.map((name) => node.getAttribute(name));

const isSide = (style, side) => parseFloat(style[`border${side}Width`]) && !/transparent|, 0\)/.test(style[`border${side}Color`]);
/** Say whether a block has a line at both sides: not something to use, and nothing of a picture. */
function isFrame(node) {
  const style = getComputedStyle(node);
  return !node.matches(`${TARGETS}, label, svg *, figure *`) && node.textContent.trim() && !style.display.startsWith("inline") && node.getClientRects().length && isSide(style, "Left") && isSide(style, "Right");
}
function framesAround(node) {
  const found = [];
  for (let one = node.parentElement; one && one.id !== "stage"; one = one.parentElement) if (isFrame(one)) found.push(one);
  return found;
}
function around(nodes) {
  const boxes = nodes.map((node) => node.getBoundingClientRect());
  const [left, top] = ["left", "top"].map((side) => Math.min(...boxes.map((box) => box[side])));
  const [right, bottom] = ["right", "bottom"].map((side) => Math.max(...boxes.map((box) => box[side])));
  return { left, top, right, bottom };
}
const gap = (one, other) => Math.round(Math.max(one.top - other.bottom, other.top - one.bottom, one.left - other.right, other.left - one.right));

/** What can be said of a drawing: what is framed twice, choices that are close, small targets, what no key scrolls, what is too wide, newly dressed, newly shaped. */
const SAID = {
  small: (nodes, { smallest }) => nodes.filter((node) => node.matches(TARGETS))
    .map((node) => [node, node.getBoundingClientRect()])
    .filter(([, box]) => box.width > 0 && (box.height < smallest || box.width < smallest))
    .map(([node, box]) => `${(node.textContent || node.id).trim()}: ${box.width} × ${box.height}`),
  stuck: (nodes) => shown(nodes.filter((node) => isLarger(node) && /auto|scroll/.test(getComputedStyle(node).overflow)
    && !node.matches(REACHED) && !node.querySelector(REACHED))),
  wide: (nodes) => document.documentElement.scrollWidth <= innerWidth ? []
    : shown(nodes.filter((node) => node.getBoundingClientRect().right > innerWidth)),
  framed: (nodes) => shown(nodes.filter((node) => isFrame(node) && framesAround(node).length)),
  close: (nodes, { apart }) => {
    const used = nodes.filter((node) => node.matches(APART) && node.getClientRects().length);
    const boxes = used.map((node) => [node, around([node, ...node.labels])]);
    return boxes.flatMap(([node, one], at) => boxes.slice(at + 1)
      .filter(([other, box]) => gap(one, box) < (node.matches(CHOICE) && other.matches(CHOICE) ? apart : apart / 2))
      .map(([other, box]) => `${node.id} and ${other.id}: ${gap(one, box)} px`));
  },
  rows: (nodes) => shown(nodes.filter((node) => node.matches(".account-tabs ul") && new Set([...node.children].map((one) => one.offsetTop)).size > 1)),
  flat: (nodes) => shown(nodes.filter((node) => node.matches(".site")).filter((site) => {
    const sizes = (level) => [...site.querySelectorAll(level)].map((node) => parseFloat(getComputedStyle(node).fontSize));
    return [["h3", "h4"], ["h4", "h5"]].some(([one, next]) => Math.min(...sizes(one)) <= Math.max(0, ...sizes(next)));
  })),
  dress: (nodes, { dressed }) => unlike(window.dresses ??= new Map(), nodes, dress(dressed)),
  shape: (nodes, { dressed }) => {
    const dressOf = dress(dressed);
    return unlike(window.shapes ??= new Map(), nodes, (node) => [...dressOf(node), ...shape(node)]);
  },
};

/** Put a drawing on the stage and say what is wanted of it. */
window.look = (html, wanted, about) => {
  put(html);
  const nodes = all();
  return Object.fromEntries(wanted.map((name) => [name, SAID[name](nodes, about)]));
};
