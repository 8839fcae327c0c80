// Unpacks the parts of the engine at a host: files beside this script. It answers `[name, bytes]`, as the one in a folder does.
// Its memory is packed tighter than browsers unpack by themselves.
async function beside(file) {
  const answer = await fetch(file);
  if (!answer.ok) throw new Error(`${file}: ${answer.status}`);
  return answer;
}
const bytesOf = async (answer) => new Uint8Array(await answer.arrayBuffer());
const gunzipped = async (file) => bytesOf(new Response((await beside(file)).body.pipeThrough(new DecompressionStream("gzip"))));
async function give(name, coming) {
  const bytes = await coming;
  self.postMessage([name, bytes], [bytes.buffer]);
}
async function unpack() {
  const tight = beside("memory.bin").then(bytesOf), late = gunzipped("late.bin");
  for (const one of [tight, late]) one.catch(() => {}); // they are waited for below
  await give("wasm", gunzipped("wasm.bin")); // it is compiled while the memory is unpacked
  await give("memory", tight.then((bytes) => fzstd.decompress(bytes)));
  await give("late", late);
}
unpack().catch((error) => self.postMessage(["failed", String(error)]));
