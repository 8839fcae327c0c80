"""Numbers that could be somebody's: a learner must never give one, and one that is given is erased.

What such a number looks like is known to the sites: each registers how it tells, and all are asked, whatever the site.
"""

from collections.abc import Callable

_tells: list[Callable[[str], bool]] = []


def register(tell: Callable[[str], bool]) -> None:
    """Ask also this function, which says of a text whether it holds what could be somebody's number."""
    if tell not in _tells:
        _tells.append(tell)


def could_be_one(text: str) -> bool:
    """Say whether a text holds what could be somebody's number."""
    return any(tell(text) for tell in _tells)
