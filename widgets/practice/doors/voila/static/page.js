// The comfort of the page: text size, contrast, and forgetting one's work. frame.html.j2 applies them before the first paint.
(() => {
  const SIZES = [100, 125, 150, 200];
  const root = document.documentElement;
  const find = (id) => document.getElementById(id);
  const keep = (name, value) => { try { localStorage.setItem(`atelier-page:${name}`, value); } catch { /* refused: until the next page */ } };
  root.dataset.scripts = "here";
  find("page-gone").textContent = ""; // they came late
  const say = (text) => { find("page-said").textContent = text; };

  const resize = (wish) => {
    const now = SIZES.indexOf(parseInt(root.style.fontSize || "100", 10));
    const next = { smaller: Math.max(now - 1, 0), normal: 0, larger: Math.min(now + 1, SIZES.length - 1) }[wish];
    root.style.fontSize = `${SIZES[next]}%`;
    keep("size", SIZES[next]);
    say(`Taille du texte : ${SIZES[next]} %`);
  };
  for (const button of document.querySelectorAll("[data-size]")) button.addEventListener("click", () => resize(button.dataset.size));

  // Where the band that stays at the top ends: what else stays in view stays under it.
  const band = document.querySelector(".page-band");
  const height = (place) => (place && getComputedStyle(place).position === "sticky" ? place.offsetHeight : 0);
  const measure = () => root.style.setProperty("--a-top", `${height(band) + height(document.querySelector(".room-bar"))}px`);
  addEventListener("resize", measure);
  if (window.ResizeObserver) new ResizeObserver(measure).observe(band);
  measure();

  const contrast = find("page-contrast");
  const show = () => contrast.setAttribute("aria-pressed", root.dataset.contrast === "high");
  contrast.addEventListener("click", () => {
    if (root.dataset.contrast) delete root.dataset.contrast; else root.dataset.contrast = "high";
    keep("contrast", root.dataset.contrast ?? "normal");
    show();
  });
  show();

  const forget = (href) => {
    try {
      for (const key of Object.keys(localStorage)) if (key.startsWith("atelier:")) localStorage.removeItem(key);
    } catch { /* refused: nothing was kept */ }
    root.dataset.forgets = ""; // what is typed, too (early.js)
    scrollTo(0, 0);
    if (href && new URL(href, location.href).href !== location.href) location.assign(href); else location.reload();
  };
  window.atelierForget = forget;
  const sure = find("page-sure");
  sure.addEventListener("close", () => { if (sure.returnValue === "yes") forget(); });
  find("page-forget").addEventListener("click", () => {
    sure.returnValue = "";
    if (sure.showModal) sure.showModal();
    else if (confirm("Effacer votre travail ? Tous les exercices reprennent depuis le début.")) forget();
  });
  // A word that is explained: by a click and by Escape. What it opens is also said, as it may stand some lines below.
  const terms = (more = "") => document.querySelectorAll(`.page-term${more}`);
  const explain = (term, open) => {
    const meaning = find(term.getAttribute("aria-controls"));
    term.setAttribute("aria-expanded", open);
    meaning.hidden = !open;
    say(open ? meaning.textContent : "");
  };
  for (const term of terms()) {
    term.addEventListener("click", ({ detail }) => {
      if (detail < 2) explain(term, term.getAttribute("aria-expanded") === "false"); // a double click opens it too
    });
    term.addEventListener("keydown", (event) => {
      if (event.key === "Enter" || event.key === " ") { event.preventDefault(); if (!event.repeat) term.click(); }
    });
  }
  document.addEventListener("keydown", ({ key }) => {
    if (key === "Escape") for (const term of terms("[aria-expanded=true]")) explain(term, false);
  });
  for (const link of document.querySelectorAll("a[data-presenter]")) link.search = "presenter"; // the sessions of the home page
  if (new URLSearchParams(location.search).has("presenter")) import("./presenter.js").then(({ present }) => present());
  for (const button of document.querySelectorAll("[data-reload]")) button.addEventListener("click", () => window.atelierReload());
})();
