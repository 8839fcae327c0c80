"""The engine, made by Node from the files that are staged."""

import subprocess
import tempfile
from collections.abc import Callable
from pathlib import Path
from subprocess import PIPE

from practice.doors.web.built import Built
from practice.doors.web.pyodide import CODE, VERSION, EngineError, node, pyodide
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
    return Built(python, (python / CODE).read_bytes(), **parts)


def _made(python: Path, told: list[str], tell: Callable[[str], None]) -> dict[str, bytes]:
    """Return what Node makes from what is staged. `told` is what build.mjs is told."""
    made = Path(told[1])
    made.mkdir()
    _run([*node(), str(_BUILD), str(python), *told], tell)
    return {"memory": (made / "memory.bin").read_bytes(), "late": (made / "late.zip").read_bytes()}


def _run(command: list[str], tell: Callable[[str], None]) -> None:
    with subprocess.Popen(command, stdout=PIPE, stderr=PIPE, text=True, encoding="utf-8") as running:  # noqa: S603
        for line in running.stdout:
            tell(_STAGES[line.strip()])
        why = running.stderr.read().strip()
    if running.returncode:
        raise EngineError(f"Le cours n'a pas pu être préparé pour les navigateurs :\n{why}")
