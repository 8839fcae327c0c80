// How a drawing is looked at: put on the stage, measured, compared with all that was seen before; axe looks at what is new.
// An element's shape is all that axe's rules depend on, except words, which are there or not, and what it stands in: each
// gets a number in a Map. Its colours are those of its words, and of all that these are painted on.

/** Attributes whose value a rule reads. */
const PLAIN = new Set(`role type tabindex autocomplete lang xml:lang scope disabled hidden inert required readonly multiple
  contenteditable dir`.split(/\s+/));
/** Attributes that name other elements: a rule asks what those are. */
const NAMING = new Set(`for headers list aria-activedescendant aria-controls aria-describedby aria-details
  aria-errormessage aria-flowto aria-labelledby aria-owns`.split(/\s+/));
/** Attributes whose words are for people: there or not. */
const WORDS = new Set(`name title alt summary placeholder accesskey aria-label aria-description aria-placeholder
  aria-roledescription aria-valuetext`.split(/\s+/));
/** What must hold certain children, in a certain order. */
const HOLDING = "ul, ol, menu, dl, dl > div, table, thead, tbody, tfoot, tr, select, [role]";

const TARGETS = "button, input, select, textarea, summary, a, [tabindex='0'], [role=button], [role=link]";
const CHOICE = "input[type=radio], input[type=checkbox]";
const APART = `${CHOICE}, button:not(.tab)`; // tabs stand side by side
const REACHED = `${TARGETS}, [tabindex]`;
const NAMED = `${TARGETS}, h1, h2, h3, h4, h5, h6, th, [role]`; // what is called by its words
const COLOURS = `color backgroundColor backgroundImage opacity textShadow textDecorationLine fontSize fontWeight`.split(" ");
const CLEAR = "rgba(0, 0, 0, 0),none,1,false"; // a ground that is none
const FIELDS = "input, select, textarea";
const LEAST = 24; // the width and the height of a target, for axe
const AT_ONCE = 15; // drawings on the stage together
const WHOLE = "table, dl, svg, style"; // each of their parts depends on the others
const NEW = { include: "#stage", exclude: "[data-old]" };

const isDrawn = (node) => !node.ownerSVGElement || ["text", "title", "desc"].includes(node.nodeName);

const says = (node) => [...node.childNodes].some((child) => child.nodeType === Node.TEXT_NODE && child.data.trim());

const kinds = (nodes) => nodes.map((node) => node && `${node.nodeName} ${node.getAttribute("role")}`);

function attribute({ name, value }) {
  if (WORDS.has(name)) return `${name} ${Boolean(value.trim())}`;
  if (NAMING.has(name)) return `${name} ${kinds(value.split(/\s+/).map((id) => document.getElementById(id)))}`;
  if (name === "href") return `${name} ${/^#./.test(value) ? Boolean(document.getElementById(value.slice(1))) : "out"}`;
  return PLAIN.has(name) || name.startsWith("aria-") ? `${name} ${value}` : "";
}

/** Return the labels of fields. `field.labels` would be kept up to date from then on, at each change of the page. */
function labelsAmong(nodes) {
  const labels = new Map();
  for (const label of nodes.filter((node) => node.nodeName === "LABEL")) {
    labels.set(label.control, [...(labels.get(label.control) ?? []), label]);
  }
  return labels;
}

const shapeOf = new WeakMap();
/** Return the shape of an element, and the attributes that its look depends on: they are the same at each width. */
function shapeOnce(node, labels, dressed) {
  if (!shapeOf.has(node)) shapeOf.set(node, [...dressed.map((name) => node.getAttribute(name)), ...shape(node, labels)].join());
  return shapeOf.get(node);
}

function shape(node, labels) {
  const held = node.matches(HOLDING) ? kinds([...node.children]) : [];
  return [
    ...[...node.attributes].map(attribute).filter(Boolean).sort(),
    labels.get(node)?.length,
    says(node),
    ...held.filter((kind, at) => kind !== held[at - 1]),
  ];
}

