"""An exercise: a goal, the steps that lead to it, what to say at each. A goal is facts, not a way of clicking."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, Self

from practice.drawing.typography import french

LONGEST_INSTRUCTION = 15  #: words


def check_length(name: str, words: str) -> None:
    """Refuse words to do something by that are too many. Raises ValueError."""
    if len(words.split()) > LONGEST_INSTRUCTION:
        raise ValueError(f"{name} : {LONGEST_INSTRUCTION} mots au plus")


class Mode(StrEnum):
    """How much help there is."""

    WATCH = "watch"  #: it plays itself, step by step, forward and back
    GUIDED = "guided"  #: the next place is outlined; hints
    ALONE = "alone"  #: the goal, and nothing else


class Outcome(StrEnum):
    """What came of an exercise, from the least to the most that a learner did without help."""

    NOT_TRIED = "not_tried"
    HELPED = "helped"  #: done, and the atelier did a step itself
    DONE = "done"  #: done; an older version did not say how
    GUIDED = "guided"  #: done with the instructions
    ALONE = "alone"  #: done with the goal alone

    @classmethod
    def _missing_(cls, value: object) -> "Outcome | None":
        """Return what an older version kept under another name."""
        return cls.HELPED if value == "to_review" else None

    @classmethod
    def read(cls, kept: object) -> "Outcome | None":
        """Return the outcome that was kept; None for what is none."""
        try:
            return cls(kept)
        except ValueError:
            return None

    def or_better(self, other: "Outcome") -> "Outcome":
        """Return the better of two outcomes."""
        return max(self, other, key=list(Outcome).index)


class Goal(dict[str, Any]):
    """Facts by name, each with what it must be (facts.py). All must hold, and each of `once` must have held before.

    `once` is for what passes: `once = [{ told = "nir_short" }]` asks that the message was seen since the start.
    """

    def __init__(self, facts: dict[str, Any], once: tuple["Goal", ...] = ()) -> None:
        """Refuse a goal that everything reaches."""
        super().__init__(facts)
        self.once = once
        if not self:
            raise ValueError("il faut dire au moins une chose qui doit être vraie")

    @classmethod
    def read(cls, value: object) -> Self:
        """Return the goal that a file gives. Raises TypeError for what is no table."""
        if not isinstance(value, dict):
            raise TypeError(f"il faut une table {{ }} de faits, et non « {value} »")
        once = value.get("once", [])
        if not isinstance(once, list):
            raise TypeError("once : il faut une suite de tables [{ }, { }]")
        facts = {name: _in_french(one) for name, one in value.items() if name != "once"}
        return cls(facts, tuple(map(cls.read, once)))

    @property
    def tables(self) -> dict[str, dict[str, Any]]:
        """The facts that are answers, by question."""
        return {name: wanted for name, wanted in self.items() if isinstance(wanted, dict)}

    def includes(self, other: "Goal") -> bool:
        """Say whether all facts of another goal are among these."""
        return all(self.get(name) == wanted for name, wanted in other.items())


def _in_french(value: Any) -> Any:
    """Return a value of a file with French spaces, as the pages have them."""
    if isinstance(value, dict):
        return {name: _in_french(one) for name, one in value.items()}
    if isinstance(value, list):
        return [_in_french(one) for one in value]
    return french(value) if isinstance(value, str) else value


@dataclass(frozen=True)
class Mistake:
    """What people often do at a step, shown by « Regarder une erreur »: other answers, or another action too."""

    instruction: str  #: what the demonstration does
    told: str  #: id of the notice that the site then shows
    repair: str  #: how it puts it right
    answers: dict[str, str] = field(default_factory=dict)
    do: str = ""  #: without, the step's own action

    def __post_init__(self) -> None:
        """Refuse words that are too long to be kept in mind."""
        check_length("instruction", self.instruction)
        check_length("repair", self.repair)


@dataclass(frozen=True)
class Step:
    """One thing to do. `target` is the end of the id of what it is done on.

    What the words of the exercise leave free is said here: the answers that may be others (`free`), a step that is one
    way among others (`any_way`). Everything else is asked: a test tries all false paths.
    """

    instruction: str
    do: str
    goal: Goal  #: what is true once it is done
    target: str = ""
    answers: dict[str, str] = field(default_factory=dict)  #: « {code} » stands for what the persona's card says
    help: str = ""  #: the same, said with other words
    free: tuple[str, ...] = ()  #: names of answers
    any_way: bool = False
    mistake: Mistake | None = None

    def __post_init__(self) -> None:
        """Refuse an instruction that is too long to be kept in mind, and what is free among answers not there."""
        check_length("instruction", self.instruction)
        for name in self.free:
            if not any(is_of(one, name) for one in self.answers):
                raise ValueError(f"free : l'étape n'a pas de réponse « {name} »")


def is_of(name: str, question: str) -> bool:
    """Say whether an answer's name is of a question: its own, or that of one of its boxes."""
    return name == question or name.startswith((f"{question}-", f"{question}_"))


@dataclass(frozen=True)
class Setup:
    """Something that was done before an exercise begins."""

    do: str
    answers: dict[str, str] = field(default_factory=dict)  #: as those of a step


@dataclass(frozen=True)
class Exercise:
    """An exercise of data/exercises/."""

    id: str
    title: str
    persona: str
    start: str
    task: str  #: the goal in words
    goal: Goal
    steps: tuple[Step, ...]
    well_done: str
    device: str = "computer"
    story: str = ""
    mail: tuple[str, ...] = ()  #: kinds of the messages that have come before it begins
    setup: tuple[Setup, ...] = ()
    mistakes: dict[str, str] = field(default_factory=dict)  #: what people often get wrong, by notice: the word for it

    @property
    def has_mistake(self) -> bool:
        """Whether « Regarder une erreur » has something to show."""
        return any(step.mistake for step in self.steps)

    @property
    def passing(self) -> dict[int, int]:
        """The step that brings each thing of `once`, by its place there: the first whose goal it is."""
        found = {
            place: next((at for at, step in enumerate(self.steps) if step.goal.includes(once)), None)
            for place, once in enumerate(self.goal.once)
        }
        return {place: at for place, at in found.items() if at is not None}

    def asked_by(self, at: int) -> dict[str, dict[str, Any]]:
        """Return what of each table of the goal is answered once the step `at` is done, by the name of the fact.

        A question that several steps answer, as one that tries a mistake first, is answered by the last of them.
        """
        todo = {name for step in self.steps[at + 1 :] for name in step.answers}
        done = {name for step in (*self.setup, *self.steps[: at + 1]) for name in step.answers}
        found = {
            fact: {q: value for q, value in wanted.items() if _has(done, q) and not _has(todo, q)}
            for fact, wanted in self.goal.tables.items()
        }
        return {fact: wanted for fact, wanted in found.items() if wanted}

    def word(self, told: Iterable[str]) -> str:
        """Return the word for a mistake that people often make, if this is one; `told` are ids of notices."""
        return next((self.mistakes[name] for name in told if name in self.mistakes), "")


def _has(names: Iterable[str], question: str) -> bool:
    return any(is_of(name, question) for name in names)
