"""« Ai-je tout ce qu'il faut ? »: the learner answers for each thing, and gets a list of her own to prepare."""

from collections.abc import Mapping
from typing import Any

from practice.course.discovery.decks import Preparation, Said
from practice.forms.choices import OneOf, Option
from practice.forms.fields import Form
from practice.session import Context, Session

_OPTIONS = [Option(Said.YES, "Oui"), Option(Said.NO, "Non"), Option(Said.UNSURE, "Je ne sais pas")]


class Checklist(Session):
    """A checklist of data/discover.toml, by its id. Raises KeyError for one that does not exist.

    >>> Checklist("creer_un_compte")
    Checklist('creer_un_compte')
    """

    prefix = "liste"

    def __init__(self, name: str, *, at: Context | None = None) -> None:
        super().__init__(at)
        self.preparation: Preparation = self.site.checklists[name]
        self.starts = 0  # a new form each time the answers are forgotten: nothing stays ticked
        self._start()

    def __repr__(self) -> str:
        return f"Checklist({self.preparation.id!r})"

    def _start(self) -> None:
        self.form = self._read({})
        self.complete = False  # every question has its answer, so there is a list
        self.focus, self.say = None, ""

    def handle_start_again(self, _: Mapping[str, Any]) -> None:
        """Forget the answers."""
        self._start()
        self.starts += 1
        self.focus, self.say = f"{self.key}-title", "Vos réponses sont effacées."

    def handle_check(self, answers: Mapping[str, Any]) -> None:
        """Make the list."""
        self._check(answers)
        self.say = ""
        self.focus = f"{self.key}-outcome" if self.complete else f"{self.key}-errors"

    def resume(self, kept: object) -> None:
        """Take up the answers that the learner's browser kept; those that are none are left out."""
        kept = kept.get(self._kept_name) if isinstance(kept, dict) else None
        self._start()
        if isinstance(kept, dict):
            once = {need.id: kept[need.once] for need in self.preparation.needs if need.once in kept}
            self._check({**once, **kept})
            if not self.complete:
                self.form = self._read(self.form.draft())

    def snapshot(self) -> dict[str, Any]:
        """Return what the learner's browser keeps, by key: « yes », « no » or « unsure » for each thing."""
        return {self._kept_name: {name: answer for name, answer in self.form.draft().items() if answer}}

    def draw(self) -> str:
        said = {name: Said(answer) for name, answer in self.form.data.items()} if self.complete else {}
        return self.site.draw(
            "checklist.html",
            key=self.key,
            preparation=self.preparation,
            form=self.form,
            starts=self.starts,
            complete=self.complete,
            at_hand=self.preparation.at_hand(said) if self.complete else [],
            to_prepare=self.preparation.to_prepare(said) if self.complete else [],
        )

    def _check(self, answers: Mapping[str, Any]) -> None:
        self.form = self._read(answers)
        self.complete = self.form.validate()

    def _read(self, answers: Mapping[str, Any]) -> Form:
        form = _form_of(self.preparation).read(answers)
        for field in form:
            field.options = _OPTIONS
        return form

    @property
    def _kept_name(self) -> str:
        return f"checklist:{self.preparation.id}"


def _form_of(preparation: Preparation) -> type[Form]:
    """Return the form that asks for each thing of a preparation."""
    fields = {need.id: OneOf(need.question, empty=f"Répondez pour {need.name}.") for need in preparation.needs}
    return type("_Answers", (Form,), fields)
