"""The hard words of a chapter, each explained when one opens it; without a kernel, the same on a slide."""

import unicodedata

from practice.course.words.glossary import Word
from practice.session import Context, Drawing

_STYLES = ("tokens.css", "screen_words.css")  #: all that words need


class Words(Drawing):
    """Some words of data/glossary.toml, or all of them when none is named. Raises KeyError for one that is not there.

    >>> Words("RIB", "IBAN")
    Words('RIB', 'IBAN')
    """

    prefix = "mots"

    def __init__(self, *terms: str, at: Context | None = None) -> None:
        super().__init__(at)
        self.named = terms
        glossary = self.site.glossary
        self.words = [glossary[term] for term in terms] or sorted(glossary.values(), key=_alphabetically)

    def draw(self) -> str:
        return self.site.draw("words.html", key=self.key, words=self.words, style=self.site.stylesheet(*_STYLES))

    def __repr__(self) -> str:
        return f"Words({', '.join(map(repr, self.named))})"


def _alphabetically(word: Word) -> str:
    """Return a key that puts é beside e."""
    return unicodedata.normalize("NFKD", word.term.casefold()).encode("ascii", "ignore").decode()
