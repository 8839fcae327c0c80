// The engine, in a worker: Python restored from its memory. It hears `[connection, text]` and answers `[connection, texts]`.
// `parts` are promises: the memory, the archive of what is imported late, and the compiled module of WebAssembly.
const NOWHERE = "http://engine.invalid/"; // Pyodide asks for its files by an address: none of them leaves the page

async function restore(parts) {
  WebAssembly.instantiateStreaming = async (_, imports) => {
    const module = await parts.wasm;
    return { module, instance: await WebAssembly.instantiate(module, imports) };
  };
  self.fetch = async (address) => {
    if (String(address).startsWith(NOWHERE)) return new Response(await parts.late);
    throw new TypeError("nothing is asked of anywhere");
  };
  const options = { indexURL: NOWHERE, packageBaseUrl: NOWHERE, stdLibURL: `${NOWHERE}late.zip`, _loadSnapshot: parts.memory };
  const python = await loadPyodide({ ...options, lockFileContents: parts.lock });
  python._api.config._loadSnapshot = parts.memory = parts.wasm = null; // they would hold 45 MB for nothing
  return python.runPython("engine.hear");
}

// A part of the engine: its bytes from a page's folder; at a host, the name of a file beside this one.
const asked = self.fetch.bind(self);
async function unpacked(part) {
  const given = await part;
  return fzstd.decompress(typeof given === "string" ? new Uint8Array(await (await found(given)).arrayBuffer()) : given);
}
async function found(file) {
  const answer = await asked(file);
  if (!answer.ok) throw new Error(`${file}: ${answer.status}`);
  return answer;
}

async function begin({ memory, late, wasm, lock }) {
  const compiled = unpacked(wasm).then((code) => WebAssembly.compile(code));
  const locked = await lock;
  const text = locked.endsWith(".json") ? await (await found(locked)).text() : locked;
  const python = await restore({ memory: unpacked(memory), late: unpacked(late), wasm: compiled, lock: text });
  self.postMessage(["ready"]);
  return python;
}

const came = {}; // the name of a part -> what is told that it is here
const part = (name) => new Promise((done) => { came[name] = done; });
const fail = (error) => self.postMessage(["failed", String(error?.message ?? error)]);
const hear = begin({ memory: part("memory"), late: part("late"), wasm: part("wasm"), lock: part("lock") }); // what answers
hear.catch(fail);
self.onmessage = async ({ data }) => {
  if (!Array.isArray(data)) return Object.entries(data).forEach(([name, given]) => came[name](given));
  const [connection, text] = data;
  try {
    self.postMessage([connection, JSON.parse((await hear)(connection, text))]);
  } catch (error) { fail(error); }
};
