"""Which helps an invented person may look at, from a few answers. It is an exercise: it grants nothing."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

Answers = Mapping[str, frozenset[str]]
"""The choices made, by step. A step that one preferred not to answer is not there."""


class RightsError(ValueError):
    """Rights that contradict themselves; `entry` is the entry of data/rights.toml."""

    def __init__(self, entry: str, reason: str) -> None:
        super().__init__(reason)
        self.entry = entry


@dataclass(frozen=True)
class Choice:
    """One answer that a step offers."""

    id: str
    label: str


@dataclass(frozen=True)
class Step:
    """One question. With `many`, several choices may be made, or none."""

    id: str
    topic: str
    prompt: str
    choices: tuple[Choice, ...]
    many: bool = False
    hint: str = ""

    def labels(self, chosen: frozenset[str]) -> list[str]:
        return [choice.label for choice in self.choices if choice.id in chosen]


@dataclass(frozen=True)
class Help:
    """A help, and the answers that lead to it: all the conditions of one case of `when`.

    An empty case is for everybody. `exercise_values` are what no source says, and are shown so.
    `link` is the id of one of data/useful_links.toml.
    """

    id: str
    name: str
    why: str
    prepare: tuple[str, ...]
    ask: str
    when: tuple[Mapping[str, tuple[str, ...]], ...]
    link: str
    source: str
    exercise_values: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        """Refuse a help that nobody can get, or that comes from nowhere."""
        if not self.when:
            raise ValueError("when : il faut au moins un cas ; [{}] convient à tout le monde")
        if not self.source:
            raise ValueError("source : d'où viennent les faits ? Le reste va dans exercise_values")

    @property
    def for_everybody(self) -> bool:
        return {} in self.when

    def fits(self, answers: Answers) -> bool:
        """Say whether all the conditions of a case are met."""
        return any(_met(case, answers) for case in self.when)

    def may_fit(self, answers: Answers) -> bool:
        """Say whether one answer is missing where all the others fit."""
        return not self.fits(answers) and any(_one_is_missing(case, answers) for case in self.when)


def _met(case: Mapping[str, tuple[str, ...]], answers: Answers) -> bool:
    return all(answers.get(step, frozenset()) & set(wanted) for step, wanted in case.items())


def _one_is_missing(case: Mapping[str, tuple[str, ...]], answers: Answers) -> bool:
    answered = {step: wanted for step, wanted in case.items() if step in answers}
    return 0 < len(answered) == len(case) - 1 and _met(answered, answers)


@dataclass(frozen=True)
class Fact:
    """One line of the card of an invented person."""

    label: str
    value: str


@dataclass(frozen=True)
class Situation:
    """An invented person for whom one answers, what her card says, and the helps that must come of it."""

    id: str
    name: str
    story: str
    facts: tuple[Fact, ...]
    answers: Mapping[str, tuple[str, ...]]
    expected: tuple[str, ...]

    @cached_property
    def right_answers(self) -> Answers:
        """What the card says, as answers."""
        return {step: frozenset(chosen) for step, chosen in self.answers.items()}


@dataclass(frozen=True)
class Rights:
    """The steps in order, the helps, and the people of the exercise."""

    steps: tuple[Step, ...]
    helps: tuple[Help, ...]
    situations: tuple[Situation, ...]

    def __post_init__(self) -> None:
        """Refuse conditions and answers that no step offers, and people for whom other helps come than expected."""
        for entries in (self.steps, self.helps, self.situations):
            ids = [entry.id for entry in entries]
            for id_ in ids:
                if ids.count(id_) > 1:
                    raise RightsError(id_, "id : cet id est déjà pris")
        for help_ in self.helps:
            for case in help_.when:
                self._check_choices(help_.id, "when", case)
        for person in self.situations:
            self._check_choices(person.id, "answers", person.answers)
            self._check_person(person)

    def fitting(self, answers: Answers) -> list[Help]:
        """Return the helps to look at, those for everybody last."""
        found = [help_ for help_ in self.helps if help_.fits(answers)]
        return sorted(found, key=lambda help_: help_.for_everybody)

    def perhaps(self, answers: Answers) -> list[Help]:
        """Return the helps for which one answer is missing."""
        return [help_ for help_ in self.helps if help_.may_fit(answers)]

    def _check_choices(self, entry: str, field: str, chosen: Mapping[str, tuple[str, ...]]) -> None:
        offered = {step.id: {choice.id for choice in step.choices} for step in self.steps}
        for step, choices in chosen.items():
            if step not in offered:
                raise RightsError(entry, f"{field} : la question « {step} » n'existe pas")
            for choice in sorted(set(choices) - offered[step]):
                raise RightsError(entry, f"{field} : « {step} » n'offre pas la réponse « {choice} »")

    def _check_person(self, person: Situation) -> None:
        for step in self.steps:
            if step.id not in person.answers or (len(person.answers[step.id]) != 1 and not step.many):
                raise RightsError(person.id, f"answers : il faut la réponse à « {step.id} »")
        found = {help_.id for help_ in self.fitting(person.right_answers)}
        if found != set(person.expected):
            raise RightsError(person.id, f"expected : les règles trouvent {', '.join(sorted(found))}")
