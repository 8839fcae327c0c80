// The parts of the engine in a folder: a worker may read no file there, so the page posts them, `[name, bytes]`.
const come = {};
const parts = Object.fromEntries(["wasm", "memory", "late"].map((name) => [name, new Promise((done) => { come[name] = done; })]));
self.addEventListener("message", ({ data: [name, bytes] }) => {
  come[name]?.(bytes);
  delete come[name]; // it would hold them
});
