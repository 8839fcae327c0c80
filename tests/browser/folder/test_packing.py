"""What Python packs into the letters of a script is what JavaScript unpacks from them; nothing is sent twice."""

import json
import random
import subprocess

import pytest

from practice.doors.web.folder import HERE
from practice.doors.web.packing import compressed, letters
from practice.doors.web.pyodide import node
from practice.doors.web.sharing import shared, without

READ = """
{unpacked}
const read = async (text) => Buffer.from(await atelierUnpacked(text)).toString("hex");
Promise.all([{texts}].map(read)).then((all) => console.log(JSON.stringify(all)));
"""


def test_bytes_of_every_length_and_value_come_back_from_a_text_of_plain_letters(tmp_path):
    chance = random.Random(6)
    contents = [bytes(range(256)), *(chance.randbytes(length) for length in range(16))]
    texts = [letters(compressed(content)) for content in contents]
    assert {len(compressed(content)) % 7 for content in contents} == set(range(7))
    assert all(text.isascii() for text in texts)
    assert not any(set(text) & {"\n", "\r"} for text in texts)
    code = tmp_path / "read.js"
    unpacked = (HERE / "unpacked.js").read_text(encoding="utf-8")
    code.write_text(READ.format(unpacked=unpacked, texts=", ".join(texts)), encoding="utf-8", newline="")
    read = subprocess.run([*node(), str(code)], capture_output=True, text=True, check=True).stdout
    assert [bytes.fromhex(one) for one in json.loads(read)] == contents


def test_what_the_memory_has_from_the_code_is_known_taken_out_and_comes_back():
    values = b"les valeurs de depart"
    heading = bytes(4) + (40).to_bytes(4, "little") + bytes(32)
    memory = heading + bytes(1024) + b"les valeurs d'arrivee" + b"le reste"
    piece = b"\x01\x00\x23\x00\x0b" + bytes([len(values)]) + values
    code = b"\0asm\1\0\0\0" + b"\x01\x02ab" + b"\x0b" + bytes([len(piece)]) + piece
    same = shared(code, memory)
    assert code[same.code : same.code + same.length] == values
    assert memory[same.memory : same.memory + same.length] == b"les valeurs d'arrivee"
    own = without(memory, code, same)
    assert own[same.memory :].startswith(bytes(len("les valeurs d")))
    assert own.endswith(b"le reste")
    assert without(own, code, same) == memory
    with pytest.raises(ValueError, match="2 pieces"):
        shared(code.replace(b"\x01\x00\x23", b"\x02\x00\x23"), memory)


def test_the_memory_of_python_begins_with_what_its_code_has(engine):
    same = shared(engine.wasm, engine.memory)
    own = without(engine.memory, engine.wasm, same)[same.memory : same.memory + same.length]
    assert same.length > 3_000_000
    assert own.count(0) > 0.9 * same.length
