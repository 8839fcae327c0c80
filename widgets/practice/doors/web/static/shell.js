// A copy of one's own: all chapters in one document, so that Python is restored once. Each chapter's page is written whole,
// as a room gives it; its address is `index.html?chapitre=NAME#step`. This runs at the top of each page that is written.
(() => {
  const ASKED = "chapitre";
  const WORDS = {
    LOST: "Les écrans se préparent…",
    BLOCKED: "Les écrans se préparent… Sur un ordinateur lent, cela peut prendre une minute.",
  };
  const REFUSED = "Les exercices ne peuvent pas s'ouvrir ici. Ce navigateur est trop ancien, ou la mémoire manque. " +
    "Fermez les autres fenêtres, ou prenez un autre navigateur.";
  const root = document.documentElement;
  const home = root.dataset.home;
  const shell = window.atelierShell || { shown: home, home, came: {}, asked: {}, connections: new Map(), number: 0, state: 0 };
  window.atelierShell = shell;

  // What a file beside this one gives; it calls `give` itself, as a page that is written makes scripts forget who waits.
  const ask = (name) => new Promise((done, failed) => {
    shell.came[name] = done;
    document.head.append(Object.assign(document.createElement("script"), { src: `${name}.js`, onerror: failed }));
  });
  const load = (name, read = (what) => what) => {
    shell.asked[name] = shell.asked[name] || ask(name).then(read);
    return shell.asked[name];
  };
  shell.give = (name, what) => shell.came[name](what);

  const unpack = async (text) => {
    const bytes = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
    return JSON.parse(await new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"))).text());
  };

  // ---- The engine
  async function startEngine() {
    const { worker, ...parts } = await load("engine");
    shell.asked.engine = true; // and no longer 18 MB
    shell.worker = new Worker(URL.createObjectURL(new Blob([worker], { type: "text/javascript" })));
    shell.worker.onerror = refuse;
    shell.worker.onmessage = ({ data: [to, texts] }) => {
      if (to === "failed") refuse();
      else if (to === "ready") settle(1);
      else shell.connections.get(to)?.hear(texts);
    };
    shell.worker.postMessage(parts);
  }
  function settle(state) {
    shell.state = state;
    for (const one of shell.connections.values()) one.begin();
  }
  function refuse() {
    settle(3);
    if (shell.connections.size) return; // which tell the page
    const tell = () => { document.getElementById("page-gone").textContent = REFUSED; };
    if (document.readyState === "complete") tell(); else addEventListener("load", tell);
  }
  // What a page uses like a websocket.
  class Connection {
    constructor() {
      this.number = ++shell.number;
      this.readyState = 0;
      shell.connections.set(this.number, this);
      if (shell.state) setTimeout(() => this.begin());
    }
    begin() {
      if (this.readyState) return;
      this.readyState = shell.state;
      if (shell.state === 1) this.onopen?.();
      else this.onclose?.({ code: 1011, reason: REFUSED });
    }
    send(text) { shell.worker.postMessage([this.number, text]); }
    hear(texts) {
      if (texts) for (const data of texts) this.onmessage?.({ data });
      else { this.close(); this.onclose?.({ code: 1003 }); }
    }
    close() {
      this.readyState = 3;
      shell.connections.delete(this.number);
    }
  }
  window.atelierOpen = (door) => {
    door.words = WORDS;
    if (!shell.asked.engine) startEngine().catch(refuse);
    return new Connection();
  };

  // ---- One chapter after another
  const wanted = (search = location.search) => new URLSearchParams(search).get(ASKED) || shell.home;
  async function show() {
    const name = wanted();
    root.style.visibility = "hidden"; // until the page that was asked for is here
    const pages = await load("pages", unpack);
    if (name !== wanted()) return; // another one by now
    dispatchEvent(new Event("pagehide")); // the page that was shown lets go
    shell.shown = name;
    delete window.atelierDoor; // the next page may have none
    document.open();
    document.write(pages[name] ?? pages[shell.home]);
    document.close();
    scrollTo(0, 0);
    if (!location.hash) document.getElementById("contenu")?.focus({ preventScroll: true });
  }
  const showSafely = () => show().catch(() => { root.style.visibility = ""; refuse(); });
  const go = () => { if (wanted() !== shell.shown) showSafely(); };
  // The links of a page name notebooks, as they do everywhere.
  const translate = (link) => {
    const [, name] = /([^/]+)\.ipynb$/.exec(link.pathname) ?? [];
    if (!name) return false;
    const search = new URLSearchParams(link.search);
    const query = [`${ASKED}=${name}`, search.has("presenter") && "presenter"].filter(Boolean).join("&");
    link.href = `${location.pathname}?${query}${link.hash}`;
    return true;
  };
  const linkOf = ({ target }) => target.closest?.("a[href]");
  for (const type of ["auxclick", "contextmenu"]) {
    document.addEventListener(type, (event) => { const link = linkOf(event); if (link) translate(link); });
  }
  document.addEventListener("click", (event) => {
    const link = linkOf(event);
    if (!link || link.target || link.pathname !== location.pathname && !translate(link)) return;
    if (!new URLSearchParams(link.search).has(ASKED)) return; // a step of this chapter, or something else
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey || event.defaultPrevented) return;
    event.preventDefault();
    if (link.href !== location.href) history.pushState(null, "", link.href);
    showSafely();
  });
  addEventListener("popstate", go);
  if (wanted() !== shell.shown) {
    root.removeAttribute("data-door"); // the home page, which this file holds, is not what was asked for
    showSafely();
  }
})();
