"""« À quelles aides avez-vous peut-être droit ? »: a question at a time, for an invented person. It gives none."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from atelier_ameli.rights.rights import Situation, Step
from practice.forms.choices import OneOf, Option, SomeOf
from practice.forms.fields import Form
from practice.pages.card import Card, CardLine
from practice.session import Context, Session, UnknownActionError

_PEOPLE = -1  #: before the first step, one chooses a person
_EMPTY = "Choisissez une réponse, ou « Je préfère ne pas répondre »."


class Given(NamedTuple):
    """An answer as the recap shows it. `card` is what the card says instead, empty when they agree."""

    topic: str
    answer: str
    card: str


class RightsSimulator(Session):
    """The exercise « À quelles aides avez-vous peut-être droit ? » of data/rights.toml. Nothing of it is kept."""

    prefix = "aides"

    def __init__(self, *, at: Context | None = None) -> None:
        super().__init__(at)
        self.rights = self.site.rights
        self.form: Form | None = None  #: the form refused just now
        self._start()

    def _start(self, person: Situation | None = None) -> None:
        self.person = person
        self.at = 0 if person else _PEOPLE  #: index of the step; after the last one comes the result
        self.answers: dict[str, frozenset[str]] = {}

    def __repr__(self) -> str:
        return "RightsSimulator()"

    def handle(self, action: str, answers: Mapping[str, Any]) -> None:
        """Choose a person, answer a step, or go back. Raises UnknownActionError."""
        if action in ("answer", "tick", "decline") and self.step is None:
            raise UnknownActionError(action)
        super().handle(action, answers)

    def begin(self) -> None:
        self.form, self.focus = None, f"{self.key}-title"

    def handle_choose(self, answers: Mapping[str, Any]) -> None:
        """Answer for this person; what was answered for another one is forgotten."""
        chosen = next((p for p in self.rights.situations if p.id == answers.get("person")), None)
        if chosen is not self.person:
            self._start(chosen)
        elif chosen:
            self.at = 0

    def handle_answer(self, answers: Mapping[str, Any]) -> None:
        form = _form(self.step, answers)
        if not self.step.many and not form.validate():
            self.form, self.focus = form, f"{self.key}-errors"
            return
        self.answers[self.step.id] = _chosen(self.step, form)
        self.at += 1

    def handle_tick(self, answers: Mapping[str, Any]) -> None:
        """Keep what is ticked, as one ticks it, so that going back loses nothing. The focus stays."""
        self.focus = None
        chosen = _chosen(self.step, _form(self.step, answers))
        if chosen or not answers:  # else it comes late, from a step that has been left
            self.answers[self.step.id] = chosen

    def handle_decline(self, _: Mapping[str, Any]) -> None:
        self.answers.pop(self.step.id, None)
        self.at += 1

    def handle_back(self, _: Mapping[str, Any]) -> None:
        """Go to the step before; before the first one, to the choice of the person. Answers stay."""
        self.at = max(self.at - 1, _PEOPLE)

    def handle_other(self, _: Mapping[str, Any]) -> None:
        """Forget all, and choose a person again."""
        self._start()

    @property
    def step(self) -> Step | None:
        """The step that is asked; none while one chooses a person, and at the result."""
        return dict(enumerate(self.rights.steps)).get(self.at)

    def resume(self, kept: object) -> None:  # noqa: ARG002
        """Take up nothing: nothing was kept. The focus stays where it is."""
        self.focus, self.say = None, ""

    def draw(self) -> str:
        page = "people" if self.at == _PEOPLE else "step" if self.step else "result"
        return self.site.draw(
            "rights_simulator.html",
            key=self.key,
            page=page,
            card=None if page == "people" else _card_of(self.person),
            **getattr(self, f"_{page}")(),
        )

    def _people(self) -> dict[str, Any]:
        return {"people": self.rights.situations}

    def _step(self) -> dict[str, Any]:
        form = self.form or _form(self.step, {}, self.answers.get(self.step.id, frozenset()))
        return {"step": self.step, "form": form, "at": self.at + 1, "steps": len(self.rights.steps)}

    def _result(self) -> dict[str, Any]:
        fitting = self.rights.fitting(self.answers)
        return {
            "person": self.person,
            "found": [help_ for help_ in fitting if not help_.for_everybody],
            "perhaps": self.rights.perhaps(self.answers),
            "general": [help_ for help_ in fitting if help_.for_everybody],
            "given": [self._given(step) for step in self.rights.steps],
            "links": self.site.useful_links,
            "steps": len(self.rights.steps),
        }

    def _given(self, step: Step) -> Given:
        given, right = self.answers.get(step.id), self.person.right_answers[step.id]
        answer = "Vous avez préféré ne pas répondre" if given is None else _words(step, given)
        return Given(step.topic, answer, "" if given in (None, right) else _words(step, right))


def _form(step: Step, answers: Mapping[str, Any], chosen: frozenset[str] = frozenset()) -> Form:
    """Return the form of a step. Its field has the step's own name: the next one must not look ticked already."""
    field = SomeOf if step.many else OneOf
    form = type("StepForm", (Form,), {_name(step): field(step.prompt, empty=_EMPTY)}).read(answers)
    field = form[_name(step)]
    field.options = [Option(choice.id, choice.label) for choice in step.choices]
    if chosen:
        field.data = set(chosen) if step.many else next(iter(chosen))
    return form


def _name(step: Step) -> str:
    return f"step_{step.id}"


def _chosen(step: Step, form: Form) -> frozenset[str]:
    """Return the choices of this step that came, and nothing else that did."""
    field = form[_name(step)]
    field.keep_what_is_offered({option.name for option in field.options})
    return frozenset(field.data) if step.many else frozenset({field.data} - {""})


def _words(step: Step, chosen: frozenset[str]) -> str:
    return " ; ".join(step.labels(chosen)) or "Rien de tout cela"


def _card_of(person: Situation) -> Card:
    return Card(person.name, person.story, [CardLine(fact.label, fact.value) for fact in person.facts])
