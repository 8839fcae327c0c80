"""Jinja draws every screen."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path

import jinja2
from jinja2.ext import Extension

from atelier_ameli.domain import iban, nir
from atelier_ameli.domain.amounts import euros
from atelier_ameli.domain.dates import day, hour, month, short_day, weekday
from atelier_ameli.typography import file_size, french, of

_HERE = Path(__file__).parent


class _FrenchSpaces(Extension):
    """Put non-breaking spaces in what templates say, so that their authors need not."""

    def preprocess(self, source: str, name: str | None, filename: str | None = None) -> str:  # noqa: ARG002
        return french(source)


def environment(folders: Iterable[Path]) -> jinja2.Environment:
    """Return what draws the templates of these folders, then of `screens/` and `components/`. All is escaped."""
    made = jinja2.Environment(
        loader=jinja2.FileSystemLoader([*folders, _HERE / "screens", _HERE / "components"]),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=[_FrenchSpaces],
        auto_reload=False,
        cache_size=-1,  # all of them, so that none is read twice
    )
    said = (french, of, file_size, day, short_day, weekday, month, hour, euros)
    made.filters.update({filter_.__name__: filter_ for filter_ in said}, nir=nir.grouped, iban=iban.grouped)
    return made


def stylesheets() -> list[str]:
    """Return the names of the files of `static/` that make the look of the screens, the tokens first."""
    return ["tokens.css", *sorted(file.name for file in (_HERE / "static").glob("screen*.css"))]


@cache
def stylesheet(*names: str) -> str:
    """Return the look of the screens, or only these files of it."""
    return "\n".join(map(_look, names or stylesheets()))


@cache
def _look(name: str) -> str:
    return (_HERE / "static" / name).read_text(encoding="utf-8")


def read_all() -> None:
    """Read what draws any site: the look of the screens, and Babel's French, which it reads with its first words."""
    stylesheet()
    weekday(date.min)
    euros(Decimal())
