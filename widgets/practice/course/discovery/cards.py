"""A deck of cards: short texts with our own drawings, the same in Voilà, in Lab and on a slide, without a kernel."""

from practice.session import Context, Drawing

_STYLES = ("tokens.css", "screen_discover.css")  #: all that cards need: three decks on a page stay light


class Cards(Drawing):
    """A deck of data/discover.toml, by its id. Raises KeyError for one that does not exist.

    >>> Cards("pourquoi")
    Cards('pourquoi')
    """

    prefix = "cartes"

    def __init__(self, name: str, *, at: Context | None = None) -> None:
        super().__init__(at)
        self.deck = self.site.decks[name]

    def draw(self) -> str:
        return self.site.draw("cards.html", deck=self.deck, style=self.site.stylesheet(*_STYLES))

    def __repr__(self) -> str:
        return f"Cards({self.deck.id!r})"
