"""Envelope: what a tablet gets on paper, so that somebody plays a person: words, to which doors/sheets gives a look."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

_SIGNS = {"-": "tiret", ".": "point", "_": "tiret bas", "@": "arobase", " ": "espace"}


class Look(Enum):
    """How a piece of an envelope is drawn."""

    PERSON = "person"  #: what the person knows
    LETTER = "letter"
    CARD = "card"  #: of the size of a purse
    FORM = "form"


@dataclass(frozen=True)
class Line:
    """A name and a value. `dictated`: a listener is told each sign as well."""

    label: str
    value: str
    dictated: bool = False

    @property
    def signs(self) -> str:
        """The value sign by sign.

        >>> Line("Code", "Ane-7").signs
        'A majuscule, n, e, tiret, 7'
        """
        return ", ".join(f"{sign} majuscule" if sign.isupper() else _SIGNS.get(sign, sign) for sign in self.value)


@dataclass(frozen=True)
class Piece:
    """One paper: its lines, its texts. `when` says when it serves; `sender` and `to` are those of a letter."""

    look: Look
    title: str
    lines: tuple[Line, ...] = ()
    texts: tuple[str, ...] = ()
    when: str = ""
    sender: tuple[str, ...] = ()
    to: tuple[str, ...] = ()


@dataclass(frozen=True)
class Envelope:
    """All the papers of a person. `answers` are for whoever teaches: what she may have to find again."""

    name: str
    story: str
    pieces: tuple[Piece, ...]
    answers: tuple[Line, ...]

    def of(self, look: Look) -> Iterator[Piece]:
        """Yield the pieces of one look."""
        return (piece for piece in self.pieces if piece.look is look)
