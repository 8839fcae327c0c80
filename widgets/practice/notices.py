"""Notices: what a page tells when something is wrong, each with the id that it is declared with.

An exercise names a notice by its id, whatever its words become: as a goal, `told = "nir_short"`, or as a mistake that
people make.
"""

import re
import sys
from collections.abc import Iterable
from typing import Any, Self

_declared: dict[str, "Notice"] = {}
_homes: dict[str, set[str]] = {}  #: the modules that declare each, by id


class Notice(str):  # noqa: SLOT000 - it carries its id
    """A text that knows its id, filled in or not.

    A particular notice has a longer id, « document_wrong_kind-cat », and answers to the general one too.
    """

    id: str

    def __new__(cls, name: str, text: str) -> Self:
        made = super().__new__(cls, text)
        made.id = name
        return made

    def format(self, *values: Any, **named: Any) -> "Notice":
        return Notice(self.id, super().format(*values, **named))

    def about(self, what: str) -> "Notice":
        """Return the same text as a particular notice."""
        return Notice(f"{self.id}-{what}", self)

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
