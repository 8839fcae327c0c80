// The parts of the engine in a folder: a worker may read no file there, so the page posts them, piece after piece: `[name, bytes]`,
// and `[name, null]` after the last. What has come is unpacked while the next is read.
const pieces = {};
const parts = Object.fromEntries(["wasm", "memory", "late"].map((name) => {
  const { readable, writable } = new DecompressionStream("gzip");
  pieces[name] = writable.getWriter();
  return [name, new Response(readable).arrayBuffer().then((buffer) => new Uint8Array(buffer))];
}));
self.addEventListener("message", ({ data: [name, bytes] }) => {
  const writer = pieces[name];
  if (writer) (bytes ? writer.write(bytes) : writer.close()).catch(() => {}); // whoever waits for the whole is told
});
