"""A question of a chapter: the learner answers, the page says « Oui », « Pas encore » or « Non », with a word."""

from collections.abc import Mapping
from typing import Any

from practice.course.questions.questions import Asked, Kind
from practice.forms.choices import OneOf, Option
from practice.forms.fields import Form, TextField
from practice.pages.codes_told import erase_codes
from practice.session import Context, Session

_EXAMPLES = {Kind.AMOUNT: "Exemple : 12,30 €", Kind.DATE: "Exemple : 5 mars"}


class _Typed(Form):
    answer = TextField("Votre réponse", empty="Écrivez votre réponse, puis vérifiez.")


class _Chosen(Form):
    answer = OneOf("Votre réponse", empty="Choisissez une réponse, puis vérifiez.")


class Question(Session):
    """A question of data/questions.toml, by its id. Raises KeyError for one that does not exist.

    >>> Question("accueil_paiement")
    Question('accueil_paiement')
    """

    prefix = "question"
    kind = "Question"

    def __init__(self, name: str, *, at: Context | None = None) -> None:
        super().__init__(at)
        self.asked: Asked = self.site.questions[name]
        self.title = self.asked.prompt
        self._start()

    def __repr__(self) -> str:
        return f"Question({self.asked.id!r})"

    def _start(self) -> None:
        self.form = self._read({})
        self.focus, self.say = None, ""
        self.right: bool | None = None  #: None as long as nothing was answered
        self.told = False  #: a trainer who presents to a room has shown the answer

    def handle_start_again(self, _: Mapping[str, Any]) -> None:
        self._start()

    def handle_tell(self, _: Mapping[str, Any]) -> None:
        """Show the answer, for a trainer who presents to a room."""
        self.told, self.focus, self.say = True, f"{self.key}-told", ""

    def handle_answer(self, answers: Mapping[str, Any]) -> None:
        """Check an answer."""
        self._check(answers)
        self.focus = f"{self.key}-errors" if self.form.problems() else f"{self.key}-outcome"

    def resume(self, kept: object) -> None:
        """Take up the answer that the learner's browser kept, if it is one."""
        kept = kept.get(self._kept_name) if isinstance(kept, dict) else None
        self._start()
        if isinstance(kept, dict) and kept.get("answer"):
            self._check(kept)
            if self.form.problems():
                self._start()

    def snapshot(self) -> dict[str, Any]:
        """Return what the learner's browser keeps, by key; never a refused number."""
        return {self._kept_name: {} if self.right is None else self.form.draft()}

    def draw(self) -> str:
        return self.site.draw(
            "question.html",
            key=self.key,
            asked=self.asked,
            form=self.form,
            right=self.right,
            word=self.asked.word(self.form.answer.data) if self.right is not None else "",
            told=self.told,
            example=_EXAMPLES.get(self.asked.kind, ""),
        )

    def _check(self, answers: Mapping[str, Any]) -> None:
        self.form = self._read(answers)
        answered = self.form.validate() and not erase_codes(self.form, self.site)
        self.right = self.asked.is_right(self.form.answer.data) if answered else None

    def _read(self, answers: Mapping[str, Any]) -> Form:
        form = (_Chosen if self.asked.kind is Kind.CHOICE else _Typed).read(answers)
        if self.asked.choices:
            form.answer.options = [Option(choice, choice) for choice in self.asked.options]
        return form

    @property
    def _kept_name(self) -> str:
        return f"question:{self.asked.id}"
