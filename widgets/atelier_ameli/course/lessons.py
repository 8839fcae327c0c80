"""What a chapter holds, read where it is declared: its line in data/course.toml, its notebook, its exercises."""

import json
import re
from dataclasses import dataclass
from pathlib import Path

from atelier_ameli import data
from atelier_ameli.course.outline import Chapter
from atelier_ameli.course.quiz import quizzes
from atelier_ameli.course.walk import person
from atelier_ameli.domain.exercises import Exercise
from atelier_ameli.domain.questions import Asked, Kind
from atelier_ameli.domain.quizzes import QuizQuestion
from atelier_ameli.exercises_data import by_chapter

NOTEBOOKS = data.DATA.with_name("notebooks") if data.DATA.with_name("notebooks").is_dir() else Path("notebooks")
_QUESTION = re.compile(r'Question\("(\w+)"\)')
_QUIZ = re.compile(r'Quiz\("(\w+)"\)')
_LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")
_OBJECTIVES = "**À la fin de ce chapitre"
LAST = "À retenir"  #: heading of the last slide


@dataclass(frozen=True)
class Lesson:
    """A chapter, as whoever teaches it needs it."""

    chapter: Chapter
    objectives: tuple[str, ...]
    parts: tuple[str, ...]  #: the headings of its notebook, in order
    questions: tuple[Asked, ...]
    quizzes: tuple[QuizQuestion, ...]  #: those of the quizzes that it asks
    kept: tuple[str, ...]  #: « À retenir »
    exercises: tuple[Exercise, ...]

    @property
    def name(self) -> str:
        """Name of its folder: that of its notebook."""
        return self.chapter.notebook.removesuffix(".ipynb")


def lessons() -> list[Lesson]:
    """Return the chapters that can be opened, in order. An exercise belongs to the chapter that its file names."""
    exercises = by_chapter()
    return [_read(chapter, exercises.get(chapter.number, ())) for chapter in data.chapters() if chapter.notebook]


def to_prepare(lesson: Lesson) -> list[str]:
    """Return what is to be done before the learners come."""
    prepared = [
        "Lancez l'atelier et ouvrez le chapitre. Vérifiez que l'image est lisible au fond de la salle.",
        "Sur chaque tablette, ouvrez l'adresse ou photographiez le QR code de l'accueil.",
    ]
    if lesson.exercises:
        people = list(dict.fromkeys(map(person, lesson.exercises)))
        prepared += [
            f"Imprimez les fiches courtes : {len(lesson.exercises)} par participant.",
            f"Les personnes jouées : {', '.join(people)}. Leurs fiches sont à l'écran.",
        ]
    if any(exercise.device == "phone" for exercise in lesson.exercises):
        prepared.append("Le téléphone est dessiné à l'écran. Aucun vrai téléphone n'est nécessaire.")
    return [*prepared, "Entre deux groupes, cliquez sur « Effacer mon travail » en bas de page."]


def right_answer(asked: Asked) -> str:
    """Return the right answer to a question, as one says it."""
    euros = " €" if asked.kind is Kind.AMOUNT and "€" not in asked.answers[0] else ""
    return f"{asked.answers[0]}{euros}"


def _read(chapter: Chapter, exercises: tuple[Exercise, ...]) -> Lesson:
    notebook = json.loads((NOTEBOOKS / chapter.notebook).read_text(encoding="utf-8"))
    cells = [(cell["cell_type"], "".join(cell["source"])) for cell in notebook["cells"]]
    texts = [source for kind, source in cells if kind == "markdown"]
    asked = [name for kind, source in cells if kind == "code" for name in _QUESTION.findall(source)]
    quizzed = [name for kind, source in cells if kind == "code" for name in _QUIZ.findall(source)]
    headings = [line.lstrip("# ") for text in texts for line in text.splitlines() if line.startswith("##")]
    return Lesson(
        chapter,
        objectives=_bullets(next((text for text in texts if text.startswith(_OBJECTIVES)), "")),
        parts=tuple(_plain(heading) for heading in headings if heading != LAST),
        questions=tuple(data.questions()[name] for name in asked),
        quizzes=tuple(question for name in quizzed for question in quizzes()[name].questions),
        kept=_bullets(next((text for text in texts if text.startswith(f"## {LAST}")), "")),
        exercises=exercises,
    )


def _bullets(text: str) -> tuple[str, ...]:
    return tuple(_plain(line[2:]) for line in text.splitlines() if line.startswith("- "))


def _plain(text: str) -> str:
    """Return Markdown's words without its signs."""
    return _LINK.sub(r"\1", text).replace("**", "").replace("`", "").strip()
