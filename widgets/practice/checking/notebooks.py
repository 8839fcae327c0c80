"""All faults of the notebooks: what cannot be read, what names something that is not there."""

import ast
import builtins
import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from importlib.util import find_spec
from pathlib import Path
from types import ModuleType

from practice.chapter import Cell, Chapter, ChapterError, read_chapter, unreadable
from practice.editions import notebook_files
from practice.loading.documents import Documents
from practice.loading.faults import WHOLE, Fault
from practice.names import UnknownNameError, nearest, unknown
from practice.session import Context
from practice.site import Site

_JUPYTER = {"display", "get_ipython"}
_NO_MEMBER = re.compile(r"'(.*)' is not a valid (\w+)")
_NOT_PYTHON = ("%", "!", "?")  #: what begins a line that is IPython's
_LOOKED_AT = (ast.Call, ast.ImportFrom)  #: kinds of code that may name what is not there


@dataclass(frozen=True)
class _Notebook:
    """A notebook that was read. `code`: what each code cell calls and imports, None for no Python, by its number.

    `known` are the names that its code may call.
    """

    chapter: Chapter
    code: Mapping[int, list[ast.AST] | None]
    known: frozenset[str]


def notebook_faults(
    site: Site, folder: Path, *, follows: Callable[[str], bool] | None = None, documents: Documents | None = None
) -> Iterator[Fault]:
    """Yield what is wrong with each notebook of an edition, or of a folder, and with what the course says of them.

    Of a site some of which could not be read, `follows` says whether a name is unknown only for that, which is no
    fault; nor is what stops for another reason than a wrong name.
    `documents` have read the notebooks, if at hand.
    """
    documents = documents or Documents()
    for path in notebook_files(site, folder):
        yield from _faults_of(site, path, documents, follows)
    if folder.resolve() == site.notebooks.resolve():
        yield from site.notebook_faults()


def _faults_of(site: Site, path: Path, documents: Documents, follows: Callable[[str], bool] | None) -> Iterator[Fault]:
    try:
        text = _content(path)
        notebook = documents.once((site.offers.__name__, path.stem, text), lambda: _read(path, site.offers))
    except ChapterError as error:
        cause = error.__cause__
        yield Fault(path, WHOLE, unreadable(cause), line=cause.lineno if isinstance(cause, json.JSONDecodeError) else 0)
        return
    for number, (cell, reason, missing) in _wrong_cells(site, notebook, follows):
        lines = text.decode().split("\n")
        line = next((at for at, one in enumerate(lines, 1) if f'"id": "{cell.id}"' in one), 0)
        yield Fault(path, f"cellule {number} ({cell.id})", reason, missing=missing, line=line)


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:
        return b""  # its reader says why


def _read(path: Path, offers: ModuleType) -> _Notebook:
    chapter = read_chapter(path, offers)
    nodes = {number: _parsed(cell.source) for number, cell in enumerate(chapter.cells, 1) if cell.kind == "code"}
    known = _names_in([node for found in nodes.values() for node in found or ()]) | _JUPYTER | set(dir(builtins))
    code = {
        number: found and [node for node in found if isinstance(node, _LOOKED_AT)] for number, found in nodes.items()
    }
    return _Notebook(chapter, code, frozenset(known))


def _wrong_cells(
    site: Site, notebook: _Notebook, follows: Callable[[str], bool] | None
) -> Iterator[tuple[int, tuple[Cell, str, str]]]:
    """Yield the number of each wrong cell, from 1; the cell, what is wrong with it, and the name that it lacks."""
    at, chapter = Context(site), notebook.chapter
    for number, found in notebook.code.items():
        cell = chapter.cells[number - 1]
        calls = _wrong_call(cell, at, follows) if chapter.ours else ()
        wrong = _wrong_code(cell.source, found, site, notebook.known)
        yield from ((number, (cell, *one)) for one in (*wrong, *calls))


def _wrong_call(cell: Cell, at: Context, follows: Callable[[str], bool] | None) -> Iterator[tuple[str, str]]:
    """Yield why what a cell shows cannot be opened, and the name that it lacks."""
    shown = " ".join(cell.source.split())
    try:
        if cell.shown:
            cell.shown.open(at)
    except UnknownNameError as error:
        if not follows or not follows(error.name):
            yield f"{shown} : {error}", error.name
    except Exception as error:  # noqa: BLE001 - whatever a trainer wrote
        if not follows:
            yield f"{shown} : {_why(error)}", ""


def _why(error: Exception) -> str:
    value = _NO_MEMBER.fullmatch(str(error))
    if value:
        kind = next((one for one in StrEnum.__subclasses__() if one.__name__ == value[2]), None)
        return f"« {value[1]} » n'existe pas" + (f", il y a : {', '.join(kind)}" if kind else "")
    if isinstance(error, TypeError):
        return "entre les parenthèses, il manque quelque chose, ou il y a quelque chose de trop"
    return "cette personne ne peut pas être à cet endroit, ou l'une des valeurs n'est pas possible"


def _names_in(nodes: list[ast.AST]) -> set[str]:
    """Return the names that the code of a notebook gives to something."""
    found = {node.id for node in nodes if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)}
    found |= {node.name for node in nodes if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef)}
    found |= {node.arg for node in nodes if isinstance(node, ast.arg)}
    imported = [alias for node in nodes if isinstance(node, ast.Import | ast.ImportFrom) for alias in node.names]
    return found | {(alias.asname or alias.name).partition(".")[0] for alias in imported}


def _parsed(source: str) -> list[ast.AST] | None:
    """Return all that a cell's code is made of; None if it is no Python."""
    try:
        return list(ast.walk(ast.parse(source)))
    except (SyntaxError, ValueError):
        return None


def _wrong_code(
    source: str, nodes: list[ast.AST] | None, site: Site, known: frozenset[str]
) -> Iterator[tuple[str, str]]:
    """Yield why a cell is no Python, or calls or imports what is not there, and the name that it lacks."""
    if any(line.lstrip().startswith(_NOT_PYTHON) or line.rstrip().endswith("?") for line in source.split("\n")):
        return
    if nodes is None:
        yield (
            f"ce code est mal écrit ; il y manque peut-être une parenthèse ou un guillemet (« {source.strip()[:60]} »)",
            "",
        )
        return
    offered = site.offers.__all__
    for node in nodes:
        if isinstance(node, ast.ImportFrom) and node.module == site.offers.__name__:
            for alias in node.names:
                if not _is_there(site, alias.name):
                    yield f"{alias.name} : {unknown(alias.name, offered)}", ""
        called = node.func if isinstance(node, ast.Call) else None
        if isinstance(called, ast.Name) and called.id not in known and "*" not in known:
            near = f" ; il n'est pas importé : from {site.offers.__name__} import {called.id}"
            yield f"« {called.id} » n'existe pas{near if called.id in offered else nearest(called.id, offered)}", ""


def _is_there(site: Site, name: str) -> bool:
    return name == "*" or hasattr(site.offers, name) or bool(find_spec(f"{site.offers.__name__}.{name}"))
