"""Every drawing that any test makes is looked at: one id, one thing, and all that points to an id finds it."""

import re
from collections import Counter

from practice.pages.regions import NAMES
from practice.site import Site

#: a region is looked at as a part of its desk; the contents of a chapter lead to the steps of the page around them
_PARTS = {*(f"{name}.html" for name in NAMES), "contents.html"}
_right: set[int] = set()  #: the hashes of the drawings that were looked at and are right: many are drawn again
_ID = re.compile(r'\sid="([^"]*)"')
_POINTER = re.compile(r'\s(?:for|aria-(?:controls|describedby|details|labelledby|owns))="([^"]*)"|\shref="#([^"]*)"')


def look() -> None:
    """Have each drawing looked at from now on, in this process."""
    draw = Site.draw

    def looked_at(*drawn: object, **context: object) -> str:
        html = draw(*drawn, **context)
        if drawn[1] not in _PARTS and hash(html) not in _right:
            wrong = wrong_with(html)
            assert not wrong, f"{drawn[1]}: {wrong}"
            _right.add(hash(html))
        return html

    Site.draw = looked_at


def wrong_with(html: str) -> list[str]:
    """Return the ids that two elements have, and those that are pointed to and that none has."""
    ids = Counter(_ID.findall(html))
    pointed_to = {name for found in _POINTER.findall(html) for name in " ".join(found).split()}
    return [name for name, count in ids.items() if count > 1] + sorted(pointed_to - ids.keys())
