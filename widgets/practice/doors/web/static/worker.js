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

// A part of the engine, as bytes: a text in a page's folder; at a host, a file beside this one.
const asked = self.fetch.bind(self);
async function unpacked(part) {
  const packed = part.endsWith(".bin") ? new Uint8Array(await (await found(part)).arrayBuffer()) : atelierBytes(part);
  return fzstd.decompress(packed);
}
async function found(file) {
  const answer = await asked(file);
  if (!answer.ok) throw new Error(`${file}: ${answer.status}`);
  return answer;
}

async function begin({ memory, late, wasm, lock }) {
  const compiled = unpacked(wasm).then((code) => WebAssembly.compile(code));
  const locked = lock.endsWith(".json") ? (await found(lock)).text() : lock;
  return restore({ memory: unpacked(memory), late: unpacked(late), wasm: compiled, lock: await locked });
}

let hear; // a promise of what answers
self.onmessage = async ({ data }) => {
  try {
    if (!hear) {
      hear = begin(data);
      await hear;
      return void self.postMessage(["ready"]);
    }
    const [connection, text] = data;
    self.postMessage([connection, JSON.parse((await hear)(connection, text))]);
  } catch (error) {
    self.postMessage(["failed", String(error?.message ?? error)]);
  }
};
