// The parts of the engine at a host: files beside this script. Its memory is packed tighter than browsers unpack by themselves.
async function beside(file) {
  const answer = await fetch(file);
  if (!answer.ok) throw new Error(`${file}: ${answer.status}`);
  return answer;
}
const bytesOf = async (answer) => new Uint8Array(await answer.arrayBuffer());
const gunzipped = async (file) => bytesOf(new Response((await beside(file)).body.pipeThrough(new DecompressionStream("gzip"))));
const parts = { wasm: gunzipped("wasm.bin"), late: gunzipped("late.bin") };
const tight = beside("memory.bin").then(bytesOf);
parts.memory = parts.wasm.then(() => tight).then((bytes) => fzstd.decompress(bytes)); // the code is compiled meanwhile
