"""A quiz, one question at a time: a word for each answer, and at the end the chapters to take. No score."""

import itertools
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from atelier_ameli import data
from atelier_ameli.course.results import quiz_key
from atelier_ameli.desk import UnknownActionError
from atelier_ameli.documents.course_paper import quiz_on_paper
from atelier_ameli.domain import quizzes as told
from atelier_ameli.draw import draw
from atelier_ameli.forms import Form
from atelier_ameli.forms_choices import OneOf, Option
from atelier_ameli.screen import Carrier
from atelier_ameli.screens.page import Download
from atelier_ameli.toml_files import DataError, read, structure

_count = itertools.count(1)
_EMPTY = "Choisissez une réponse, puis cliquez sur « Valider »."


@cache
def quizzes() -> dict[str, told.Quiz]:
    """Return the quizzes by name: the level test, and the one at the end of the course."""
    return {name: load_quiz(data.DATA / f"{name}.toml") for name in ("level_test", "bilan")}


def load_quiz(file: Path) -> told.Quiz:
    """Read a quiz; refuse a chapter that the course has not. Raises DataError."""
    quiz = structure(file, "quiz", read(file), told.Quiz)
    known = {chapter.number for chapter in data.chapters()}
    for question in quiz.questions:
        for answer in question.answers:
            if set(answer.chapters) - known:
                raise DataError(file, question.id, "chapters : un de ces chapitres n'est pas dans course.toml")
    return quiz


class QuizDesk:
    """What carries a quiz: it draws one question, or the chapters that the answers propose."""

    def __init__(self, key: str, name: str, quiz: told.Quiz) -> None:
        self.key = key
        self.name = name
        self.quiz = quiz
        self.focus: str | None = None
        self.say = ""
        self.download: Download | None = None
        self._start({})

    def _start(self, given: dict[str, str]) -> None:
        self.given = given
        unanswered = (at for at, question in enumerate(self.quiz.questions) if question.id not in given)
        self.at = next(unanswered, len(self.quiz.questions))  # which question; after the last one come the chapters
        self.form: Form | None = None  #: the form refused just now

    def do(self, action: str, answers: Mapping[str, Any]) -> None:
        """Answer, go on or back, start again, or give the paper. Raises UnknownActionError."""
        handle = getattr(self, f"handle_{action}", None)
        if handle is None:
            raise UnknownActionError(action)
        self.form = self.download = None
        self.say, self.focus = "", f"{self.key}-title"
        handle(answers)

    def handle_answer(self, answers: Mapping[str, Any]) -> None:
        question = self.question
        if question is None:
            return
        form = _form(question, answers)
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
        paper = quiz_on_paper(self.quiz)
        self.download = Download(paper.name, "application/pdf", paper.content)
        self.focus, self.say = None, "Le questionnaire est dans vos téléchargements."

    def resume(self, kept: object) -> None:
        """Take up the answers that the learner's browser kept, those that are some."""
        self._start(self.quiz.given(kept.get(quiz_key(self.name)) if isinstance(kept, dict) else None))
        self.focus, self.say, self.download = None, "", None

    def snapshot(self) -> dict[str, Any]:
        """Return what the learner's browser keeps: the answers."""
        return {quiz_key(self.name): self.given}

    @property
    def question(self) -> told.QuizQuestion | None:
        """The question that is asked; none once all are answered."""
        return dict(enumerate(self.quiz.questions)).get(self.at)

    def draw(self) -> str:
        question = self.question
        proposed = self.quiz.chapters(self.given)
        given = self.given.get(question.id) if question else None
        form = (self.form or _form(question, {_name(question): given})) if question else None
        return draw(
            "quiz.html",
            key=self.key,
            quiz=self.quiz,
            question=question,
            field=form[_name(question)] if question else None,
            problems=form.problems() if form else [],
            at=self.at + 1,
            answer=question.answer(given) if question else None,
            chapters=[chapter for chapter in data.chapters() if chapter.number in proposed],
        )


class Quiz(Carrier):
    """A quiz, by its name. Raises KeyError for one that does not exist.

    >>> Quiz("bilan")
    Quiz('bilan')
    """

    def __init__(self, name: str) -> None:
        super().__init__(QuizDesk(f"quiz{next(_count)}", name, quizzes()[name]))

    def __repr__(self) -> str:
        return f"Quiz({self.desk.name!r})"


class LevelTest(Quiz):
    """« Par quoi commencer ? »: the quiz that proposes which chapters to take."""

    def __init__(self) -> None:
        super().__init__("level_test")

    def __repr__(self) -> str:
        return "LevelTest()"


def _form(question: told.QuizQuestion, answers: Mapping[str, Any]) -> Form:
    """Return the form of a question. Its field has a name of its own: the next one must not look answered already."""
    form = type("QuizForm", (Form,), {_name(question): OneOf("Votre réponse", empty=_EMPTY)}).read(answers)
    form[_name(question)].options = [Option(answer.id, answer.text) for answer in question.answers]
    return form


def _name(question: told.QuizQuestion) -> str:
    return f"answer_{question.id}"
