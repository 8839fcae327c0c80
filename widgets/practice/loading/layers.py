"""Data in layers: an edition is a folder laid over the one that it is based on, and that over `data/`.

A file of an edition may say only what differs. Tables are joined name by name; lists of tables, entry by entry, by what
names an entry (its id, its persona, its number …): a known one is changed where it says so, or left out with
`removed = true`; a new one comes last. Anything else takes the place of what was there. So does a table with
`replaced = true`, and one that says where it comes from (`source` or `exercise_value`), or did: a value and its origin
are told together.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from practice.loading.documents import Documents
from practice.loading.telling import Telling

#: what names an entry of a file's list, whichever comes first in all entries
NAMES = ("id", "persona", "term", "number", "kind", "title", "name")
_NAMES_INSIDE = ("id", "name")  #: what names an entry of a list inside an entry: two payments of a kind are two
_ORIGINS = ("source", "exercise_value")
_REMOVED, _REPLACED = "removed", "replaced"


@dataclass(frozen=True)
class LayeredFile:
    """A file as an edition sees it: at one or several `paths`, what they change coming last.

    `told`: how what the paths say up to each is told again, by the layers above it, before the next path changes it.
    """

    paths: tuple[Path, ...]
    told: tuple[tuple[Telling, ...], ...] = ()
    documents: Documents = field(default_factory=Documents, repr=False, compare=False)  #: what parses it

    @property
    def name(self) -> str:
        return self.paths[-1].name

    @property
    def stem(self) -> str:
        return self.paths[-1].stem

    @property
    def parent(self) -> Path:
        """The folder that is told to whoever must mend the file: that of the last layer."""
        return self.paths[-1].parent


@dataclass(frozen=True)
class Layers:
    """Folders, the ground first. A file is looked for in each. `tellings`: how a folder tells again what is beneath it.

    The files `as_told` speak of our own world: no edition tells them again.
    """

    folders: tuple[Path, ...]
    tellings: Mapping[Path, Telling] = field(default_factory=dict, hash=False)
    as_told: tuple[str, ...] = ()
    documents: Documents = field(default_factory=Documents, repr=False, compare=False)  #: what parses their files

    def file(self, name: str) -> LayeredFile:
        """Return a file by its name in a folder, such as `requests/address.toml`. It need not exist."""
        at = [place for place, folder in enumerate(self.folders) if (folder / name).is_file()]
        paths = tuple(self.folders[place] / name for place in at) or (self.folders[0] / name,)
        if not at or not self.tellings or name in self.as_told:
            return LayeredFile(paths, documents=self.documents)
        ends = zip(at, (*at[1:], len(self.folders) - 1), strict=True)
        told = tuple(self._between(start + 1, end + 1) for start, end in ends)
        return LayeredFile(paths, told, self.documents)

    def _between(self, first: int, end: int) -> tuple[Telling, ...]:
        return tuple(self.tellings[folder] for folder in self.folders[first:end] if folder in self.tellings)

    def text(self, text: str, folder: Path | None = None) -> str:
        """Return a text of a folder, the ground without one, such as a notebook's, as the last layer tells it."""
        first = self.folders.index(folder) + 1 if folder else 0
        for telling in self._between(first, len(self.folders)):
            text = telling.text(text)
        return text

    @property
    def days(self) -> int:
        """How much later than the ground the last layer takes place."""
        return sum(telling.clock.days for telling in self._all)

    @cached_property
    def _all(self) -> tuple[Telling, ...]:
        return self._between(0, len(self.folders))

    def files(self, pattern: str) -> Iterator[LayeredFile]:
        """Yield the files of a pattern, such as `requests/*.toml`, in the order of their names."""
        names = {path.relative_to(folder).as_posix() for folder in self.folders for path in folder.glob(pattern)}
        yield from map(self.file, sorted(names))


def joined(under: Any, over: Any, names: tuple[str, ...] = NAMES) -> Any:
    """Return what two layers say together. `names` are the fields that may name an entry of a list.

    >>> joined({"a": {"b": 1, "c": 2}}, {"a": {"c": 3}})
    {'a': {'b': 1, 'c': 3}}
    """
    if isinstance(under, dict) and isinstance(over, dict):
        if over.get(_REPLACED) is True:
            return {key: value for key, value in over.items() if key != _REPLACED}
        if not (under.keys() | over.keys()).isdisjoint(_ORIGINS):
            return over
        return {
            **under,
            **{key: joined(under[key], value, names) if key in under else value for key, value in over.items()},
        }
    name = _name_of_entries(names, under, over)
    if name is None:
        return over
    entries = {entry[name]: entry for entry in under}
    for entry in over:
        if entry.get(_REMOVED) is True:
            entries.pop(entry[name], None)
        else:
            entries[entry[name]] = joined(entries.get(entry[name], {}), entry, _NAMES_INSIDE)
    return list(entries.values())


def _name_of_entries(names: tuple[str, ...], *lists: Any) -> str | None:
    """Return which field names the entries of these lists, if they are lists of tables that have one."""
    if not all(isinstance(entries, list) and all(isinstance(e, dict) for e in entries) for entries in lists):
        return None
    for name in names:
        found = [[entry.get(name) for entry in entries] for entries in lists]
        named = all(isinstance(one, str | int) for ones in found for one in ones)
        if named and all(len(set(ones)) == len(ones) for ones in found):
            return name
    return None
