"""The engine: made by Node from the files that are staged, and written as one script that any page can load."""

import gzip
import json
import subprocess
import tempfile
from base64 import b64encode
from dataclasses import dataclass
from pathlib import Path

from practice.doors.web.pyodide import EngineError, node, pyodide
from practice.doors.web.staging import stage
from practice.site import Site

_HERE = Path(__file__).with_name("static")
_BUILD = _HERE / "build.mjs"
#: a worker is one script: Python's own, then what starts it here
_WORKER = ("pyodide.asm.js", "pyodide.js")


@dataclass(frozen=True)
class Engine:
    """What a page needs to run Python: the script of its worker, and parts of it, packed, by name."""

    worker: str
    parts: dict[str, str]
    lock: str

    def script(self) -> str:
        """Return it all as a script, as a page in a folder may load no other file."""
        return f"atelierShell.give('engine', {json.dumps({'worker': self.worker, 'lock': self.lock, **self.parts})});\n"


def build(site: Site) -> Engine:
    """Return the engine of an edition. Raises EngineError."""
    python = pyodide()
    with tempfile.TemporaryDirectory() as folder:
        staged, made = Path(folder, "staged"), Path(folder, "made")
        made.mkdir()
        stage(type(site), staged)
        _run([*node(), str(_BUILD), str(python), str(staged), str(made), type(site).__module__, site.year])
        parts = {
            "memory": (made / "memory.bin").read_bytes(),
            "late": (made / "late.zip").read_bytes(),
            "wasm": (python / "pyodide.asm.wasm").read_bytes(),
        }
    worker = [*(python / name for name in _WORKER), _HERE / "worker.js"]
    return Engine(
        "\n".join(file.read_text(encoding="utf-8") for file in worker),
        {name: packed(part) for name, part in parts.items()},
        json.dumps({"info": json.loads((python / "pyodide-lock.json").read_text(encoding="utf-8"))["info"], "packages": {}}),
    )


def packed(content: bytes) -> str:
    """Return bytes as a script can hold them: compressed, in letters."""
    return b64encode(gzip.compress(content, 9, mtime=0)).decode()


def _run(command: list[str]) -> None:
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise EngineError(f"Le cours n'a pas pu être préparé pour les navigateurs :\n{done.stderr.strip()}")
