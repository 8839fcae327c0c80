"""Notices: what a page tells when something is wrong, each with the id that it is declared with.

An exercise names a notice by its id, whatever its words become: as a goal, `told = "nir_short"`, or as a mistake that
people make.
"""

import re
import sys
from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Any, Self

_declared: dict[str, "Notice"] = {}
_homes: dict[str, set[str]] = {}  #: the modules that declare each, by id


class Notice(str):  # noqa: SLOT000 - it carries its id
    """A text that knows its id, filled in or not.

    A particular notice has a longer id, « document_wrong_kind-cat », and answers to the general one too.
    """

    id: str
    values: tuple[Any, ...] = ()  #: what it is filled in with, in the order of its text
    named: Mapping[str, Any] = MappingProxyType({})  #: and by name

    def __new__(cls, name: str, text: str) -> Self:
        made = super().__new__(cls, text)
        made.id = name
        return made

    def format(self, *values: Any, **named: Any) -> "Notice":
        made = Notice(self.id, super().format(*values, **named))
        made.values, made.named = values, named
        return made

    def about(self, what: str) -> "Notice":
        """Return the same text as a particular notice."""
        made = Notice(f"{self.id}-{what}", self)
        made.values, made.named = self.values, self.named
        return made

    def in_words(self, words: Mapping[str, str]) -> "Notice":
        """Return it as an edition words it, filled in with the same values; itself where it has no words for it."""
        wording = next((words[name] for name in self.ids if name in words), None)
        if wording is None:
            return self
        filled = bool(self.values or self.named)
        return Notice(self.id, wording.format(*self.values, **self.named) if filled else wording)

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids that it answers to, the particular one first."""
        return tuple(dict.fromkeys((self.id, self.id.partition("-")[0])))

    @property
    def outline(self) -> str:
        """The text with « … » for what is not filled in."""
        return re.sub(r"\{[^}]*\}", "…", self).replace("….", "…")


def notice(name: str, text: str) -> Notice:
    """Declare a notice, as a constant beside what tells it. Raises ValueError for an id that has another text."""
    if _declared.setdefault(name, Notice(name, text)) != text:
        raise ValueError(f"two notices are called {name}")
    _homes.setdefault(name, set()).add(sys._getframe(1).f_globals["__name__"])  # noqa: SLF001 - as `enum` does
    return _declared[name]


def declared(*packages: str) -> dict[str, Notice]:
    """Return the notices that modules of these packages declare, among those imported so far, by id."""
    return {
        name: told
        for name, told in _declared.items()
        if any(f"{home}.".startswith(f"{package}.") for home in _homes[name] for package in packages)
    }


def ids_of(texts: Iterable[str]) -> list[str]:
    """Return the ids of those texts that are notices."""
    return [name for text in texts if isinstance(text, Notice) for name in text.ids]


def in_words(texts: Iterable[Any], words: Mapping[str, str]) -> list[Any]:
    """Return texts with those that are notices as an edition words them."""
    return [text.in_words(words) if isinstance(text, Notice) else text for text in texts]


def names_in(text: str) -> set[str]:
    """Return the names between braces in a text."""
    return set(re.findall(r"\{(\w*)\}", text))
