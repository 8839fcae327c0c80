"""« Je m'exerce »: mouse and keyboard, one small goal at a time. What was done is checked here, not in the browser."""

from collections.abc import Mapping
from typing import Any

from practice.course.discovery.gestures import Goal, Kind
from practice.course.progress.results import PRACTICE
from practice.forms.choices import Option, SomeOf
from practice.forms.fields import REAL_NUMBER, Form, SelectField, TextField
from practice.pages.codes_told import CODE_ELSEWHERE, erase_codes
from practice.session import Context, Session


class Practice(Session):
    """The practice of mouse and keyboard: one goal is shown; those that are reached are remembered.

    >>> Practice()
    Practice()
    """

    prefix = "gestes"

    def __init__(self, *, at: Context | None = None) -> None:
        super().__init__(at)
        self.goals: tuple[Goal, ...] = self.site.goals
        self.done: set[str] = set()  #: ids of the goals that are reached
        self._show(0)

    def _show(self, at: int) -> None:
        self.at = at  # which goal; after the last one comes the end
        self.word = ""  # what to say of the last try
        self.reached = False  # the goal on the screen, just now
        self.form = _form(self.goal, {}) if self.goal else None
        self.focus, self.say = None, ""

    def __repr__(self) -> str:
        return "Practice()"

    def handle_try(self, answers: Mapping[str, Any]) -> None:
        """Look at what was done."""
        if self.goal is None:
            return
        self.form = _form(self.goal, answers)
        given = _given(self.goal, self.form, answers)
        self.reached = self.goal.reached(given)
        number = not self.form.validate() and REAL_NUMBER in dict(self.form.problems()).values()
        refused = CODE_ELSEWHERE if erase_codes(self.form, self.site) else REAL_NUMBER if number else ""
        for field in self.form:
            field.errors = ()  # one word is enough: the outcome says it
        self.word = self.goal.well_done if self.reached else refused or self.goal.not_yet
        self.done |= {self.goal.id} if self.reached else set()
        self.focus, self.say = f"{self.key}-outcome", ""

    def handle_go_on(self, _: Mapping[str, Any]) -> None:
        self._show(min(self.at + 1, len(self.goals)))
        self.focus = f"{self.key}-title"

    def handle_start_again(self, _: Mapping[str, Any]) -> None:
        """Do all of it once more."""
        self.done = set()
        self._show(0)
        self.focus = f"{self.key}-title"

    def resume(self, kept: object) -> None:
        """Take up the goals that were reached before; anything else that was kept is left out."""
        kept = kept.get(PRACTICE) if isinstance(kept, dict) else None
        kept = [name for name in kept if isinstance(name, str)] if isinstance(kept, list) else []
        self.done = {goal.id for goal in self.goals if goal.id in kept}
        self._show(next((at for at, goal in enumerate(self.goals) if goal.id not in self.done), len(self.goals)))

    def snapshot(self) -> dict[str, Any]:
        """Return what the learner's browser keeps: which goals are reached."""
        return {PRACTICE: sorted(self.done)}

    @property
    def goal(self) -> Goal | None:
        """The goal on the screen; none at the end."""
        return dict(enumerate(self.goals)).get(self.at)

    def draw(self) -> str:
        return self.site.draw("practice.html", key=self.key, play=self, goals=self.goals)


def _form(goal: Goal, answers: Mapping[str, Any]) -> Form:
    """Return the form of a goal. Its fields have names of their own: the next goal must not look filled in."""
    if goal.kind is Kind.TICK:
        fields = {f"{goal.id}_boxes": SomeOf("Les cases", empty=goal.not_yet)}
    elif goal.kind is Kind.PICK:
        fields = {f"{goal.id}_list": SelectField("La liste", empty=goal.not_yet)}
    elif goal.kind in (Kind.TYPE, Kind.TAB, Kind.PASTE):
        fields = {f"{goal.id}_{at}": TextField(label, empty=goal.not_yet) for at, label in enumerate(goal.choices)}
    else:
        fields = {}
    form = type("PracticeForm", (Form,), fields).read(answers)
    for field in form:
        field.choices = goal.choices
        field.options = [Option(str(at), label) for at, label in enumerate(goal.choices)]
    return form


def _given(goal: Goal, form: Form, answers: Mapping[str, Any]) -> list[str]:
    """Return what was given, as the goal asks for it."""
    if goal.kind in (Kind.PRESS, Kind.SCROLL):
        pressed = answers.get("pressed")
        return [pressed] if isinstance(pressed, str) else []
    if goal.kind is Kind.TICK:
        (boxes,) = form
        return [choice for at, choice in enumerate(goal.choices) if str(at) in boxes.data]
    return [field.data or "" for field in form]
