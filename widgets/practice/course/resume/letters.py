"""The letters of a resume code: none that looks like another, and three that check the rest.

There are 29, a prime number, so that they can be counted with as remainders of 29: the code is a Reed-Solomon code,
whose three checks find any three wrong letters, and where a single wrong one stands, or two that changed places.
"""

import re
import unicodedata
from collections.abc import Sequence

LETTERS = "0123456789ACDEFGHJKMNPQRTVWXY"
BASE = len(LETTERS)
GROUP = 4
CHECKS = 3
LONGEST = 20  #: letters of a code that is typed
_LOOK_ALIKE = str.maketrans("OILZSBU", "011258V")
_SEPARATORS = re.compile(r"[\s\-_.,;:/\u2010-\u2015]+")


class CodeError(ValueError):
    """What was typed is no resume code. `group` counts from 1: the one that is likely wrong, 0 where nothing tells."""

    def __init__(self, reason: str, group: int = 0) -> None:
        super().__init__(reason)
        self.reason, self.group = reason, group


EMPTY, LENGTH, SIGN, WRONG, SWAPPED = "empty", "length", "sign", "wrong", "swapped"


def with_checks(numbers: Sequence[int]) -> list[int]:
    """Return the letters of a code, as numbers, with the three that check them."""
    length = len(numbers) + CHECKS
    wanted = [-one % BASE for one in _sums(numbers)]
    places = [place % BASE for place in range(length - CHECKS + 1, length + 1)]
    return [*numbers, *_solved(places, wanted)]


def grouped(numbers: Sequence[int]) -> str:
    """Return a code as it is shown: groups of four letters.

    >>> grouped([1, 2, 3, 4, 10, 11, 12, 13])
    '1234-ACDE'
    """
    letters = "".join(LETTERS[number] for number in numbers)
    return "-".join(letters[at : at + GROUP] for at in range(0, len(letters), GROUP))


def read_letters(typed: str) -> list[int]:
    """Return the letters of a code that was typed, as numbers, without its checks. Raises CodeError."""
    pieces = [piece for piece in _SEPARATORS.split(_plain(typed)) if piece]
    text = "".join(pieces)
    if not text:
        raise CodeError(EMPTY)
    for at, letter in enumerate(text):
        if letter not in LETTERS:
            raise CodeError(SIGN, at // GROUP + 1)
    if len(text) % GROUP or not 2 * GROUP <= len(text) <= LONGEST:
        raise CodeError(LENGTH, _uneven(pieces))
    numbers = [LETTERS.index(letter) for letter in text]
    _verify(numbers)
    return numbers[:-CHECKS]


def _plain(typed: str) -> str:
    """Return what was typed in capitals, without accents, each letter that looks like another as that one."""
    letters = unicodedata.normalize("NFKD", typed[: 20 * LONGEST]).upper()
    return "".join(one for one in letters if not unicodedata.combining(one)).translate(_LOOK_ALIKE)


def _uneven(pieces: Sequence[str]) -> int:
    """Return the only group that has not four letters, where the groups were typed apart; 0 otherwise."""
    uneven = [at for at, piece in enumerate(pieces, 1) if len(piece) != GROUP]
    return uneven[0] if len(uneven) == 1 and len(pieces) > 1 else 0


def _verify(numbers: Sequence[int]) -> None:
    """Raise CodeError for letters that do not go with their checks."""
    sums = _sums(numbers)
    if not any(sums):
        return
    one = _single(sums)
    if 1 <= one <= len(numbers):
        raise CodeError(WRONG, (one - 1) // GROUP + 1)
    swapped = _swapped(sums)
    if 1 <= swapped < len(numbers) and (numbers[swapped] - numbers[swapped - 1] - sums[1]) % BASE == 0:
        raise CodeError(SWAPPED, (swapped - 1) // GROUP + 1)
    raise CodeError(WRONG)


def _sums(numbers: Sequence[int]) -> list[int]:
    """Return what is nothing for a right code: the sums of its letters, each by a power of its place."""
    return [sum(number * place**power for place, number in enumerate(numbers, 1)) % BASE for power in range(CHECKS)]


def _single(sums: Sequence[int]) -> int:
    """Return the place of the only letter that is wrong, if one alone explains the sums; else 0."""
    if not all(sums):
        return 0
    place = sums[1] * pow(sums[0], -1, BASE) % BASE
    return place if sums[1] * place % BASE == sums[2] else 0


def _swapped(sums: Sequence[int]) -> int:
    """Return the place of the first of two neighbours that may have changed places; else 0."""
    if sums[0] or not sums[1]:
        return 0
    return (sums[2] * pow(sums[1], -1, BASE) - 1) * pow(2, -1, BASE) % BASE


def _solved(places: Sequence[int], wanted: Sequence[int]) -> list[int]:
    """Return the three letters that, at these places, make these sums (Lagrange's formula, remainders of 29)."""
    found = []
    for place in places:
        others = [one for one in places if one != place]
        low, middle = others[0] * others[1], -(others[0] + others[1])
        above = wanted[0] * low + wanted[1] * middle + wanted[2]
        below = (place - others[0]) * (place - others[1])
        found.append(above * pow(below, -1, BASE) % BASE)
    return found
