"""One Jinja environment draws every screen."""

from functools import cache
from pathlib import Path

import jinja2
from jinja2.ext import Extension

from atelier_ameli import data
from atelier_ameli.domain import iban, nir
from atelier_ameli.domain.amounts import euros
from atelier_ameli.domain.dates import day, hour, month, short_day, weekday
from atelier_ameli.typography import file_size, french, of

_HERE = Path(__file__).parent


class _FrenchSpaces(Extension):
    """Put non-breaking spaces in what templates say, so that their authors need not."""

    def preprocess(self, source: str, name: str | None, filename: str | None = None) -> str:  # noqa: ARG002
        return french(source)


@cache
def _environment() -> jinja2.Environment:
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader([_HERE / "screens", _HERE / "components", data.DATA / "requests"]),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=[_FrenchSpaces],
    )
    said = (french, of, file_size, day, short_day, weekday, month, hour, euros)
    environment.filters.update({filter_.__name__: filter_ for filter_ in said}, nir=nir.grouped, iban=iban.grouped)
    return environment


def draw(template: str, **context: object) -> str:
    """Return the HTML of a template of `screens/`, `components/` or `data/requests/`. Everything in it is escaped."""
    return _environment().get_template(template).render(context)


def stylesheets() -> list[str]:
    """Return the names of the files of `static/` that make the look of the screens, the tokens first."""
    return ["tokens.css", *sorted(file.name for file in (_HERE / "static").glob("screen*.css"))]


@cache
def stylesheet() -> str:
    """Return the look of the screens."""
    return "\n".join((_HERE / "static" / name).read_text(encoding="utf-8") for name in stylesheets())