/** Return the places, among all nodes, of the elements that are like none before. */
function unlike(known, nodes, describe) {
  const numbers = new Map(), found = [];
  nodes.forEach((node, at) => {
    if (!isDrawn(node)) return;
    const description = [numbers.get(node.parentElement), node.nodeName, ...describe(node)].join();
    if (!known.has(description)) {
      known.set(description, known.size);
      found.push(at);
    }
    numbers.set(node, known.get(description));
  });
  return found;
}

const isLarger = (node) => node.scrollHeight > node.clientHeight + 1 || node.scrollWidth > node.clientWidth + 1;

/** Say whether an element scrolls, or may stand above others; what is for screen readers has a width of 1. */
function moves(node, style) {
  if (/fixed|sticky|absolute/.test(style.position)) return node.getBoundingClientRect().width > 1;
  return /auto|scroll/.test(style.overflow) && isLarger(node);
}

/** Return what an element looks like; one that may hide others, is small or scrolls, is another at each width. */
function seenAs(node) {
  const style = getComputedStyle(node), { width, height } = node.getBoundingClientRect();
  const isSmall = node.matches(TARGETS) && Math.min(width, height) < LEAST;
  return [
    ...COLOURS.map((name) => style[name]), node.style.cssText.includes("important"),
    node.matches(NAMED) && Boolean(node.innerText?.trim()), (isSmall || moves(node, style)) && innerWidth,
  ];
}

/** Return what an element is painted on, up to the stage; one that scrolls, or may hide others, is another at each width. */
function groundOf(node, grounds) {
  if (node.id === "stage") return "";
  if (!grounds.has(node)) {
    const style = getComputedStyle(node);
    const own = [style.backgroundColor, style.backgroundImage, style.opacity, moves(node, style) && innerWidth].join();
    grounds.set(node, groundOf(node.parentElement, grounds) + (own === CLEAR ? "" : own));
  }
  return grounds.get(node);
}

/** Return the colours of the words that stand in an element itself, with all that axe asks about them. */
function coloursOf(node, grounds) {
  const { color, textShadow, fontSize, fontWeight } = getComputedStyle(node);
  const field = node.closest("label")?.control ?? node; // a label is as disabled as its field
  const isDisabled = Boolean(field.closest(":disabled, [aria-disabled=true]"));
  return [color, textShadow, fontSize, fontWeight, groundOf(node, grounds), node.type, isDisabled, node.matches(".sr, .sr *")].join();
}

/** Mark what is seen on a page and is like nothing before; `known` are the numbers of all that was seen, on any page. */
window.markFresh = (known) => {
  document.querySelectorAll("[data-fresh]").forEach((node) => { delete node.dataset.fresh; });
  const added = [], seen = new Set(JSON.parse(known)), labels = labelsAmong([...document.querySelectorAll("label")]);
  const lookIn = (parent, numberOfParent) => {
    for (const node of parent.children) {
      const isSeen = node.checkVisibility();
      if (!isSeen && getComputedStyle(node).display !== "contents") continue; // nothing in it is seen
      let number = numberOfParent;
      if (isSeen && isDrawn(node)) {
        const description = [numberOfParent, node.nodeName, ...shape(node, labels), ...seenAs(node)].join();
        number = [...description].reduce((sum, sign) => (sum * 33 + sign.codePointAt(0)) % 2 ** 46, 5381);
        if (!seen.has(number)) {
          seen.add(number);
          added.push(number);
          if (!parent.closest("[data-fresh]")) node.dataset.fresh = "";
        }
      }
      lookIn(node, number);
    }
  };
  lookIn(document.body);
  return added;
};

const all = () => [...document.querySelectorAll("#stage *")];

/** Put a drawing in a place, with all that it folds away open. */
function put(html, place) {
  place.innerHTML = html;
  place.querySelectorAll("details").forEach((details) => { details.open = true; });
}

const shown = (nodes) => nodes.map((node) => node.outerHTML.slice(0, 120));

