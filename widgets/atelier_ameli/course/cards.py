"""A deck of cards: short texts with our own drawings, the same in Voilà, in Lab and on a slide, without a kernel."""

from functools import cache
from pathlib import Path

from atelier_ameli.draw import draw
from atelier_ameli.ways_in_data import decks

_STATIC = Path(__file__).parents[1] / "static"
_STYLES = ("tokens.css", "screen_discover.css")  #: all that cards need: three decks on a page stay light


class Cards:
    """A deck of data/discover.toml, by its id. Raises KeyError for one that does not exist.

    >>> Cards("pourquoi")
    Cards('pourquoi')
    """

    def __init__(self, name: str) -> None:
        self.deck = decks()[name]

    def _repr_html_(self) -> str:
        return draw("cards.html", deck=self.deck, style=_style())

    def __repr__(self) -> str:
        return f"Cards({self.deck.id!r})"


@cache
def _style() -> str:
    return "\n".join((_STATIC / name).read_text(encoding="utf-8") for name in _STYLES)
