// A course without a server: all chapters in one document, so that Python is restored once. Each chapter's page is written
// whole, as a room gives it. In a folder its address is `index.html?chapitre=NAME#step`, as a file cannot have another one in
// the history; at a host, `NAME.html#step`. This runs at the top of each page that is written, after connection.js.
(() => {
  const ASKED = "chapitre", EDITION = "edition";
  const root = document.documentElement;
  // `hosted`: at a host. `usual`: the year that the course opens on; `copy`: what the names of this page's edition end in,
  // « .2021 », nothing for the usual one.
  const { home, hosted, usual, copy } = root.dataset;
  const shell = window.atelierShell;
  shell.home = shell.home || home;

  const unpack = async (text) => new TextDecoder().decode(await atelierUnpacked(text));

  const inEdition = (name, year) => name + (year && year !== usual ? `.${year}` : "");
  // In a folder, all have one address; a host gives each its own.
  const chapterOf = (place) => {
    const [, name, kind] = /([^/]+)\.(ipynb|html)$/.exec(place.pathname) || [];
    if (kind === "ipynb") return name.includes(".") ? name.replace(`.${usual}`, "") : name + (copy || "");
    if (hosted && kind === "html" && name !== "index") return name;
    const asked = new URLSearchParams(place.search);
    return hosted ? null : asked.get(ASKED) && inEdition(asked.get(ASKED), asked.get(EDITION));
  };
  const addressOf = (name, link) => {
    const presented = new URLSearchParams(link.search).has("presenter");
    if (hosted) return `${name}.html${presented ? "?presenter" : ""}${link.hash}`;
    return `${location.pathname}?${ASKED}=${name}${presented ? "&presenter" : ""}${link.hash}`;
  };
  const pageOf = async (name) => {
    if (!hosted) return shell.load(`pages/${name}`, unpack);
    const answer = await fetch(`${name}.html`);
    if (!answer.ok) throw new Error(answer.status);
    return answer.text();
  };
  // An address that a QR code leads to names a chapter as a folder does; a host gives each its page.
  const asked = new URLSearchParams(hosted ? location.search : ""), come = asked.get(ASKED);
  if (/^\w+$/.test(come ?? "")) location.replace(`${inEdition(come, asked.get(EDITION))}.html${location.hash}`);
  const wanted = () => chapterOf(location) || shell.home;
  const here = () => (location.pathname + location.search).replace(/[?&]tout$/, "");
  async function show() {
    const at = here();
    root.style.visibility = "hidden"; // until the page that was asked for is here
    const html = await pageOf(wanted());
    if (at !== here()) return; // another one by now
    if (!hosted) shell.begin(); // what the page will ask comes while it is drawn
    dispatchEvent(new Event("pagehide")); // the page that was shown lets go
    shell.at = at;
    delete window.atelierDoor; // the next page may have none
    document.open();
    document.write(html);
    document.close();
    scrollTo(0, 0);
    if (!location.hash) document.getElementById("contenu")?.focus({ preventScroll: true });
  }
  const showSafely = () => show().catch(() => {
    root.style.visibility = "";
    if (hosted) location.reload(); else shell.stay();
  });
  shell.open = (address) => {
    if (address !== location.href) history.pushState(null, "", address);
    showSafely();
  };
  const ours = (event) => {
    const link = event.target.closest?.("a[href]");
    return link && !link.target && link.origin === location.origin && chapterOf(link) ? link : null;
  };
  const translated = (link) => { link.href = addressOf(chapterOf(link), link); return link; };
  for (const type of ["auxclick", "contextmenu"]) {
    document.addEventListener(type, (event) => { const link = ours(event); if (link) translated(link); });
  }
  document.addEventListener("click", (event) => {
    const link = ours(event);
    if (!link || event.defaultPrevented) return;
    if (link.hash && link.pathname + link.search === location.pathname + location.search) return; // a step of this chapter
    translated(link);
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    shell.open(link.href);
  });
  addEventListener("popstate", () => { if (here() !== shell.at) showSafely(); });
  if (!hosted && shell.at === undefined && wanted() !== home) {
    root.removeAttribute("data-door"); // the home page, which this file holds, is not what was asked for
    showSafely();
  }
  if (shell.at === undefined) shell.at = here();
  // What keeps a copy comes for everything once more: a moment after the screens answer, for it would make them wait.
  const CALM = 3000; // ms
  const keep = () => setTimeout(() => navigator.serviceWorker.register("offline.js"), CALM);
  const keeps = hosted && window.isSecureContext && navigator.serviceWorker;
  if (keeps) addEventListener("load", () => {
    if (window.atelierShell?.begun && !window.atelierShell.state) addEventListener("atelier-settled", keep, { once: true });
    else keep();
  });
})();
