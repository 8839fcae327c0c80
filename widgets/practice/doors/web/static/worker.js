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
function decoded(text) {
  if (Uint8Array.fromBase64) return Uint8Array.fromBase64(text);
  const letters = atob(text), bytes = new Uint8Array(letters.length);
  for (let at = 0; at < letters.length; at++) bytes[at] = letters.charCodeAt(at);
  return bytes;
}
async function unpacked(part) {
  if (part.endsWith(".bin")) return bytesOf((await found(part)).body.pipeThrough(new DecompressionStream("gzip")));
  const { readable, writable } = new DecompressionStream("gzip");
  const writer = writable.getWriter(); // not through a Blob: Safari's engine does not read one in a worker of files
  writer.write(decoded(part));
  writer.close();
  return bytesOf(readable);
}
const bytesOf = async (stream) => new Uint8Array(await new Response(stream).arrayBuffer());
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
