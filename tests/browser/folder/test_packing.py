"""What Python packs into the letters of a script is what JavaScript unpacks from them."""

import gzip
import json
import random
import subprocess

from practice.doors.web.folder import HERE
from practice.doors.web.packing import compressed, letters
from practice.doors.web.pyodide import node

READ = """
{unpacked}
const read = async (text) => Buffer.from(await atelierUnpacked(text)).toString("hex");
Promise.all([{texts}].map(read)).then((all) => console.log(JSON.stringify(all)));
"""


def test_bytes_of_every_length_and_value_come_back_from_a_text_of_plain_letters(tmp_path):
    chance = random.Random(6)
    contents = [bytes(range(256)), *(chance.randbytes(length) for length in range(16))]
    texts = [letters(compressed(content)) for content in contents]
    assert {len(gzip.compress(content, 9, mtime=0)) % 7 for content in contents} == set(range(7))
    assert all(text.isascii() for text in texts)
    assert not any(set(text) & {"\n", "\r"} for text in texts)
    code = tmp_path / "read.js"
    unpacked = (HERE / "unpacked.js").read_text(encoding="utf-8")
    code.write_text(READ.format(unpacked=unpacked, texts=", ".join(texts)), encoding="utf-8", newline="")
    read = subprocess.run([*node(), str(code)], capture_output=True, text=True, check=True).stdout
    assert [bytes.fromhex(one) for one in json.loads(read)] == contents
