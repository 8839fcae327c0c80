"""Whether two answers say the same: people write a date, an amount, a number or a name in more than one way."""

import re
from typing import Any

from practice.drawing.amounts import typed_amount
from practice.drawing.dates import typed_date
from practice.names import without_accents

_LONG_NUMBER = 13  #: signs, without the two of a key
_APART = re.compile(r"[\W_]+")


def same_answer(given: Any, wanted: Any) -> bool:
    """Say whether an answer is the one wanted, however it is written. A list is boxes, in any order.

    A text has all words that are wanted, and may have more: « Anne ESSAI, 06 39 98 05 11 » says « Anne Essai ».
    """
    if isinstance(given, list | set | tuple) or isinstance(wanted, list):
        return isinstance(wanted, list) and sorted(given or ()) == sorted(wanted)
    if not isinstance(given, str) or not isinstance(wanted, str):
        return False
    read = (typed_date, typed_amount)
    alike = any(reading(given) == reading(wanted) is not None for reading in read)
    words = set(_words(wanted))
    return alike or _signs(given) == _signs(wanted) or (bool(words) and words <= set(_words(given)))


def _words(text: str) -> list[str]:
    """Return the words of a text without case and accents."""
    return [word for word in _APART.split(without_accents(text.casefold())) if word]


def _signs(text: str) -> str:
    """Return letters and digits alone; a long number without its key."""
    signs = "".join(_words(text))
    return signs[:_LONG_NUMBER] if len(signs) == _LONG_NUMBER + 2 and signs[:5].isdecimal() else signs
