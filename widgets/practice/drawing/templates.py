"""Jinja draws every screen."""

from collections.abc import Callable, Iterable, Mapping, MutableMapping
from pathlib import Path
from typing import Any

import jinja2
from jinja2.bccache import Bucket
from jinja2.ext import Extension

from practice.drawing.amounts import euros
from practice.drawing.dates import day, hour, month, short_day, weekday
from practice.drawing.typography import file_size, french, of

_SAID = (french, of, file_size, day, short_day, weekday, month, hour, euros)


class _FrenchSpaces(Extension):
    """Put non-breaking spaces in what templates say, so that their authors need not."""

    def preprocess(self, source: str, name: str | None, filename: str | None = None) -> str:  # noqa: ARG002
        return french(source)


class _Compiled(jinja2.BytecodeCache):
    """Keeps what each file was compiled to: two editions that have the same one share it, and compile it once."""

    def __init__(self) -> None:
        self._codes: dict[tuple[str, str], Any] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give what this text of this file was compiled to, if it was."""
        bucket.code = self._codes.get((bucket.key, bucket.checksum))

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what it was compiled to."""
        self._codes[bucket.key, bucket.checksum] = bucket.code


_COMPILED = _Compiled()


class _Environment(jinja2.Environment):
    """Gives a template one table of what it may name: Jinja's chain of two takes a tenth of the time of a drawing."""

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """Return what a template may name, besides what it is given to draw."""
        return self.globals | (d or {})


def environment(folders: Iterable[Path], filters: Mapping[str, Callable[..., Any]]) -> jinja2.Environment:
    """Return what draws the templates of these folders, the first that has one. All that it is given is escaped."""
    made = _Environment(
        loader=jinja2.FileSystemLoader(folders),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=[_FrenchSpaces],
        auto_reload=False,
        bytecode_cache=_COMPILED,
        cache_size=-1,  # all of them, so that none is read twice
    )
    made.filters.update({filter_.__name__: filter_ for filter_ in _SAID}, **filters)
    return made
