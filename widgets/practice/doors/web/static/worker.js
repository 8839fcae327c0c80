// The engine, in a worker: Python restored from its memory. It hears `[connection, text]` and answers `[connection, texts]`.
// `parts` are promises of bytes: the code of Python, its memory, the archive of what is imported late. The page posts each as
// `[name, bytes]`, once it is unpacked.
const NOWHERE = "http://engine.invalid/"; // Pyodide asks for its files by an address: none of them leaves the page

const come = {};
const parts = Object.fromEntries(["wasm", "memory", "late"].map((name) => [name, new Promise((done) => { come[name] = done; })]));
function take(name, bytes) {
  come[name](bytes);
  delete come[name]; // it would hold them
}

// What the memory has from the code is not sent twice: SHARED says where it is in the code, in the memory, and its length.
function remember(memory, code) {
  const [from, to, length] = SHARED;
  for (let at = 0; at < length; at++) memory[to + at] ^= code[from + at];
  return memory;
}

// Gives the room of bytes back at once, and not some day: who sends them away has them no more, and nobody gets them.
function letGo(...bytes) {
  const { port1, port2 } = new MessageChannel();
  port1.postMessage(null, bytes.map(({ buffer }) => buffer));
  for (const port of [port1, port2]) port.close();
}

async function restore() {
  const code = await parts.wasm;
  const compiled = WebAssembly.compile(code);
  compiled.catch(() => {}); // it is waited for below
  WebAssembly.instantiateStreaming = async (_, imports) => {
    const module = await compiled;
    return { module, instance: await WebAssembly.instantiate(module, imports) };
  };
  self.fetch = async (address) => {
    if (String(address).startsWith(NOWHERE)) return new Response(await parts.late);
    throw new TypeError("nothing is asked of anywhere");
  };
  const memory = remember(await parts.memory, code);
  const options = { indexURL: NOWHERE, packageBaseUrl: NOWHERE, stdLibURL: `${NOWHERE}late.zip`, _loadSnapshot: memory };
  const python = await loadPyodide({ ...options, lockFileContents: LOCK });
  python._api.config._loadSnapshot = parts.memory = parts.wasm = null; // they would hold 45 MB for nothing
  self.postMessage(["ready"]);
  letGo(memory, code);
  return python.runPython("engine.hear");
}

const fail = (error) => self.postMessage(["failed", String(error?.message ?? error)]);
const hear = restore(); // what answers
hear.catch(fail);
self.addEventListener("message", async ({ data: [connection, text] }) => {
  if (typeof connection === "string") return take(connection, text);
  try {
    self.postMessage([connection, JSON.parse((await hear)(connection, text))]);
  } catch (error) { fail(error); }
});
