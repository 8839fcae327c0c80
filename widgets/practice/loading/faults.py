"""What is wrong with a file that people write: all of it at once, in French, where it stands and why."""

import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self, TypeVar

from practice.loading.documents import Documents
from practice.loading.layers import NAMES, LayeredFile
from practice.loading.toml_lines import Place, entry_path

DataFile = Path | LayeredFile
WHOLE = "fichier"  #: in place of an entry, where the whole file is to blame

_FIELD = re.compile(r"(\w+)(?: de l'étape (\d+))? : ")  #: begins many a reason
_T = TypeVar("_T")


@dataclass(frozen=True)
class Fault:
    """One thing to mend: in which file, at which entry, why. `place` leads from the entry to the value.

    `missing` is the name that was looked for and not found, if the fault is that.
    """

    file: DataFile
    entry: str
    reason: str
    place: Place = ()
    missing: str = ""
    line: int = 0  #: when it is known already

    def __str__(self) -> str:
        return self._told(_Files(Documents()))

    def _told(self, files: "_Files") -> str:
        path, line = self._where(files)
        return f"{told_path(path)}, entrée « {self.entry} »{f', ligne {line}' if line else ''} : {self.reason}"

    def _where(self, files: "_Files") -> tuple[Path, int]:
        """Return the file and the line to look at: of several layers, the last that says it; 0 for no line."""
        paths = self.file.paths if isinstance(self.file, LayeredFile) else (self.file,)
        found = [(path, self.line or files.line(path, self.entry, self._places())) for path in reversed(paths)]
        return next((one for one in found if one[1]), found[0])

    def _places(self) -> tuple[Place, ...]:
        """Return where to look inside the entry, the nearest first."""
        field = _FIELD.match(self.reason)
        step = ("steps", int(field[2]) - 1, field[1]) if field and field[2] else None
        told = step or (*self.place, *([field[1]] if field else []))
        return tuple(told[:length] for length in range(len(told), -1, -1))


def told_path(path: Path) -> str:
    """Return how a file is called: from the folder `data` on, or with its own folder."""
    parts = path.parts
    start = len(parts) - 1 - parts[::-1].index("data") if "data" in parts[:-1] else -2
    return "/".join(parts[start:])


class _Files(dict[Path, tuple[dict[str, Any], dict[Place, int]]]):
    """The files of which faults are told, each read once: what is in it, and the line of each thing."""

    def __init__(self, documents: Documents) -> None:
        super().__init__()
        self._documents = documents

    def __missing__(self, path: Path) -> tuple[dict[str, Any], dict[Place, int]]:
        try:
            text = path.read_text(encoding="utf-8").replace("\r\n", "\n")
            self[path] = self._documents.parsed(text), self._documents.lines(text)
        except (OSError, ValueError):
            self[path] = {}, {}
        return self[path]

    def line(self, path: Path, entry: str, places: tuple[Place, ...]) -> int:
        """Return the line of an entry, or the nearest that there is to it; 0 for none."""
        document, lines = self[path]
        base = () if entry == WHOLE or not lines else entry_path(document, entry, NAMES)
        if base is None and (own := next((name for name in NAMES if document.get(name) == entry), "")):
            base, places = (), (*places, (own,))  # the file is its only entry
        for value in ("value",) if base and base[0] == "rules" else ():
            places = (*((value, *place) for place in places), *places)
        return next((lines[at] for place in places if (at := (*(base or ()), *place)) in lines), 0)


def told_of(faults: Iterable[Fault], documents: Documents | None = None) -> list[str]:
    """Return a line for each fault, each once. `documents` have parsed the files, if at hand."""
    files = _Files(documents or Documents())
    return list(dict.fromkeys(fault._told(files) for fault in faults))  # noqa: SLF001 - its own module's


class DataError(Exception):
    """A data file that cannot be used. The message names the file, the entry and the reason, in French.

    `faults` is all that is wrong, a line each; `so_far` what could be read all the same, if that is of use.
    """

    def __init__(self, file: DataFile, entry: str, reason: str, place: Place = (), missing: str = "") -> None:
        self.faults: tuple[Fault, ...] = (Fault(file, entry, reason, place, missing),)
        self.so_far: Any = None
        super().__init__(file, entry, reason)

    def __str__(self) -> str:
        return "\n".join(told_of(self.faults))

    @classmethod
    def of(cls, faults: tuple[Fault, ...], so_far: Any = None) -> Self:
        """Return the error of several faults."""
        error = cls(faults[0].file, faults[0].entry, faults[0].reason)
        error.faults, error.so_far = tuple(dict.fromkeys(faults)), so_far
        return error


class Faults:
    """Gathers what is wrong, so that a file is read to its end before it is refused."""

    def __init__(self) -> None:
        self._found: list[Fault] = []

    @contextmanager
    def gathered(self) -> Iterator[None]:
        """Go on after what is refused inside."""
        try:
            yield
        except DataError as error:
            self._found += error.faults

    def read(self, make: Callable[[], _T]) -> _T | Any:
        """Return what `make` reads; if it is refused, what of it could be read all the same, if anything."""
        try:
            return make()
        except DataError as error:
            self._found += error.faults
            return error.so_far

    def add(self, file: DataFile, entry: str, reason: str, place: Place = (), missing: str = "") -> None:
        self._found.append(Fault(file, entry, reason, place, missing))

    def end(self, read: _T) -> _T:
        """Return what was read. Raises DataError, with all faults, if there are any."""
        if self._found:
            raise DataError.of(tuple(self._found), read)
        return read
