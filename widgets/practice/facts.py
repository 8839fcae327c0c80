"""Facts: what can be said of a page, of a session, of a world, each declared beside what it speaks of.

A goal is a small table of facts and of what each must be: `{ page = "payments", searched = "zoe" }`. A class lists its
facts in `facts`; an object of a class with facts is a subject. Only the facts of a goal are ever looked at.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from practice.names import unknown

Goal = Mapping[str, str | int | date]

KINDS = {str: "un texte", int: "un nombre", bool: "true ou false", date: "une date, comme 2021-03-01"}


def is_or_has(found: Any, wanted: Any) -> bool:
    """Say whether what was found is what is wanted, or has it among others."""
    return wanted in found if isinstance(found, tuple | list | set | frozenset) else found == wanted


def has_not(found: Any, wanted: Any) -> bool:
    return wanted not in found


def at_least(found: int | None, wanted: int) -> bool:
    """Say whether so many were counted, or more; nothing counted yet is None."""
    return found is not None and found >= wanted


def one_begins(found: Iterable[str], wanted: str) -> bool:
    return any(one.startswith(wanted) for one in found)


@dataclass(frozen=True)
class Fact:
    """Something that can be said of a subject.

    `means` says it in French, for whoever writes exercises. `of` gives what is so now; `holds` compares it with the
    value wanted, which is of a `kind`: str, int, bool or date. `among` gives, for a site, all values that there are.
    """

    name: str
    means: str
    of: Callable[[Any], Any]
    kind: type = str
    among: Callable[[Any], Iterable[str]] | None = None
    test: Callable[[Any, Any], bool] = is_or_has

    def holds(self, subject: Any, wanted: Any) -> bool:
        return self.test(self.of(subject), wanted)

    def values(self, site: Any) -> list[str] | None:
        """Return the values that there are, if they are known."""
        return [str(one) for one in self.among(site)] if self.among else None

    def refusal(self, wanted: object, site: Any) -> str:
        """Say in French why a value cannot be wanted; an empty text when it can."""
        if type(wanted) is not self.kind:
            return f"« {self.name} » : il faut {KINDS[self.kind]}, et non « {wanted} »"
        values = self.values(site)
        if values is not None and wanted not in values:
            return f"« {self.name} » : {unknown(str(wanted), values)}"
        return ""


@cache
def facts_of(subject: type) -> Mapping[str, Fact]:
    """Return the facts that a class and its parents declare, by name."""
    return {fact.name: fact for base in reversed(subject.__mro__) for fact in vars(base).get("facts", ())}


def all_hold(goal: Goal, subjects: Iterable[Any]) -> bool:
    """Say whether each fact of a goal holds; one that no subject has does not."""
    subjects = tuple(subjects)
    return all(
        any(fact.holds(one, wanted) for one in subjects if (fact := facts_of(type(one)).get(name)))
        for name, wanted in goal.items()
    )


def gathered(subjects: Iterable[type]) -> dict[str, Fact]:
    """Return the facts of all subjects, by name. Raises ValueError for a name with two meanings."""
    found: dict[str, Fact] = {}
    for fact in (fact for subject in subjects for fact in facts_of(subject).values()):
        if found.setdefault(fact.name, fact) is not fact:
            raise ValueError(f"two facts are called {fact.name}")
    return found


def refusals(goal: Goal, facts: Mapping[str, Fact], site: Any) -> Iterator[str]:
    """Yield in French what is wrong with a goal: an unknown fact, a value that it cannot have."""
    for name, wanted in goal.items():
        reason = facts[name].refusal(wanted, site) if name in facts else f"fait inconnu : {unknown(name, facts)}"
        if reason:
            yield reason
