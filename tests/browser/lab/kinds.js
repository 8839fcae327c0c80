// Of all elements of some drawings, those that a style sheet may tell from the ones before. What tells an element is
// what it stands in, up to the stage; its place and its parent's among what stands beside them; and what is in it. Of
// its attributes, those count that some rule asks about, the value if a rule names one.

/** Return drawings of which only such elements are whole, and marked; all that stands around them is there too. */
([htmls, { named, valued, held }]) => {
  const stage = document.createElement("div"), numbers = new Map(), seen = new Set();
  const number = (words) => {
    const text = words.join("|");
    if (!numbers.has(text)) numbers.set(text, numbers.size);
    return numbers.get(text);
  };
  const dress = ({ name, value }) => valued.includes(name) ? `${name}=${value}` : name;

  // a form may have a field named « children »
  const elementsIn = (node) => [...node.childNodes].filter(({ nodeType }) => nodeType === Node.ELEMENT_NODE);

  /** Return the elements that hold what some `:has()` asks about. */
  function holders() {
    const found = new Set();
    for (const node of held.flatMap((selector) => [...stage.querySelectorAll(selector)]))
      for (let one = node.parentElement; one !== stage; one = one.parentElement) found.add(one);
    return found;
  }

  /** Mark what is new. */
  function mark(nodes, holding) {
    const own = new Map(), within = new Map(), place = new Map();
    for (const node of nodes)
      own.set(node, number([node.nodeName, ...[...node.attributes].filter(({ name }) => named.includes(name)).map(dress)]));
    for (const parent of [stage, ...nodes]) {
      const children = elementsIn(parent), kin = children.map((node) => own.get(node));
      children.forEach((node, at) => {
        within.set(node, number([within.get(parent), own.get(node)]));
        place.set(node, number(["among", kin, at]));
        const kind = number(["kind", within.get(node), place.get(node), place.get(parent), node.hasChildNodes(), holding.has(node)]);
        if (!seen.has(kind) && node.matches(".atelier, .atelier *")) node.dataset.kind = seen.add(kind).size;
      });
    }
  }

  /** Empty what is not new, holds nothing new, and nothing that a rule asks its holders about. */
  function cut(node, holding) {
    if (node.matches("[data-kind], :has([data-kind])") || holding.has(node)) elementsIn(node).forEach((one) => cut(one, holding));
    else if (node.hasChildNodes() && !node.matches("style")) node.textContent = "…";
  }

  return htmls.map((html) => {
    stage.innerHTML = html;
    stage.querySelectorAll("details").forEach((details) => { details.open = true; });
    const nodes = [...stage.querySelectorAll("*")], holding = holders();
    mark(nodes, holding);
    elementsIn(stage).forEach((one) => cut(one, holding));
    return stage.querySelector("[data-kind]") ? stage.innerHTML : "";
  }).filter(Boolean);
}
