"""Facts: what can be said of a page, of a session, of a world, each declared beside what it speaks of.

A goal is a small table of facts and of what each must be: `{ page = "payments", searched = "zoe" }`; a list must be so
one by one. A class lists its facts in `facts`; an object of a class with facts is a subject. Only the facts of a goal
are ever looked at.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from practice.forms.same_answer import same_answer
from practice.names import unknown

Goal = Mapping[str, Any]
Tables = Iterable[Mapping[str, Any]]

KINDS = {
    str: "un texte",
    int: "un nombre",
    bool: "true ou false",
    date: "une date, comme 2021-03-01",
    dict: "une table { } de réponses, par question",
}


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


@dataclass(frozen=True)
class TableFact(Fact):
    """Answers, by question: `sent_with = { child = "tom" }`. One table found has all that are wanted.

    `of` gives the tables that count in the end, `so_far` those that count on the way there; `parts` gives, for a site,
    the questions that there are, each with its answers, or none where any text may be typed.
    """

    kind: type = dict
    parts: Callable[[Any], Mapping[str, Collection[str]]] = lambda _: {}
    so_far: Callable[[Any], Tables] | None = None

    def holds(self, subject: Any, wanted: Mapping[str, Any]) -> bool:
        return _one_has(self.of(subject), wanted)

    def holds_so_far(self, subject: Any, wanted: Mapping[str, Any]) -> bool:
        """Say whether what is wanted until now is answered so."""
        return _one_has((self.so_far or self.of)(subject), wanted)

    def refusal(self, wanted: object, site: Any) -> str:
        reason = super().refusal(wanted, site)
        return reason or next(filter(None, self._refusals(wanted, site)), "")

    def _refusals(self, wanted: Mapping[str, Any], site: Any) -> Iterator[str]:
        known = self.parts(site)
        for name, value in wanted.items():
            if name not in known:
                yield f"« {self.name} » : {unknown(name, known)}"
                continue
            for one in value if isinstance(value, list) else [value]:
                if not isinstance(one, str):
                    yield f"« {self.name} », {name} : il faut un texte, et non « {one} »"
                elif known[name] and one not in known[name]:
                    yield f"« {self.name} », {name} : {unknown(one, known[name])}"


def _one_has(tables: Tables, wanted: Mapping[str, Any]) -> bool:
    return any(all(same_answer(table.get(name), value) for name, value in wanted.items()) for table in tables)


@cache
def facts_of(subject: type) -> Mapping[str, Fact]:
    """Return the facts that a class and its parents declare, by name."""
    return {fact.name: fact for base in reversed(subject.__mro__) for fact in vars(base).get("facts", ())}


def all_hold(goal: Goal, subjects: Iterable[Any]) -> bool:
    """Say whether each fact of a goal holds; one that no subject has does not."""
    subjects = tuple(subjects)
    return all(
        any(fact.holds(one, each) for one in subjects if (fact := facts_of(type(one)).get(name)))
        for name, wanted in goal.items()
        for each in _each(wanted)
    )


def holds_so_far(name: str, wanted: Mapping[str, Any], subjects: Iterable[Any]) -> bool:
    """Say whether what is wanted of a table until now holds."""
    found = [(fact, one) for one in subjects if (fact := facts_of(type(one)).get(name))]
    return any(fact.holds_so_far(one, wanted) for fact, one in found)


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
        if name not in facts:
            yield f"fait inconnu : {unknown(name, facts)}"
            continue
        yield from filter(None, (facts[name].refusal(one, site) for one in _each(wanted)))


def _each(wanted: Any) -> list[Any]:
    return wanted if isinstance(wanted, list) else [wanted]
