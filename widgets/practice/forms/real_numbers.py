"""Numbers that could be somebody's: a learner must never give one, and one that is given is erased.

What such a number looks like is known to the sites: each registers how it finds one, and all are asked, whatever the
site. A finder gets the signs of a text, and returns where a number begins and ends among them, if there is one.
"""

from collections.abc import Callable

from practice.forms.signs import Signs

Finder = Callable[[Signs], tuple[int, int] | None]

_finders: list[Finder] = []


def register(finder: Finder) -> None:
    """Ask also this one."""
    if finder not in _finders:
        _finders.append(finder)


def could_be_one(text: str) -> bool:
    """Say whether a text holds what could be somebody's number."""
    return _found(text) is not None


def without(text: str, mark: str) -> str:
    """Return a text with a mark in the place of each number that could be somebody's."""
    while (found := _found(text)) is not None:
        start, end = found
        text = text[:start] + mark + text[end:]
    return text


def _found(text: str) -> tuple[int, int] | None:
    """Return where the first such number begins and ends in a text."""
    signs = Signs.of(text)
    for finder in _finders:
        if found := finder(signs):
            return signs.places[found[0]], signs.places[found[1] - 1] + 1
    return None
