"""The engine: made by Node from the files that are staged, and written as one script that any page can load."""

import json
import subprocess
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from subprocess import PIPE

from practice.doors.web.packing import compressed, letters, tightly
from practice.doors.web.pyodide import UNPACKER, VERSION, EngineError, node, pyodide
from practice.doors.web.shelf import kept, mark_of
from practice.doors.web.staging import stage
from practice.site import Site

_HERE = Path(__file__).with_name("static")
_BUILD = _HERE / "build.mjs"
_STAGES = {  #: what begins, by the word that build.mjs says
    "fetch": "1/5  Python pour les navigateurs (téléchargé la première fois)",
    "import": "2/5  Lecture du cours",
    "remember": "3/5  Mise en mémoire",
    "late": "4/5  Préparation des PDF",
}
#: a worker is one script: Python's own, then what starts it here
_WORKER = ("pyodide.asm.js", "pyodide.js", UNPACKER)


@dataclass(frozen=True)
class Built:
    """What a page needs to run Python: the script of its worker, and parts of it, compressed, by name."""

    worker: str
    parts: dict[str, bytes]
    lock: str

    def files(self) -> dict[str, bytes]:
        """Return it as files, for a host."""
        parts = {f"engine/{name}.bin": part for name, part in self.parts.items()}
        return {**parts, "engine/worker.js": self.worker.encode(), "engine/lock.json": self.lock.encode()}

    def script(self) -> str:
        """Return it all as a script, as a page in a folder may load no other file."""
        texts = {"worker": letters(compressed(self.worker.encode())), "lock": json.dumps(self.lock)}
        texts |= {name: letters(part) for name, part in self.parts.items()}
        given = ", ".join(f"{name}: {text}" for name, text in texts.items())
        return f"atelierShell.give('engine', {{{given}}});\n"


def build(kind: type[Site], tell: Callable[[str], None] = bool) -> Built:
    """Return the engine of all editions of a site. `tell` is told what begins. Raises EngineError."""
    editions = ",".join(kind.years())
    tell(_STAGES["fetch"])
    python = pyodide()
    with tempfile.TemporaryDirectory() as folder:
        staged = Path(folder, "staged")
        stage(kind, staged)
        told = [str(staged), str(Path(folder, "made")), kind.__module__, editions]
        mark = mark_of(staged, [VERSION, _BUILD.read_text(encoding="utf-8"), *told[2:]])
        parts = kept(mark, lambda: _made(python, told, tell))
    worker = [*(python / name for name in _WORKER), _HERE / "worker.js"]
    return Built(
        "\n".join(file.read_text(encoding="utf-8") for file in worker),
        parts,
        json.dumps(
            {"info": json.loads((python / "pyodide-lock.json").read_text(encoding="utf-8"))["info"], "packages": {}}
        ),
    )


def _made(python: Path, told: list[str], tell: Callable[[str], None]) -> dict[str, bytes]:
    """Return the parts, made from what is staged. `told` is what build.mjs is told."""
    made = Path(told[1])
    made.mkdir()
    _run([*node(), str(_BUILD), str(python), *told], tell)
    files = {"memory": made / "memory.bin", "late": made / "late.zip", "wasm": python / "pyodide.asm.wasm"}
    return {name: tightly(file.read_bytes()) for name, file in files.items()}


def _run(command: list[str], tell: Callable[[str], None]) -> None:
    with subprocess.Popen(command, stdout=PIPE, stderr=PIPE, text=True, encoding="utf-8") as running:  # noqa: S603
        for line in running.stdout:
            tell(_STAGES[line.strip()])
        why = running.stderr.read().strip()
    if running.returncode:
        raise EngineError(f"Le cours n'a pas pu être préparé pour les navigateurs :\n{why}")
