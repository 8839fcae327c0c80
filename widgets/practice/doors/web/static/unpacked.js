// What packing.py has packed into letters, as bytes: seven bits a letter.
function atelierBytes(text) {
  const bytes = new Uint8Array(Math.floor(text.length * 7 / 8));
  for (let at = 0, to = 0, bits = 0, held = 0; at < text.length; at++) {
    held = (held << 7 | text.charCodeAt(at)) & 0x3fff;
    bits += 7;
    if (bits >= 8) { bits -= 8; bytes[to++] = held >> bits; }
  }
  return bytes;
}
function atelierUnpacked(text) { // what was compressed before that
  const { readable, writable } = new DecompressionStream("gzip");
  const writer = writable.getWriter(); // not through a Blob: Safari's engine does not read one in a worker of files
  writer.write(atelierBytes(text)).catch(() => {}); // whoever reads is told
  writer.close().catch(() => {});
  return new Response(readable).arrayBuffer();
}
