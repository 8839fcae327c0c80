"""What is taken along of a learner's work, and put with what is already there. No world, nothing typed, no secret.

A drawing to be photographed has room for all of it; a code that is copied by hand only for what came of exercises.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from practice.course.exercises.exercises import Outcome
from practice.course.progress.results import (
    LAST,
    PRACTICE,
    gestures_in,
    is_right,
    outcome_in,
    outcome_name,
    question_name,
    results_of,
)
from practice.course.resume.codes import frozen_of, letters_of, list_for, number_from
from practice.course.resume.coding import WAYS, Choose, Outcomes, Reader, Writer, choices, tell
from practice.course.resume.frozen import Frozen
from practice.course.resume.letters import BASE, LETTERS, WRONG, CodeError

if TYPE_CHECKING:
    from practice.site import Site

FRAGMENT = "reprise"  #: names the text in an address: `#reprise=…`, which no server sees
_CHECKS = 5
_MOST = 400  #: letters of a text that is read
_FLAG = (3, 1)  #: weights of a question or a gesture: it is left, it is done


@dataclass(frozen=True)
class Held:
    """What is done: the exercises, the questions that have their right answer, the gestures; where she was last."""

    outcomes: Outcomes = field(default_factory=dict)
    questions: frozenset[str] = frozenset()
    gestures: frozenset[str] = frozenset()
    last: str = ""


def held_of(site: "Site", kept: object) -> Held:
    """Return what can be taken along of what a browser keeps. Nothing kept is trusted."""
    results, items = results_of(site, kept), kept if isinstance(kept, Mapping) else {}
    done = {name: outcome for name, outcome in results.outcomes.items() if outcome is not Outcome.NOT_TRIED}
    right = frozenset(name for name in site.questions if is_right(site, items, name))
    return Held(done, right, frozenset(gestures_in(site, items)), results.last)


def joined(site: "Site", kept: Mapping[str, Any], held: Held) -> dict[str, Any]:
    """Return what is to be kept besides what is there: only what says more. What is done stays done.

    What the course has no longer is left aside.
    """
    found: dict[str, Any] = {}
    for name, outcome in held.outcomes.items():
        before = outcome_in(kept, name)
        if name in site.exercises and before.or_better(outcome) is not before:
            found[outcome_name(name)] = outcome.value
    for name in held.questions & site.questions.keys():
        if not is_right(site, kept, name):
            found[question_name(name)] = {"answer": site.questions[name].answers[0]}
    before = gestures_in(site, kept)
    reached = [goal.id for goal in site.goals if goal.id in held.gestures or goal.id in before]
    if len(reached) > len(before):
        found[PRACTICE] = reached
    if held.last in site.exercises and results_of(site, kept).last not in site.exercises:
        found[LAST] = held.last
    return found


def text_of(site: "Site", held: Held) -> str:
    """Return all of it in letters, for an address."""
    frozen = list_for(site, held.outcomes)
    told = Writer(_choices(frozen, held))
    _tell(frozen, told.choose)
    size = 1
    while (number := told.number(size)) is None:
        size *= BASE
    letters = [frozen.number, *letters_of(number, size)]
    return "".join(LETTERS[letter] for letter in [*letters, *_checks(letters)])


def read_text(site: "Site", text: str) -> Held:
    """Return what letters of an address say. Raises CodeError."""
    if not _CHECKS < len(text) <= _MOST or any(letter not in LETTERS for letter in text):
        raise CodeError(WRONG)
    letters = [LETTERS.index(letter) for letter in text]
    letters, checks = letters[:-_CHECKS], letters[-_CHECKS:]
    if checks != _checks(letters):
        raise CodeError(WRONG)
    frozen = frozen_of(site, letters[0])
    return _tell(frozen, Reader(number_from(letters[1:]), BASE ** (len(letters) - 1)).choose)


def _choices(frozen: Frozen, held: Held) -> list[int]:
    """Return what is chosen, in the order in which `_tell` asks."""
    done = {name: outcome for name, outcome in held.outcomes.items() if name in frozen.exercises}
    flags = [*(name in held.questions for name in frozen.questions), *(g in held.gestures for g in frozen.gestures)]
    last = frozen.exercises.index(held.last) + 1 if held.last in frozen.exercises else 0
    return [*choices(frozen.groups, done, WAYS), *map(int, flags), last]


def _tell(frozen: Frozen, choose: Choose) -> Held:
    outcomes = tell(frozen.groups, choose)
    questions = frozenset(name for name in frozen.questions if choose(_FLAG))
    gestures = frozenset(name for name in frozen.gestures if choose(_FLAG))
    last = choose((1,) * (len(frozen.exercises) + 1))
    return Held(outcomes, questions, gestures, frozen.exercises[last - 1] if last else "")


def _checks(letters: list[int]) -> list[int]:
    number = int.from_bytes(sha256(bytes(letters)).digest()) % BASE**_CHECKS
    return letters_of(number, BASE**_CHECKS)
