// What a page uses like a websocket, without a server: Python in a worker, restored from its memory once, whichever page of the
// document asks first. Its parts are in a file beside the page, or, at a host, in a folder.
(() => {
  const WORDS = {
    LOST: "Les écrans se préparent…",
    BLOCKED: "Les écrans se préparent… Sur un ordinateur lent, cela peut prendre une minute.",
  };
  const REFUSED = "Les exercices ne peuvent pas s'ouvrir ici. Ce navigateur est trop ancien, ou la mémoire manque. " +
    "Fermez les autres fenêtres, ou prenez un autre navigateur.";
  const PARTS = { memory: "memory.bin", late: "late.bin", wasm: "wasm.bin", lock: "lock.json" }; // of a host, beside the worker
  const { hosted } = document.documentElement.dataset; // the folder of the engine, where a host gives the course
  const shell = window.atelierShell || { came: {}, asked: {}, connections: new Map(), number: 0, state: 0 };
  window.atelierShell = shell;

  // What a file beside this one gives; it calls `give` itself, as a page that is written makes scripts forget who waits.
  const ask = (name) => new Promise((done, failed) => {
    shell.came[name] = done;
    const script = Object.assign(document.createElement("script"), { src: `${name}.js`, onerror: failed });
    script.onload = () => script.remove(); // and its text with it
    document.head.append(script);
  });
  shell.load = (name, read = (what) => what) => {
    shell.asked[name] = shell.asked[name] || ask(name).then(read);
    return shell.asked[name];
  };
  shell.give = (name, what) => shell.came[name](what);

  async function startEngine() {
    if (hosted) {
      shell.asked.engine = true;
      listen(`${hosted}/worker.js`);
      return shell.worker.postMessage(PARTS);
    }
    const parts = await shell.load("engine");
    shell.asked.engine = true; // and no longer all of it
    listen(URL.createObjectURL(new Blob([await atelierUnpacked(parts.worker)], { type: "text/javascript" })));
    shell.worker.postMessage({ lock: parts.lock });
    for (const name of ["wasm", "memory", "late"]) { // each is begun with while the next is read
      const bytes = atelierBytes(parts[name]);
      delete parts[name];
      shell.worker.postMessage({ [name]: bytes }, [bytes.buffer]);
      await new Promise((done) => setTimeout(done)); // the page answers meanwhile
    }
  }
  function listen(script) {
    shell.worker = new Worker(script);
    shell.worker.onerror = refuse;
    shell.worker.onmessage = ({ data: [to, texts] }) => {
      if (to === "failed") refuse();
      else if (to === "ready") settle(1);
      else shell.connections.get(to)?.hear(texts);
    };
  }
  function settle(state) {
    shell.state = state;
    for (const one of shell.connections.values()) one.begin();
    dispatchEvent(new Event("atelier-settled"));
  }
  const refuse = shell.refuse = () => {
    const told = shell.connections.size > 0; // they tell the page
    settle(3);
    document.dispatchEvent(new Event("atelier-refused"));
    if (told) return;
    const tell = () => { document.getElementById("page-gone").textContent = REFUSED; };
    if (document.readyState === "complete") tell(); else addEventListener("load", tell);
  };
  // What a page uses like a websocket.
  class Connection {
    constructor(door) {
      this.door = door;
      this.number = ++shell.number;
      this.readyState = 0;
      shell.connections.set(this.number, this);
      if (shell.state) setTimeout(() => this.begin());
    }
    begin() {
      if (this.readyState) return;
      this.readyState = shell.state;
      if (shell.state === 1) this.onopen?.();
      else this.onclose?.({ code: 1011, reason: this.door.refused || REFUSED });
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
    return new Connection(door);
  };
})();
