"""The « numéro de sécurité sociale » (NIR), as a learner types it.

Structure and key: domain.md §2.1 (CNAM's rule, github.com/assurance-maladie-digital/nir-validation). The numbers of
the course carry the commune code 000, which no commune has, so that none can be a living person's.
"""

import re
from collections.abc import Iterator
from enum import Enum
from itertools import pairwise

from practice.forms.signs import Signs, plain

LENGTH = 13  #: characters without the key
LENGTH_WITH_KEY = 15
FICTIONAL_COMMUNE = "000"
_PARTS = (0, 1, 3, 5, 7, 10, LENGTH, LENGTH_WITH_KEY)  #: where the card parts it
_COUNTRY = "FR"  #: what an IBAN begins with: its digits are no number of this kind

_SEPARATORS = re.compile(r"[\s.\-_/]+")
_SHAPE = re.compile(r"[12]\d\d(0[1-9]|1[0-2]|[2-9]\d)(\d\d|2[AB])\d{6}", re.ASCII)

_WAITING = re.compile(r"[5-8]\d{12}", re.ASCII)
_SOMEBODYS = re.compile(_SHAPE.pattern.replace("[12]", "[1-8]"), re.ASCII)  # provisional ones too


class NirFault(Enum):
    """What is wrong with a number, in the order in which it is worth saying."""

    EMPTY = "empty"
    REAL = "real"
    LETTER_O = "letter_o"
    CHARACTERS = "characters"
    WAITING = "waiting"
    SHORT = "short"
    LONG = "long"
    SHAPE = "shape"
    KEY = "key"


class NirError(ValueError):
    """A number that cannot be used. `fault` says why, `length` how many characters were typed."""

    def __init__(self, fault: NirFault, length: int = 0) -> None:
        super().__init__(fault.value)
        self.fault = fault
        self.length = length


def compact(text: str) -> str:
    """Return the number without spaces, dots and dashes, in capitals; its digits may be of any script."""
    return _SEPARATORS.sub("", plain(text)).upper()


def key(nir: str) -> str:
    """Return the two digits of the key of a number of 13 characters: 97 − (N mod 97), 2A as 19 and 2B as 18."""
    number = int(nir.replace("2A", "19").replace("2B", "18"))
    return f"{97 - number % 97:02d}"


def grouped(nir: str) -> str:
    """Return the number as the card prints it: `2 82 02 95 000 199`, the key after it if there is one."""
    return " ".join(nir[start:end] for start, end in pairwise(_PARTS)).strip()


def could_be_real(text: str) -> bool:
    """Say whether a text holds what may be a living person's number."""
    return find_real(Signs.of(text)) is not None


def find_real(signs: Signs) -> tuple[int, int] | None:
    """Return where a number begins and ends that may be a living person's: the right shape, a commune that exists.

    What parts its digits does not matter, nor what stands before it, be it another number. A zero may be a letter O.
    """
    if len(signs.text) < LENGTH:
        return None
    text = signs.text.replace("O", "0")
    found = list(_real_ones(signs, text))
    at = next((one for one in found if _as_on_the_card(signs, one)), found[0] if found else None)
    return None if at is None else (at, _end_of_digits(text, at + LENGTH))


def _real_ones(signs: Signs, text: str) -> Iterator[int]:
    """Yield each place where a real number may begin; those of two readings of the same digits overlap."""
    at = 0
    while shape := _SOMEBODYS.search(text, at):
        at = shape.start()
        there = signs.can_begin(at) and not text.endswith(_COUNTRY, 0, at)
        invented = there and text[at + 7 : at + 10] == FICTIONAL_COMMUNE
        if there and not invented and (signs.can_end(at, at + LENGTH) or signs.can_end(at, at + LENGTH_WITH_KEY)):
            yield at
        at += LENGTH if invented else 1


def _as_on_the_card(signs: Signs, at: int) -> bool:
    """Say whether a number is parted where the card parts it, or not at all."""
    parted = {place for place in range(1, LENGTH) if signs.begins[at + place]}
    return parted in (set(), set(_PARTS[1:-2]))


def _end_of_digits(text: str, at: int) -> int:
    return next((end for end in range(at, len(text)) if not text[end].isdigit()), len(text))


def is_fictional_waiting(text: str) -> bool:
    """Say whether this is a provisional number (domain.md §2.1) that nobody has: its commune does not exist either."""
    return bool(_WAITING.fullmatch(text)) and text[7:10] == FICTIONAL_COMMUNE


def _begins_as_real(typed: str) -> bool:
    return bool(_SOMEBODYS.match(typed)) and typed[7:10] != FICTIONAL_COMMUNE


def read(text: str) -> str:
    """Return the 13 characters of the number typed, with or without spaces, with or without its key.

    Raises NirError with its fault; a number that could be somebody's is always a REAL fault, whatever else is wrong.
    """
    typed = compact(text)
    length = len(typed)
    fault = NirFault.REAL if could_be_real(text) else _fault(typed)
    if fault:
        raise NirError(fault, length)
    return typed[:LENGTH]


def _fault(typed: str) -> NirFault | None:
    checks = (
        (NirFault.EMPTY, not typed),
        (NirFault.REAL, _begins_as_real(typed)),
        (NirFault.LETTER_O, re.fullmatch(r"[0-9ABO]*O[0-9ABO]*", typed)),
        (NirFault.CHARACTERS, not re.fullmatch(r"[0-9]*([0-9]2[AB]|[0-9]2?)?[0-9]*", typed, re.ASCII)),
        (NirFault.WAITING, re.fullmatch(r"[5-8]\d+", typed, re.ASCII)),
        (NirFault.SHORT, len(typed) < LENGTH),
        (NirFault.LONG, len(typed) not in (LENGTH, LENGTH_WITH_KEY)),
        (NirFault.SHAPE, not _SHAPE.fullmatch(typed[:LENGTH])),
    )
    for fault, found in checks:
        if found:
            return fault
    if len(typed) == LENGTH_WITH_KEY and typed[LENGTH:] != key(typed[:LENGTH]):
        return NirFault.KEY
    return None