const isSide = (style, side) => parseFloat(style[`border${side}Width`]) && !/transparent|, 0\)/.test(style[`border${side}Color`]);
/** Say whether a block has a line at both sides: not something to use, and nothing of a picture. */
function isFrame(node) {
  const style = getComputedStyle(node);
  return isSide(style, "Left") && isSide(style, "Right") && !style.display.startsWith("inline") && node.getClientRects().length
    && !node.matches(`${TARGETS}, label, svg *, figure *`) && node.textContent.trim();
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

/** What can be said of a drawing: what is framed twice, choices that are close, small targets, what no key scrolls, what is too wide, colours and shapes that are new. */
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
    const used = nodes.filter((node) => node.matches(APART) && node.getClientRects().length), labels = labelsAmong(nodes);
    const boxes = used.map((node) => [node, around([node, ...(labels.get(node) ?? [])])]);
    return boxes.flatMap(([node, one], at) => boxes.slice(at + 1)
      .filter(([other, box]) => gap(one, box) < (node.matches(CHOICE) && other.matches(CHOICE) ? apart : apart / 2))
      .map(([other, box]) => `${node.id} and ${other.id}: ${gap(one, box)} px`));
  },
  rows: (nodes) => shown(nodes.filter((node) => node.matches(".account-tabs ul") && new Set([...node.children].map((one) => one.offsetTop)).size > 1)),
  flat: (nodes) => shown(nodes.filter((node) => node.matches(".site")).filter((site) => {
    const sizes = (level) => [...site.querySelectorAll(level)].map((node) => parseFloat(getComputedStyle(node).fontSize));
    return [["h3", "h4"], ["h4", "h5"]].some(([one, next]) => Math.min(...sizes(one)) <= Math.max(0, ...sizes(next)));
  })),
  colours: (nodes) => {
    const known = window.colours ??= new Set(), grounds = new Map();
    return nodes.flatMap((node, at) => {
      const isSeen = (node.matches(FIELDS) || says(node)) && node.checkVisibility();
      return isSeen && known.size < known.add(coloursOf(node, grounds)).size ? [at] : [];
    });
  },
  shape: (nodes, { dressed }) => {
    const labels = labelsAmong(nodes);
    return unlike(window.shapes ??= new Map(), nodes, (node) => [node.checkVisibility(), shapeOnce(node, labels, dressed)]);
  },
};

/** Put drawings on the stage one after the other, and say what is wanted of each. What was read once is put there again. */
const read = new Map();
window.look = (drawings, wanted, about) => drawings.map((html) => {
  const stage = document.querySelector("#stage");
  if (read.has(html)) stage.replaceChildren(...read.get(html));
  else put(html, stage);
  read.set(html, [...stage.childNodes]);
  scrollTo(0, 0);
  const nodes = all();
  return Object.fromEntries(wanted.map((name) => [name, SAID[name](nodes, about)]));
});

/** Empty what is neither new nor holds what is new: it stays what it is, with words or without. */
function cut(place) {
  for (const node of [...place.children]) {
    if (node.matches(WHOLE)) continue;
    if (node.matches("[data-fresh], :has([data-fresh])")) {
      cut(node);
    } else {
      node.textContent = node.matches("ul, ol") ? "" : node.textContent.trim() && "…";
      node.dataset.old = "";
    }
  }
}

/** Return a drawing of which only what is new is whole; `fresh` are the places of that among all nodes. */
function newPart(html, fresh, at) {
  const place = document.createElement("div");
  place.dataset.drawing = at;
  put(html, place);
  const nodes = [...place.querySelectorAll("*")];
  fresh.forEach((one) => { nodes[one].dataset.fresh = ""; });
  cut(place);
  return place;
}

/** Have axe look at what is new in drawings, many at a time; return, for each, what it finds. */
window.findFaults = async (drawings, fresh, rules) => {
  const found = drawings.map(() => []), left = drawings.map((_, at) => at).filter((at) => fresh[at].length);
  while (left.length) {
    const together = left.splice(0, AT_ONCE);
    document.querySelector("#stage").replaceChildren(...together.map((at) => newPart(drawings[at], fresh[at], at)));
    for (const { id, help, nodes } of (await axe.run(NEW, { ...rules, elementRef: true })).violations) {
      for (const { element } of nodes) {
        const at = element.closest("[data-drawing]")?.dataset.drawing ?? together[0];
        found[at].push(`${id}: ${help}: ${element.outerHTML.slice(0, 120)}`);
      }
    }
  }
  return found;
};
