"""Every drawing that any test makes is looked at: one id, one thing, and all that points to an id finds it."""

import re
from collections import Counter

from practice.pages.regions import NAMES
from practice.site import Site

#: a region is looked at as a part of its desk; the contents of a chapter lead to the steps of the page around them
_PARTS = {*(f"{name}.html" for name in NAMES), "contents.html"}
_right: set[int] = set()  #: the hashes of the drawings that were looked at and are right: many are drawn again
#: each begins with signs that it is looked for by, and then looks back: twice as fast
_ID = re.compile(r'id="(?<=\sid=")([^"]*)"')
_POINTERS = ("for", *(f"aria-{name}" for name in ("controls", "describedby", "details", "labelledby", "owns")))
_AFTER_POINTER = "|".join(f'(?<=\\s{name}=")' for name in _POINTERS)
_POINTER = re.compile(rf'="(?:(?:{_AFTER_POINTER})|(?<=\shref=")#)([^"]*)"')


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
    pointed_to = set(" ".join(_POINTER.findall(html)).split())
    return [name for name, count in ids.items() if count > 1] + sorted(pointed_to - ids.keys())
