"""Chapters: notebooks read once, without executing them, for every page, slide, sheet and plan made of them.

A chapter of the course only imports names that its site offers, and calls them with constants. What such a call shows
comes out the same for everybody, so it can be opened anywhere; what a learner then does changes only her own session.
A notebook with any other code is its author's: it can only be executed, by Jupyter.
"""

import ast
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from types import ModuleType
from typing import Any

from practice.names import UnknownNameError
from practice.session import Context, Drawing
from practice.steps import Step, cut

_FORMAT = 4  # of notebooks, since 2014
HIDDEN = ("skip", "notes")  #: the slide types of cells that slides leave out


class ChapterError(Exception):
    """A chapter that cannot be used. The message names it, and the cell if one is to blame, in French."""


@dataclass(frozen=True)
class Call:
    """A call of one of our names, with constants: `Exercise("se_connecter", mode="guided")`."""

    name: str
    args: tuple[Any, ...] = ()
    options: tuple[tuple[str, Any], ...] = ()

    def open(self, at: Context) -> Drawing:
        """Return what the call makes. Raises what it raises."""
        return getattr(at.site.offers, self.name)(*self.args, **dict(self.options), at=at)


@dataclass(frozen=True)
class Cell:
    """A cell. `kind` is « markdown », « code » or « raw »; `slide` its slide type.

    `shown` is the call whose result a code cell shows, if it is one; `ours` says whether all of its code is such.
    """

    kind: str
    source: str
    slide: str = "-"
    shown: Call | None = None
    ours: bool = True
    id: str = "?"
    attachments: Mapping[str, Any] = field(default_factory=dict, hash=False)


@dataclass(frozen=True)
class Chapter:
    """A notebook. `name` is its file's, without the ending; `version` changes with what it says."""

    name: str
    title: str
    cells: tuple[Cell, ...]
    version: str = ""

    @property
    def ours(self) -> bool:
        """Whether it can be opened without executing it."""
        return all(cell.ours for cell in self.cells)

    @property
    def texts(self) -> tuple[str, ...]:
        return tuple(cell.source for cell in self.cells if cell.kind == "markdown")

    @property
    def calls(self) -> tuple[Call, ...]:
        """What its cells show, in order."""
        return tuple(cell.shown for cell in self.cells if cell.shown)

    @property
    def steps(self) -> tuple[Step, ...]:
        """What a learner does one after the other."""
        return cut(self.cells)

    def named(self, name: str) -> tuple[Call, ...]:
        """Return the calls of a name: of « Question », its questions."""
        return tuple(call for call in self.calls if call.name == name)

    def open(self, at: Context, *names: str) -> tuple[Drawing | None, ...]:
        """Return what its cells show, one entry a cell. Raises ChapterError at the first call that fails.

        With names, only calls of these are opened.
        """
        return tuple(
            self._open(index, at) if cell.shown and (not names or cell.shown.name in names) else None
            for index, cell in enumerate(self.cells)
        )

    def _open(self, index: int, at: Context) -> Drawing:
        try:
            return self.cells[index].shown.open(at)
        except Exception as error:
            told = error if isinstance(error, UnknownNameError) else f"{type(error).__name__} : {error}"
            raise self.stopped(index, str(told)) from error

    def stopped(self, index: int, why: str) -> ChapterError:
        """Return what to raise where a cell fails."""
        cell = self.cells[index]
        where = f"Le chapitre « {self.name} » s'est arrêté à la cellule {index + 1} (« {cell.id} »)"
        return ChapterError(f"{where} : {why}\n    {cell.source.strip()}")


def read_chapter(path: Path, offers: ModuleType) -> Chapter:
    """Read a notebook of nbformat 4. `offers` is the package whose names it may import. Raises ChapterError."""
    try:
        content = path.read_bytes()
        notebook = json.loads(content)
        title = str(notebook["metadata"].get("title", path.stem))
        cells = tuple(_read_cells(notebook, offers))
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        why = f"Le chapitre « {path.stem} » n'est pas un carnet Jupyter lisible : {unreadable(error)}."
        raise ChapterError(why) from error
    return Chapter(path.stem, title, cells, sha256(content).hexdigest()[:12])


def unreadable(error: BaseException) -> str:
    """Say in French why a notebook cannot be read."""
    match error:
        case json.JSONDecodeError(pos=0, doc=""):
            return "ce fichier est vide"
        case json.JSONDecodeError():
            return f"ce n'est pas du JSON, à la ligne {error.lineno}"
        case UnicodeDecodeError():
            return "ce fichier n'est pas enregistré en UTF-8"
        case FormatError():
            return f"c'est un carnet de la version {error.found} (nbformat) ; enregistrez-le avec un Jupyter récent"
        case OSError():
            return "ce fichier ne peut pas être ouvert"
    return "il n'a pas les parties d'un carnet (metadata, nbformat, cells)"


class FormatError(ValueError):
    """A notebook of another nbformat than 4."""

    def __init__(self, found: object) -> None:
        super().__init__(found)
        self.found = found


def _read_cells(notebook: dict[str, Any], offers: ModuleType) -> Iterator[Cell]:
    if notebook["nbformat"] != _FORMAT:
        raise FormatError(notebook["nbformat"])
    imported: set[str] = set()
    for cell in notebook["cells"]:
        kind, source = cell["cell_type"], "".join(cell["source"])
        slide = cell.get("metadata", {}).get("slideshow", {}).get("slide_type", "-")
        shown, ours = _read_code(source, imported, offers) if kind == "code" else (None, True)
        yield Cell(kind, source, slide, shown, ours, str(cell.get("id", "?")), cell.get("attachments", {}))


def _read_code(source: str, imported: set[str], offers: ModuleType) -> tuple[Call | None, bool]:
    """Return what a cell shows, and whether all of its code is ours; add what it imports."""
    try:
        lines = ast.parse(source).body
    except SyntaxError:  # or IPython's own, such as %magic
        return None, False
    call = None
    ours = True
    for line in lines:
        names = _imported_by(line, offers)
        call = None if names else _call(line, imported)
        imported |= names
        ours = ours and bool(names or call)
    return call, ours


def _imported_by(line: ast.stmt, offers: ModuleType) -> set[str]:
    """Return the names offered that a line imports, if it does only that."""
    match line:
        case ast.ImportFrom(module=offers.__name__, level=0, names=aliases):
            names = {alias.name for alias in aliases}
            if names <= set(offers.__all__) and not any(alias.asname for alias in aliases):
                return names
    return set()


def _call(line: ast.stmt, imported: set[str]) -> Call | None:
    match line:
        case ast.Expr(ast.Call(ast.Name(name), arguments, keywords)) if name in imported:
            values = [*arguments, *(keyword.value for keyword in keywords)]
            if all(isinstance(v, ast.Constant) for v in values) and all(keyword.arg for keyword in keywords):
                options = tuple((keyword.arg, keyword.value.value) for keyword in keywords)
                return Call(name, tuple(argument.value for argument in arguments), options)
    return None
