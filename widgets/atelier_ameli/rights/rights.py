"""Which helps an invented person may look at, from a few answers. It is an exercise: it grants nothing."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from practice.names import unknown

Answers = Mapping[str, frozenset[str]]
"""The choices made, by step. A step that one preferred not to answer is not there."""


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

    def faults(self) -> Iterator[tuple[str, str]]:
        """Yield each entry that contradicts the others, and why: an answer not offered, other helps than expected."""
        for entries in (self.steps, self.helps, self.situations):
            ids = [entry.id for entry in entries]
            yield from ((id_, "id : cet id est déjà pris") for id_ in ids if ids.count(id_) > 1)
        for help_ in self.helps:
            for case in help_.when:
                yield from ((help_.id, f"when : {why}") for why in self._not_offered(case))
        for person in self.situations:
            wrong = [f"answers : {why}" for why in self._not_offered(person.answers)]
            yield from ((person.id, why) for why in wrong or self._wrong_person(person))

    def fitting(self, answers: Answers) -> list[Help]:
        """Return the helps to look at, those for everybody last."""
        found = [help_ for help_ in self.helps if help_.fits(answers)]
        return sorted(found, key=lambda help_: help_.for_everybody)

    def perhaps(self, answers: Answers) -> list[Help]:
        """Return the helps for which one answer is missing."""
        return [help_ for help_ in self.helps if help_.may_fit(answers)]

    def _not_offered(self, chosen: Mapping[str, tuple[str, ...]]) -> Iterator[str]:
        offered = {step.id: {choice.id for choice in step.choices} for step in self.steps}
        for step, choices in chosen.items():
            if step not in offered:
                yield f"la question {unknown(step, offered)}"
                continue
            for choice in sorted(set(choices) - offered[step]):
                yield f"« {step} » n'offre pas la réponse « {choice} », mais : {', '.join(sorted(offered[step]))}"

    def _wrong_person(self, person: Situation) -> Iterator[str]:
        for step in self.steps:
            if step.id not in person.answers or (len(person.answers[step.id]) != 1 and not step.many):
                yield f"answers : il faut la réponse à « {step.id} »"
                return
        found = {help_.id for help_ in self.fitting(person.right_answers)}
        if found != set(person.expected):
            yield f"expected : les règles trouvent {', '.join(sorted(found))}"
