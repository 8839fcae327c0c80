"""Names, as people type them."""

import re
import unicodedata
from collections.abc import Iterable
from difflib import get_close_matches
from typing import Any, NoReturn

_FEW = 6  #: names that can all be told


def same_name(typed: str, name: str) -> bool:
    """Say whether two names are the same but for capitals, accents, spaces and dashes."""
    return plain_name(typed) == plain_name(name)


def plain_name(name: str) -> str:
    """Return a name without capitals, accents, spaces and dashes."""
    letters = unicodedata.normalize("NFKD", name.casefold())
    return re.sub(r"[\W_]|[\u0300-\u036f]", "", letters)


def without_accents(text: str) -> str:
    """Return a text whose letters have no accents.

    >>> without_accents("août à Sète")
    'aout a Sete'
    """
    letters = unicodedata.normalize("NFKD", text)
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


class UnknownNameError(KeyError):
    """A name that nothing has. The message says it in French, with the nearest."""

    def __init__(self, name: str, names: Iterable[str]) -> None:
        super().__init__(name)
        self.name, self._names = name, names

    def __str__(self) -> str:
        return unknown(self.name, self._names)


class Named(dict[str, Any]):
    """Things by name, of which a chapter may name one: a wrong name is refused in French. Raises UnknownNameError."""

    def __missing__(self, name: object) -> NoReturn:
        raise UnknownNameError(str(name), self)


def unknown(name: str, names: Iterable[str]) -> str:
    """Say in French that there is no such name, and which is near."""
    return f"« {name} » n'existe pas{nearest(name, names)}"


def nearest(name: str, names: Iterable[str]) -> str:
    """Offer in French the name that is near; without one, all names if they are few."""
    near = get_close_matches(name, known := list(names), n=1)
    if near:
        return f", vouliez-vous dire « {near[0]} » ?"
    return f", il y a : {', '.join(known)}" if 0 < len(known) <= _FEW else ""
