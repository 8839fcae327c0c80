"""A quiz: a few questions, a word for each answer, and the chapters that the answers propose. There is no score."""

from collections.abc import Mapping
from dataclasses import dataclass

from practice.course.questions.questions import mixed

MANY_ANSWERS = range(2, 6)  #: how many answers a question may offer


@dataclass(frozen=True)
class Answer:
    """An answer that one may choose: what is then said, and the chapters that it proposes."""

    id: str
    text: str
    word: str
    chapters: tuple[int, ...] = ()


@dataclass(frozen=True)
class QuizQuestion:
    """One question."""

    id: str
    prompt: str
    answers: tuple[Answer, ...]

    def __post_init__(self) -> None:
        """Refuse a question with too few or too many answers, or the same one twice."""
        names = {answer.id for answer in self.answers}
        if len(self.answers) not in MANY_ANSWERS or len(names) < len(self.answers):
            raise ValueError("answers : il faut de 2 à 5 réponses, chacune avec un id à elle seule")

    def answer(self, name: object) -> Answer | None:
        return next((answer for answer in self.answers if answer.id == name), None)


@dataclass(frozen=True)
class Quiz:
    """A quiz of data/: its questions in order, what stands above the chapters that it proposes, and if it has none."""

    title: str
    intro: str
    proposal: str
    nothing: str
    questions: tuple[QuizQuestion, ...]
    scale: bool = False  #: the answers go from more to less: their order is kept

    def __post_init__(self) -> None:
        """Refuse a quiz without questions, or two questions with the same id."""
        names = {question.id for question in self.questions}
        if not names or len(names) < len(self.questions):
            raise ValueError("questions : il en faut au moins une, chacune avec un id à elle seule")

    def options(self, question: QuizQuestion) -> list[Answer]:
        """Return the answers as they are shown: in an order that says nothing, and « Je ne sais pas » last."""
        if self.scale:
            return list(question.answers)
        *others, unsure = question.answers
        known = {answer.text: answer for answer in others}
        return [*(known[text] for text in mixed(known, question.id)), unsure]

    def given(self, kept: object) -> dict[str, str]:
        """Return the answers that are some, by question; anything else is left out."""
        items = kept if isinstance(kept, Mapping) else {}
        return {q.id: items[q.id] for q in self.questions if q.answer(items.get(q.id))}

    def chapters(self, given: Mapping[str, str]) -> list[int]:
        """Return the numbers of the chapters that these answers propose, in the order of the course."""
        chosen = [question.answer(given.get(question.id)) for question in self.questions]
        return sorted({number for answer in chosen if answer for number in answer.chapters})
