// A course without a server: all chapters in one document, so that Python is restored once. Each chapter's page is written
// whole, as a room gives it. In a folder its address is `index.html?chapitre=NAME#step`, as a file cannot have another one in
// the history; at a host, `NAME.html#step`. This runs at the top of each page that is written.
(() => {
  const ASKED = "chapitre", EDITION = "edition";
  const WORDS = {
    LOST: "Les écrans se préparent…",
    BLOCKED: "Les écrans se préparent… Sur un ordinateur lent, cela peut prendre une minute.",
  };
  const REFUSED = "Les exercices ne peuvent pas s'ouvrir ici. Ce navigateur est trop ancien, ou la mémoire manque. " +
    "Fermez les autres fenêtres, ou prenez un autre navigateur.";
  const PARTS = { memory: "memory.bin", late: "late.bin", wasm: "wasm.bin", lock: "lock.json" }; // of a host, beside the worker
  const root = document.documentElement;
  // `hosted`: the folder of the engine, where a host gives the course. `usual`: the year that the course opens on; `copy`:
  // what the names of this page's edition end in, « .2021 », nothing for the usual one.
  const { home, hosted, usual, copy } = root.dataset;
  const shell = window.atelierShell || { home, came: {}, asked: {}, connections: new Map(), number: 0, state: 0 };
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
    const { worker, ...parts } = hosted ? PARTS : await load("engine");
    shell.asked.engine = true; // and no longer 18 MB
    const script = hosted ? `${hosted}/worker.js` : URL.createObjectURL(new Blob([worker], { type: "text/javascript" }));
    shell.worker = new Worker(script);
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

  // ---- One chapter after another. In a folder, all have one address; a host gives each its own.
  const inEdition = (name, year) => name + (year && year !== usual ? `.${year}` : "");
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
    if (!hosted) return load("pages", unpack).then((pages) => pages[name] || pages[shell.home]);
    const answer = await fetch(`${name}.html`);
    if (!answer.ok) throw new Error(answer.status);
    return answer.text();
  };
  const wanted = () => chapterOf(location) || shell.home;
  const here = () => (location.pathname + location.search).replace(/[?&]tout$/, "");
  async function show() {
    const at = here();
    root.style.visibility = "hidden"; // until the page that was asked for is here
    const html = await pageOf(wanted());
    if (at !== here()) return; // another one by now
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
    if (hosted) location.reload(); else refuse();
  });
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
    if (link.href !== location.href) history.pushState(null, "", link.href);
    showSafely();
  });
  addEventListener("popstate", () => { if (here() !== shell.at) showSafely(); });
  if (!hosted && shell.at === undefined && wanted() !== home) {
    root.removeAttribute("data-door"); // the home page, which this file holds, is not what was asked for
    showSafely();
  }
  if (shell.at === undefined) shell.at = here();
  if (hosted && window.isSecureContext && navigator.serviceWorker) navigator.serviceWorker.register("offline.js");
})();
