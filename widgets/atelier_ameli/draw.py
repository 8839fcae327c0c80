"""One Jinja environment draws every screen."""

from datetime import date, datetime
from functools import cache
from pathlib import Path

import jinja2
from babel.dates import format_date
from jinja2.ext import Extension

from atelier_ameli.domain import nir
from atelier_ameli.typography import french, of

_HERE = Path(__file__).parent


class _FrenchSpaces(Extension):
    """Put non-breaking spaces in what templates say, so that their authors need not."""

    def preprocess(self, source: str, name: str | None, filename: str | None = None) -> str:  # noqa: ARG002
        return french(source)


@cache
def _environment() -> jinja2.Environment:
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader([_HERE / "screens", _HERE / "components"]),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=[_FrenchSpaces],
    )
    environment.filters.update(french=french, of=of, nir=nir.grouped, day=day, hour=hour)
    return environment


def draw(template: str, **context: object) -> str:
    """Return the HTML of a template of `screens/` or `components/`. Everything in it is escaped."""
    return _environment().get_template(template).render(context)


@cache
def stylesheet() -> str:
    """Return the look of the screens: the tokens first, then static/screen*.css."""
    files = [_HERE / "static" / "tokens.css", *sorted((_HERE / "static").glob("screen*.css"))]
    return "\n".join(file.read_text(encoding="utf-8") for file in files)


def day(when: date) -> str:
    """Return a date as people write it: `1 mars 2021`."""
    return format_date(when, "d MMMM yyyy", locale="fr")


def hour(when: datetime) -> str:
    return f"{when:%H:%M}"
