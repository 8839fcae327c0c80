"""An exercise: a goal, the steps that lead to it, what to say at each. A goal is facts, not a way of clicking."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Self

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
    """What came of an exercise."""

    NOT_TRIED = "not_tried"
    DONE = "done"
    TO_REVIEW = "to_review"  #: done, but the atelier did a step itself


class Goal(dict[str, str | int | date]):
    """Facts by name, each with what it must be (facts.py). All must hold."""

    def __init__(self, facts: dict[str, str | int | date]) -> None:
        """Refuse a goal that everything reaches."""
        super().__init__(facts)
        if not self:
            raise ValueError("il faut dire au moins une chose qui doit être vraie")

    @classmethod
    def read(cls, value: object) -> Self:
        """Return the goal that a file gives. Raises TypeError for what is no table."""
        if not isinstance(value, dict):
            raise TypeError(f"il faut une table {{ }} de faits, et non « {value} »")
        return cls({name: french(one) if isinstance(one, str) else one for name, one in value.items()})


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
    """One thing to do. `target` is the end of the id of what it is done on."""

    instruction: str
    do: str
    goal: Goal  #: what is true once it is done
    target: str = ""
    answers: dict[str, str] = field(default_factory=dict)  #: « {code} » stands for what the persona's card says
    help: str = ""  #: the same, said with other words
    mistake: Mistake | None = None

    def __post_init__(self) -> None:
        """Refuse an instruction that is too long to be kept in mind."""
        check_length("instruction", self.instruction)


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

    def word(self, told: Iterable[str]) -> str:
        """Return the word for a mistake that people often make, if this is one; `told` are ids of notices."""
        return next((self.mistakes[name] for name in told if name in self.mistakes), "")
