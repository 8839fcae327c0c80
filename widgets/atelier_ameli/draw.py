"""The look of the screens."""

from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path

from practice.drawing.amounts import euros
from practice.drawing.dates import weekday

_HERE = Path(__file__).parent


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
