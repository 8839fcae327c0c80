// What a page uses like a websocket, without a server: Python in a worker, restored from its memory once, whichever page of the
// document asks first. Its parts are in a file beside the page, or, at a host, in a folder.
(() => {
  const WORDS = {
    LOST: "Les écrans se préparent…",
    BLOCKED: "Les écrans se préparent… Sur un ordinateur lent, cela peut prendre une minute.",
  };
  const REFUSED = "Les exercices ne peuvent pas s'ouvrir ici. Ce navigateur est trop ancien, ou la mémoire manque. " +
    "Fermez les autres fenêtres, ou prenez un autre navigateur.";
  const MISSING = "Il manque des fichiers du cours. Rechargez la page. Si rien ne change, copiez de nouveau tout le dossier " +
    "du cours, avec «\u00a0engine\u00a0» et «\u00a0pages\u00a0».";
  const { hosted } = document.documentElement.dataset; // the folder of the engine, where a host gives the course
  const shell = window.atelierShell || { came: {}, asked: {}, connections: new Map(), number: 0, state: 0 };
  window.atelierShell = shell;

  // What a file beside this one gives; it calls `give` itself. It is no longer in the document while it comes: a page that is
  // written makes what is in it forget who waits.
  const ask = (name) => new Promise((done, failed) => {
    shell.came[name] = done;
    const script = Object.assign(document.createElement("script"), { src: `${name}.js`, onerror: () => { shell.missing = MISSING; failed(); } });
    document.head.append(script);
    script.remove();
  });
  shell.load = (name, read = (what) => what) => {
    shell.asked[name] = shell.asked[name] || ask(name).then(read);
    return shell.asked[name];
  };
  shell.give = (name, what) => { shell.came[name](what); delete shell.came[name]; }; // which would hold it

  // In a folder, a worker is begun while its memory is still read from the disk, and works while the page is drawn.
  shell.begin = () => {
    shell.begun = shell.begun || startEngine().catch(() => refuse());
  };
  async function startEngine() {
    if (hosted) { // its parts are beside it
      unpacks(`${hosted}/unpacker.js`);
      return listen(`${hosted}/worker.js`);
    }
    const { worker, unpacker, pieces } = await shell.load("engine/begin");
    const coming = pieces.map(([, file]) => shell.load(file));
    coming.forEach((one) => one.catch(() => {})); // one that does not come is told when its turn has come
    const hand = unpacks(scriptOf(unpacker));
    listen(scriptOf(await atelierUnpacked(worker)));
    for (const [at, [part, file]] of pieces.entries()) {
      const bytes = atelierBytes(await coming[at]);
      coming[at] = shell.asked[file] = true; // and no longer all of it
      hand.postMessage([part, bytes], [bytes.buffer]);
      if (pieces[at + 1]?.[0] !== part) hand.postMessage([part, null]);
    }
  }
  // A worker that unpacks, and is ended when the last part has come; the other one gets ready meanwhile.
  function unpacks(script) {
    const hand = new Worker(script);
    hand.onerror = refuse;
    hand.onmessage = ({ data: [part, bytes] }) => {
      if (part === "failed") return refuse();
      shell.worker.postMessage([part, bytes], [bytes.buffer]);
      if (part === "late") hand.terminate();
    };
    return hand;
  }
  const scriptOf = (text) => URL.createObjectURL(new Blob([text], { type: "text/javascript" }));
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
  const refuse = () => {
    const told = shell.connections.size > 0; // they tell the page
    settle(3);
    document.dispatchEvent(new Event("atelier-refused"));
    if (!told) tell(shell.missing || REFUSED);
  };
  function tell(words) {
    const say = () => { document.getElementById("page-gone").textContent = words; };
    if (document.readyState === "complete") say(); else addEventListener("load", say);
  }
  // A chapter cannot be shown. If only its file is not here, the others can.
  shell.stay = () => {
    if (!shell.missing) return refuse();
    tell(shell.missing);
    shell.missing = "";
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
      else this.onclose?.({ code: 1011, reason: shell.missing || this.door.refused || REFUSED });
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
    shell.begin();
    return new Connection(door);
  };
})();
