"""All faults of a site's data files, not only the first: what is refused is left out, and the reading goes on."""

import re
import typing
from collections.abc import Iterator, Mapping
from functools import cached_property
from pathlib import Path
from typing import Any

import jinja2

from practice.loading.documents import Documents
from practice.loading.faults import WHOLE, DataError, Fault
from practice.loading.layers import NAMES, LayeredFile, Layers
from practice.loading.toml_text import read_toml
from practice.names import Named, UnknownNameError
from practice.site import Site

_NAME = re.compile(rf'^\s*(?:{"|".join(NAMES)}) *= *"?([^"\n]*)', re.MULTILINE)


class Reading:
    """A site read to its end, whatever is refused. Parameters: the kind of site, its edition, what parses its files.

    `site` is what could be read; `faults` is what is wrong. What is only unknown because its own entry was refused, or
    its own file, is no fault.
    """

    def __init__(self, kind: type[Site], edition: str, documents: Documents) -> None:
        self._documents = documents
        self._told: list[Fault] = []
        self._unexpected: list[Fault] = []
        self._last: LayeredFile | Path = kind.data
        self.site = self._lay(self._forgiving(kind), edition)
        for name in _attributes(kind):
            getattr(self.site, name)
        self._told += _unread(self.site.layers)
        self._told += _template_faults(self.site)

    @property
    def faults(self) -> tuple[Fault, ...]:
        told = tuple(dict.fromkeys(self._told))
        return tuple(fault for fault in told if not self.follows(fault.missing)) or tuple(self._unexpected)

    def follows(self, missing: str) -> bool:
        """Say whether a name is unknown only because its own entry, or its own file, was refused."""
        if (
            not missing or self._unexpected
        ):  # then something could not be read for no reason of its own: nothing is sure
            return bool(missing)
        parts = {missing, *re.split(r"[- ]", missing)}  # a notice is called after a question and its request
        return not parts.isdisjoint(self._refused) or any(missing in names for names in self._unread_names)

    def heard(self, error: Exception, name: str) -> Any:
        """Take note of what refuses an attribute; return what could be read of it."""
        if isinstance(error, DataError):
            self._told += error.faults
            return error.so_far
        missing = error.name if isinstance(error, UnknownNameError) else ""
        self._unexpected.append(Fault(self._last, WHOLE, f"{name} : {_surprise(error)}", missing=missing))
        return None

    @cached_property
    def _unread_names(self) -> list[Any]:
        """What may name things in each file that could not be read."""
        whole = [fault.file for fault in self._told if fault.entry == WHOLE and not fault.missing]
        return [_words_of(path) for file in whole for path in getattr(file, "paths", (file,))]

    @cached_property
    def _refused(self) -> set[str]:
        """The entries that were refused, and what else is named in their files."""
        told = [fault for fault in self._told if fault.entry != fault.missing]
        paths = {path for fault in told if not fault.missing for path in getattr(fault.file, "paths", (fault.file,))}
        return {fault.entry for fault in told}.union(*map(_names_in, paths))

    def _lay(self, kind: type[Site], edition: str) -> Site:
        folder = kind.data / "editions" / edition
        try:
            return kind.laid(folder, self._documents)
        except DataError as error:
            self._told += error.faults
            return kind(edition, Layers((kind.data, folder), documents=self._documents))

    def _forgiving(self, kind: type[Site]) -> type[Site]:
        """Return the kind of site whose attributes are read one by one, whatever is refused."""

        def file(site: Site, name: str) -> LayeredFile:
            self._last = kind.file(site, name)
            return self._last

        own = {name: _forgiving(getattr(kind, name), self) for name in _attributes(kind)}
        return type(kind.__name__, (kind,), {**own, "file": file, "__module__": kind.__module__})


def _attributes(kind: type[Site]) -> list[str]:
    return [name for cls in kind.__mro__ for name, one in vars(cls).items() if isinstance(one, cached_property)]


def _forgiving(attribute: cached_property, reading: Reading) -> cached_property:
    def read(site: Site) -> Any:
        try:
            return attribute.func(site)
        except Exception as error:  # noqa: BLE001 - whatever a file says, the others are read
            found = reading.heard(error, attribute.attrname)
            nothing = _nothing(attribute)
            if isinstance(nothing, tuple) and isinstance(found, dict):  # its entries were read by name
                return tuple(found.values())
            return found if found is not None and isinstance(nothing, type(found) | _Nothing) else nothing

    return cached_property(read)


def _nothing(attribute: cached_property) -> Any:
    """Return what stands in for what could not be read: no entries; for one object, nothing."""
    kind = attribute.func.__annotations__.get("return")
    origin = typing.get_origin(kind)
    if origin is tuple:
        return () if typing.get_args(kind)[-1] is ... else tuple(Named() for _ in typing.get_args(kind))
    return Named() if origin in (dict, Mapping) else _Nothing()


class _Nothing:
    """Stands in for an object that could not be read: whatever is asked of it is nothing, too."""

    def __getattr__(self, name: str) -> "_Nothing":
        if name.startswith("__"):
            raise AttributeError(name)
        return self

    def __call__(self, *_: object, **__: object) -> "_Nothing":
        return self

    def __bool__(self) -> bool:
        return False

    def __iter__(self) -> Iterator[Any]:
        return iter(())

    def __contains__(self, _: object) -> bool:
        return False


def _unread(layers: Layers) -> list[Fault]:
    """Return why files cannot be read at all, whichever of them are used."""
    found: list[Fault] = []
    for folder in layers.folders:
        for file in sorted({*folder.glob("*.toml"), *folder.glob("requests/*.toml"), *folder.glob("exercises/*.toml")}):
            try:
                read_toml(file, layers.documents)
            except DataError as error:
                found += error.faults
    return found


def _template_faults(site: Site) -> list[Fault]:
    """Return why templates that stand with the data cannot be drawn."""
    found: list[Fault] = []
    for path in sorted(path for folder in site.layers.folders for path in folder.glob("*/*.html")):
        try:
            site.compile(path.name)
        except jinja2.TemplateSyntaxError as error:
            reason = "ce gabarit est mal écrit : il y a une faute dans {{ }} ou {% %}, ou un bloc n'est pas fermé"
            found.append(Fault(path, WHOLE, reason, line=error.lineno))
        except UnicodeDecodeError:
            found.append(Fault(path, WHOLE, "ce gabarit n'est pas enregistré en UTF-8"))
        if path.parent.name == "requests" and not path.with_suffix(".toml").is_file():
            found.append(Fault(path, WHOLE, f"il n'y a pas de fichier {path.stem}.toml à côté de ce gabarit"))
    return found


def _names_in(path: Path) -> Iterator[str]:
    """Yield what an entry of a file is called, as the file writes it."""
    for value in _NAME.findall(path.read_text(encoding="utf-8", errors="replace")):
        yield value.strip()


def _words_of(path: Path) -> Any:
    """Return the words of a file that is no TOML; of one that is not there, all words."""
    try:
        text = path.read_bytes().replace(b"\0", b"").decode(errors="replace")
    except OSError:
        return _Anything()
    return text or _Anything()


class _Anything:
    def __contains__(self, _: object) -> bool:
        return True


def _surprise(error: Exception) -> str:
    if isinstance(error, UnknownNameError):
        return str(error)
    return f"ce contenu n'est pas celui qui est attendu ({type(error).__name__} : {error})"
