"""The engine as files that a page can load, in a folder or at a host."""

import json
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from practice.doors.web.packing import compressed, letters, tightly
from practice.doors.web.pyodide import LOCK, SCRIPTS, UNPACKER
from practice.doors.web.sharing import shared, without

_HERE = Path(__file__).with_name("static")
FOLDER = "engine"  #: where the files of the engine are
_PIECES = 4  #: of the memory in a folder: one is read from the disk while the one before is unpacked


@dataclass(frozen=True)
class Built:
    """What a page needs to run Python: where Pyodide is, the code of Python, its memory, what is imported late.

    `level` is how long to look for what is smaller, as Zstandard counts, where the memory comes through a line.
    """

    python: Path
    wasm: bytes
    memory: bytes
    late: bytes
    level: int = 19

    def files(self) -> dict[str, bytes]:
        """Return it as files, for a host: its memory is most of what comes through a line, and is packed tightly."""
        unpacker = "\n".join(_read(file) for file in (self.python / UNPACKER, _HERE / "unpacker_at_host.js"))
        files = {
            "worker.js": self._worker().encode(),
            "unpacker.js": unpacker.encode(),
            "wasm.bin": self._packed_wasm,
            "memory.bin": tightly(self._own(), self.level),
            "late.bin": self._packed_late,
        }
        return {f"{FOLDER}/{name}": content for name, content in files.items()}

    @cached_property
    def scripts(self) -> dict[str, str]:
        """Hold it as scripts, as a page in a folder may load no other file: packed for a quick start."""
        memory = compressed(self._own())
        step = -(-len(memory) // _PIECES)
        cut = [("memory", f"memory{at + 1}", memory[at * step : (at + 1) * step]) for at in range(_PIECES)]
        pieces = [("wasm", "wasm", self._packed_wasm), *cut, ("late", "late", self._packed_late)]
        worker = letters(compressed(self._worker().encode()))
        listed = json.dumps([(part, f"{FOLDER}/{name}") for part, name, _ in pieces])
        given = {"begin": f"{{worker: {worker}, unpacker: {json.dumps(self._unpacker())}, pieces: {listed}}}"}
        given |= {name: letters(piece) for _, name, piece in pieces}
        files = {f"{FOLDER}/{name}": what for name, what in given.items()}
        return {f"{name}.js": f"atelierShell.give('{name}', {what});\n" for name, what in files.items()}

    @cached_property
    def _packed_wasm(self) -> bytes:
        return compressed(self.wasm)

    @cached_property
    def _packed_late(self) -> bytes:
        return compressed(self.late)

    def _own(self) -> bytes:
        """Return the memory without what the code has."""
        return without(self.memory, self.wasm, shared(self.wasm, self.memory))

    def _unpacker(self) -> str:
        sizes = {"wasm": len(self.wasm), "memory": len(self.memory), "late": len(self.late)}
        return f"const SIZES = {json.dumps(sizes)};\n{_read(_HERE / 'unpacker_in_folder.js')}"

    def _worker(self) -> str:
        known = json.loads(_read(self.python / LOCK))
        lock = json.dumps(json.dumps({"info": known["info"], "packages": {}}))
        told = f"const SHARED = {json.dumps(shared(self.wasm, self.memory))}, LOCK = {lock};"
        return "\n".join([told, *(_read(self.python / name) for name in SCRIPTS), _read(_HERE / "worker.js")])


def _read(file: Path) -> str:
    return file.read_text(encoding="utf-8")
