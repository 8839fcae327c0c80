"""The doors of the public site's home page, and its search."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from practice.names import without_accents

_SHORTEST_WORD = 3  #: letters; « de », « ma » find nothing
_ROOT = 5  #: letters that two forms of a word share: « connexion », « connecter »


class Place(StrEnum):
    """Where a door is on the page."""

    AUDIENCE = "audience"
    SMALL = "small"
    SECTION = "section"
    PROFILE = "profile"
    NEWS = "news"


@dataclass(frozen=True)
class Door:
    """A door: its name, the small words under it, what one finds behind, what else finds it in a search."""

    id: str
    place: Place
    label: str
    says: str
    more: str = ""
    words: str = ""


def search(doors: Iterable[Door], typed: str) -> list[Door]:
    """Return the doors that share a word with what was typed, those whose name has it first."""
    wanted = _roots(typed)
    found = [door for door in doors if wanted & _roots(f"{door.label} {door.more} {door.words}")]
    return sorted(found, key=lambda door: not wanted & _roots(door.label))


def _roots(text: str) -> set[str]:
    plain = without_accents(text.casefold())
    return {word[:_ROOT] for word in re.findall(r"\w+", plain) if len(word) >= _SHORTEST_WORD}
