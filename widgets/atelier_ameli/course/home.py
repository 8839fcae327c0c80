"""The course's home page."""

from pathlib import Path

from atelier_ameli import data
from atelier_ameli.draw import draw

_STATIC = Path(__file__).parents[1] / "static"


class Home:
    """The chapters as cards; those that come later say so."""

    def _repr_html_(self) -> str:
        style = "\n".join((_STATIC / name).read_text(encoding="utf-8") for name in ("tokens.css", "screen.css"))
        return draw("home.html", chapters=data.chapters(), style=style)

    def __repr__(self) -> str:
        return "Home()"
