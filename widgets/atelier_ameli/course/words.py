"""The hard words of a chapter, each explained when one opens it; without a kernel, the same on a slide."""

import itertools
import unicodedata
from functools import cache
from pathlib import Path

from atelier_ameli import data
from atelier_ameli.domain.glossary import Word
from atelier_ameli.draw import draw
from atelier_ameli.toml_files import DataError, structure, tables

_STATIC = Path(__file__).parents[1] / "static"
_STYLES = ("tokens.css", "screen_words.css")  #: all that words need
_count = itertools.count(1)


@cache
def glossary() -> dict[str, Word]:
    """Return all words by term, in the order of the file."""
    return load_glossary(data.DATA / "glossary.toml")


def load_glossary(file: Path) -> dict[str, Word]:
    """Read the words; refuse one that is explained twice."""
    found: dict[str, Word] = {}
    for entry in tables(file, "word"):
        word = structure(file, str(entry.get("term", "sans term")), entry, Word)
        if word.term in found:
            raise DataError(file, word.term, "term : ce mot est déjà expliqué")
        found[word.term] = word
    return found


class Words:
    """Some words of data/glossary.toml, or all of them when none is named. Raises KeyError for one that is not there.

    >>> Words("RIB", "IBAN")
    Words('RIB', 'IBAN')
    """

    def __init__(self, *terms: str) -> None:
        self.key = f"mots{next(_count)}"
        self.named = terms
        self.words = [glossary()[term] for term in terms] or sorted(glossary().values(), key=_alphabetically)

    def _repr_html_(self) -> str:
        return draw("words.html", key=self.key, words=self.words, style=_style())

    def __repr__(self) -> str:
        return f"Words({', '.join(map(repr, self.named))})"


def _alphabetically(word: Word) -> str:
    """Return a key that puts é beside e."""
    return unicodedata.normalize("NFKD", word.term.casefold()).encode("ascii", "ignore").decode()


@cache
def _style() -> str:
    return "\n".join((_STATIC / name).read_text(encoding="utf-8") for name in _STYLES)
