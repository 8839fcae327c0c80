// Unpacks the parts of the engine in a folder, in a worker of its own, beside the one that gets ready. It hears `[name, bytes]`, a
// piece, and `[name, null]` after the last, and answers `[name, bytes]`, the whole, as large as SIZES says. Then it is ended, and what
// it leaves behind with it.
const writers = {};
async function unpack(name) {
  const { readable, writable } = new DecompressionStream("gzip");
  writers[name] = writable.getWriter();
  const reader = readable.getReader(), bytes = new Uint8Array(SIZES[name]);
  for (let at = 0; ;) {
    const { done, value } = await reader.read();
    if (done) return self.postMessage([name, bytes], [bytes.buffer]);
    bytes.set(value, at);
    at += value.length;
  }
}
const fail = (error) => self.postMessage(["failed", String(error)]);
for (const name of Object.keys(SIZES)) unpack(name).catch(fail);
self.onmessage = ({ data: [name, bytes] }) => {
  (bytes ? writers[name].write(bytes) : writers[name].close()).catch(() => {}); // `unpack` is told
};
