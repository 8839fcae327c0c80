// In every page from its first moment: it plays the learner, and notes when the page is usable. SPEC comes from browser.py.
(() => {
  if (window !== top) return;
  const spec = SPEC;
  const EVERY = 10; // ms between two looks while the page loads
  const AGAIN = 1000; // ms before a click without an answer is made again
  const look = (root, selector) => {
    for (const host of root.querySelectorAll("*")) {
      if (host.matches(selector)) return host;
      const inside = host.shadowRoot && look(host.shadowRoot, selector);
      if (inside) return inside;
    }
    return null;
  };
  const find = (selector) => {
    const [outer, inner] = selector.split(" >>> ");
    if (!inner) return document.querySelector(outer);
    const host = look(document, outer);
    return host && (host.shadowRoot ? look(host.shadowRoot, inner) : host.querySelector(inner));
  };
  const amount = () => find(spec.total)?.textContent.match(/Total\s*:\s*([\d\s]+,\d\d)/)?.[1].replace(/\s/g, "");
  const usable = (el) => el && !el.disabled && el.getAttribute("aria-disabled") !== "true" && el.getClientRects().length > 0;
  const sleep = (ms) => new Promise((done) => setTimeout(done, ms));

  async function search(every) {
    const before = amount(), began = performance.now();
    find(spec.box).click();
    find(spec.button).click();
    let clicks = 1;
    while (!amount() || amount() === before) {
      await sleep(every);
      if (performance.now() > began + AGAIN * clicks) { find(spec.button)?.click(); clicks++; }
    }
    return { ms: performance.now() - began, clicks, total: amount() };
  }

  async function arrive() {
    while (!document.documentElement || !usable(find(spec.button)) || !find(spec.box) || !amount()) await sleep(EVERY);
    const shown = performance.now();
    const { clicks, total } = await search(EVERY);
    return { shown, answered: performance.now(), clicks, total };
  }
  window.bench = { arrived: arrive(), search: () => search(1) };
})();
