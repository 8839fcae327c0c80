"""« Risque cardio-vasculaire »: questions on habits, then advice; no diagnosis, and nothing is kept.

The answers are health data: they never leave the page, not even for the learner's own browser.
"""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from atelier_ameli.prevention.prevention_topic import TopicPage, situation_of
from practice.drawing.dates import age
from practice.facts import TableFact
from practice.forms.choices import OneOf, Option
from practice.forms.fields import Form
from practice.notices import notice

if TYPE_CHECKING:
    from atelier_ameli.world import World

_EMPTY = notice("habit_empty", "{about} : choisissez une réponse.")


def _read(world: "World", answers: Mapping[str, Any]) -> Form:
    """Return a form with one field for each question of data/prevention.toml."""
    questions = world.site.prevention.heart.questions
    fields = {q.id: OneOf(q.prompt, empty=_EMPTY.format(about=q.about)) for q in questions}
    form = type("HabitsForm", (Form,), fields).read(answers)
    for question in questions:
        form[question.id].options = [Option(answer.id, answer.words) for answer in question.answers]
    return form


class HeartRisk(TopicPage):
    """The questionnaire, or the advice that it gave."""

    name = "prevention_heart"
    template = "prevention_heart.html"
    title = "Risque cardio-vasculaire"
    topic = "heart"
    facts = (
        TableFact(
            "advice_for",
            "Les réponses dont les conseils pour le cœur sont affichés.",
            lambda page: page.advised_on(),
            parts=lambda site: {q.id: {a.id for a in q.answers} for q in site.prevention.heart.questions},
        ),
    )

    def __init__(self, world: "World") -> None:
        super().__init__(world)
        self.form = _read(self.world, {})
        self.advice: list[tuple[str, str]] = []  # what each answer was about, and what to say to it

    @classmethod
    def why(cls, world: "World") -> str:
        years = age(world.beneficiaries[0].birth_date, world.today)
        return f"Vous avez {years} ans." if years >= world.site.prevention.heart.from_age else ""

    @property
    def habits(self) -> str:
        """What to answer in the persona's place."""
        return situation_of(self.world).habits

    def handle_ask_advice(self, answers: Mapping[str, Any]) -> None:
        """Give the advice and forget the answers, or say which question is left."""
        form = self.form = _read(self.world, answers)
        if not form.validate():
            return
        self.advice = [(q.about, q.advice(form[q.id].data)) for q in self.world.site.prevention.heart.questions]
        self.form, self.focus = _read(self.world, {}), "advice-title"
        self.say = "Voici des conseils. Ce n'est pas un diagnostic."

    def handle_redo(self, _: Mapping[str, Any]) -> None:
        """Erase the advice and ask again."""
        self.form, self.advice, self.focus = _read(self.world, {}), [], "title"

    def advised_on(self) -> list[dict[str, str]]:
        """Return, for each set of answers that the advice shown may be for, the answer to each question."""
        told = dict(self.advice)
        questions = self.world.site.prevention.heart.questions
        return [{q.id: a.id for q in questions for a in q.answers if q.advice(a.id) == told.get(q.about)}]

    def place(self) -> dict[str, Any]:
        return {"page": self.name, "answers": {}}
