"""The course's home page."""

from atelier_ameli import data
from atelier_ameli.draw import draw, stylesheet


class Home:
    """The chapters as cards; those that come later say so."""

    def _repr_html_(self) -> str:
        return draw("home.html", chapters=data.chapters(), style=stylesheet())

    def __repr__(self) -> str:
        return "Home()"
