"""A quiz, one question at a time: a word for each answer, and at the end the chapters to take. No score."""

from collections.abc import Mapping
from typing import Any

from practice import papers
from practice.course.progress.results import quiz_name
from practice.course.questions import quizzes as told
from practice.forms.choices import OneOf, Option
from practice.forms.fields import Form
from practice.session import Context, Session

_EMPTY = "Choisissez une réponse, puis cliquez sur « Valider »."


class Quiz(Session):
    """A quiz, by its name. It draws one question, or the chapters that the answers propose. Raises KeyError.

    >>> Quiz("bilan")
    Quiz('bilan')
    """

    prefix = "quiz"

    def __init__(self, name: str, *, at: Context | None = None) -> None:
        super().__init__(at)
        self.name = name
        self.quiz: told.Quiz = self.site.quizzes[name]
        self._start({})

    def __repr__(self) -> str:
        return f"Quiz({self.name!r})"

    def _start(self, given: dict[str, str]) -> None:
        self.given = given
        unanswered = (at for at, question in enumerate(self.quiz.questions) if question.id not in given)
        self.at = next(unanswered, len(self.quiz.questions))  # which question; after the last one come the chapters
        self.form: Form | None = None  #: the form refused just now

    def begin(self) -> None:
        self.form = self.download = None
        self.say, self.focus = "", f"{self.key}-title"

    def handle_answer(self, answers: Mapping[str, Any]) -> None:
        question = self.question
        if question is None:
            return
        form = _form(self.quiz, question, answers)
        if not form.validate():
            self.form, self.focus = form, f"{self.key}-errors"
            return
        self.given[question.id] = form[_name(question)].data
        self.focus = f"{self.key}-outcome"

    def handle_go_on(self, _: Mapping[str, Any]) -> None:
        """Go to the next question, once this one has its answer."""
        if self.question and self.question.id in self.given:
            self.at += 1

    def handle_back(self, _: Mapping[str, Any]) -> None:
        self.at = max(self.at - 1, 0)

    def handle_start_again(self, _: Mapping[str, Any]) -> None:
        self._start({})

    def handle_print(self, _: Mapping[str, Any]) -> None:
        """Give the same questions on paper. The focus stays."""
        self.download = papers.quiz_on_paper(self.site.title, self.quiz)
        self.focus, self.say = None, "Le questionnaire est dans vos téléchargements."

    def resume(self, kept: object) -> None:
        """Take up the answers that the learner's browser kept, those that are some."""
        self._start(self.quiz.given(kept.get(quiz_name(self.name)) if isinstance(kept, dict) else None))
        self.focus, self.say, self.download = None, "", None

    def snapshot(self) -> dict[str, Any]:
        """Return what the learner's browser keeps: the answers."""
        return {quiz_name(self.name): self.given}

    @property
    def question(self) -> told.QuizQuestion | None:
        """The question that is asked; none once all are answered."""
        return dict(enumerate(self.quiz.questions)).get(self.at)

    def draw(self) -> str:
        question = self.question
        proposed = self.quiz.chapters(self.given)
        given = self.given.get(question.id) if question else None
        form = (self.form or _form(self.quiz, question, {_name(question): given})) if question else None
        return self.site.draw(
            "quiz.html",
            key=self.key,
            quiz=self.quiz,
            question=question,
            field=form[_name(question)] if question else None,
            problems=form.problems() if form else [],
            at=self.at + 1,
            answer=question.answer(given) if question else None,
            chapters=[chapter for chapter in self.site.chapters if chapter.number in proposed],
        )


class LevelTest(Quiz):
    """« Par quoi commencer ? »: the quiz that proposes which chapters to take."""

    def __init__(self, *, at: Context | None = None) -> None:
        super().__init__("level_test", at=at)

    def __repr__(self) -> str:
        return "LevelTest()"


def _form(quiz: told.Quiz, question: told.QuizQuestion, answers: Mapping[str, Any]) -> Form:
    """Return the form of a question. Its field has a name of its own: the next one must not look answered already."""
    form = type("QuizForm", (Form,), {_name(question): OneOf("Votre réponse", empty=_EMPTY)}).read(answers)
    form[_name(question)].options = [Option(answer.id, answer.text) for answer in quiz.options(question)]
    return form


def _name(question: told.QuizQuestion) -> str:
    return f"answer_{question.id}"
