"""A room is served in the same way by every operating system: what is measured on one holds on the others."""

import ast
from pathlib import Path

import pytest

import atelier_ameli
import practice

PACKAGES = [Path(package.__file__).parent for package in (atelier_ameli, practice)]
#: no part of a room: the file of a learner who works alone, what makes slides, sheets and the engine of a browser, and
#: what a terminal starts before any of it
ELSEWHERE = ("local_file.py", "slides", "sheets", "building.py", "pyodide.py", "launch", "bundle")
#: the one exception, which changes nothing in what is served: how Windows hears Ctrl-C, how many files may be open
KNOWN = {"systems.py": {("hear_ctrl_c", "os.name"), ("allow_many_connections", "resource")}}

_MODULES = {"fcntl", "msvcrt", "multiprocessing", "nt", "platform", "posix", "pwd", "resource", "subprocess", "winreg"}
_NAMES = {
    "os.name", "os.uname", "os.fork", "os.forkpty", "os.register_at_fork", "sys.platform", "sys.getwindowsversion",
    "socket.AF_UNIX", "socket.SO_REUSEPORT", "asyncio.create_subprocess_exec", "asyncio.create_subprocess_shell",
}  # fmt: skip
_METHODS = {"add_signal_handler", "ProcessPoolExecutor", "set_event_loop_policy", "WindowsSelectorEventLoopPolicy"}
_ASKED = {"os", "sys", "signal", "socket", "asyncio"}  #: modules that differ: `hasattr` asks which system this is


def files() -> list[Path]:
    """Return all code between a learner's browser and her session."""
    found = (file for package in PACKAGES for file in package.rglob("*.py"))
    return sorted(file for file in found if not set(ELSEWHERE) & set(file.parts))


def system_branches(code: str) -> set[tuple[str, str]]:
    """Return where some code names an operating system, or what only some of them have: the function, the name."""
    found: set[tuple[str, str]] = set()

    def look(node: ast.AST, function: str) -> None:
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            function = node.name
        found.update((function, name) for name in _named(node))
        for child in ast.iter_child_nodes(node):
            look(child, function)

    look(ast.parse(code), "")
    return found


def _named(node: ast.AST) -> set[str]:
    match node:
        case ast.Import():
            return {alias.name for alias in node.names if alias.name.partition(".")[0] in _MODULES}
        case ast.ImportFrom(module=str(module)):
            names = {f"{module}.{alias.name}" for alias in node.names}
            return names & _NAMES | {module} & _MODULES | {n for n in names if n.rpartition(".")[2] in _METHODS}
        case ast.Attribute():
            return {ast.unparse(node)} & _NAMES or {node.attr} & _METHODS
        case ast.Call(func=ast.Name("hasattr" | "getattr"), args=[ast.Name(module), *_]) if module in _ASKED:
            return {ast.unparse(node)}
    return set()


def test_nothing_on_the_way_to_a_session_names_an_operating_system():
    found = {file: system_branches(file.read_text(encoding="utf-8")) for file in files()}
    assert {"app.py", "door.py", "open_pages.py", "session.py", *KNOWN} <= {file.name for file in found}
    assert {str(file): names for file, names in found.items() if names != KNOWN.get(file.name, set())} == {}


@pytest.mark.parametrize(
    "code",
    [
        "import os\nif os.name == 'nt': pass",
        "import sys\nslow = sys.platform != 'linux'",
        "from sys import platform",
        "import platform",
        "from os import fork",
        "def start():\n    import multiprocessing.pool",
        "import os\nif hasattr(os, 'fork'): pass",
        "loop.add_signal_handler(2, stop)",
        "from concurrent.futures import ProcessPoolExecutor",
    ],
)
def test_such_a_branch_would_be_found(code: str):
    assert system_branches(code)
