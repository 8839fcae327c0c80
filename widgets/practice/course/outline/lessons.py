"""What a chapter holds, read where it is declared: its line in data/course.toml, its notebook, its exercises."""

from dataclasses import dataclass
from pathlib import Path

from practice.chapter import Chapter
from practice.course.exercises.exercises import Exercise
from practice.course.exercises.walkthrough import person
from practice.course.outline import outline
from practice.course.questions.question import Question
from practice.course.questions.questions import Asked, Kind
from practice.course.questions.quiz import Quiz
from practice.course.questions.quizzes import QuizQuestion
from practice.editions import chapter_of, notebook_file
from practice.session import Context
from practice.site import Site
from practice.steps import plain

_OBJECTIVES = "**À la fin de ce chapitre"
LAST = "À retenir"  #: heading of the last slide


@dataclass(frozen=True)
class Lesson:
    """A chapter, as whoever teaches it needs it."""

    chapter: outline.Chapter
    objectives: tuple[str, ...]
    parts: tuple[str, ...]  #: the headings of its notebook, in order
    questions: tuple[Asked, ...]
    quizzes: tuple[QuizQuestion, ...]  #: those of the quizzes that it asks, without the level test
    kept: tuple[str, ...]  #: « À retenir »
    exercises: tuple[Exercise, ...]

    @property
    def name(self) -> str:
        """Name of its folder: that of its notebook."""
        return self.chapter.notebook.removesuffix(".ipynb")


def lessons(site: Site, folder: Path | None = None) -> list[Lesson]:
    """Return the chapters that can be opened, in order. Raises ChapterError."""
    named = [one for one in site.chapters if one.notebook]
    return [_lesson(site, one, chapter_of(site, notebook_file(site, one.notebook, folder))) for one in named]


def lesson_of(site: Site, chapter: Chapter) -> Lesson | None:
    """Return a chapter as the course tells of it, if it does. Raises ChapterError."""
    told = next((one for one in site.chapters if one.notebook == f"{chapter.name}.ipynb"), None)
    return told and _lesson(site, told, chapter)


def to_prepare(site: Site, lesson: Lesson) -> list[str]:
    """Return what is to be done before the learners come."""
    prepared = [
        "Lancez l'atelier et ouvrez le chapitre. Vérifiez que l'image est lisible au fond de la salle.",
        "Sur chaque tablette, ouvrez l'adresse ou photographiez le QR code de l'accueil.",
        "Pour voir qui a besoin d'aide : lancez l'atelier avec « --salle », le tableau de la salle s'ouvre.",
    ]
    if lesson.exercises:
        people = list(dict.fromkeys(person(site, exercise) for exercise in lesson.exercises))
        prepared += [
            f"Imprimez les fiches courtes : {len(lesson.exercises)} par participant.",
            f"Les personnes jouées : {', '.join(people)}. Leurs fiches sont à l'écran.",
        ]
    if any(exercise.device == "phone" for exercise in lesson.exercises):
        prepared.append("Le téléphone est dessiné à l'écran. Aucun vrai téléphone n'est nécessaire.")
    return [*prepared, "Entre deux groupes, cliquez sur « Effacer mon travail » en bas de page."]


def right_answer(asked: Asked) -> str:
    """Return the right answer to a question, as one says it."""
    euros = "\N{NO-BREAK SPACE}€" if asked.kind is Kind.AMOUNT and "€" not in asked.answers[0] else ""
    return f"{asked.answers[0]}{euros}"


def difficulties(site: Site, exercise: Exercise) -> list[tuple[list[str], str]]:
    """Return the mistakes that people often make: what the site tells, one way or another, and the word for it."""
    return [
        ([site.notices[name].outline for name, one in exercise.mistakes.items() if one == word], word)
        for word in dict.fromkeys(exercise.mistakes.values())
    ]


def _lesson(site: Site, told: outline.Chapter, chapter: Chapter) -> Lesson:
    """Return a chapter with what its notebook holds. An exercise belongs to the chapter that its file names."""
    texts = chapter.texts
    drawings = chapter.open(Context(site), Question.__name__, Quiz.__name__)
    quizzes = [one.quiz for one in drawings if isinstance(one, Quiz)]
    headings = [line.lstrip("# ") for text in texts for line in text.splitlines() if line.startswith("##")]
    return Lesson(
        told,
        objectives=_bullets(next((text for text in texts if text.startswith(_OBJECTIVES)), "")),
        parts=tuple(plain(heading) for heading in headings if heading != LAST),
        questions=tuple(one.asked for one in drawings if isinstance(one, Question)),
        quizzes=tuple(question for quiz in quizzes for question in quiz.questions),
        kept=_bullets(next((text for text in texts if text.startswith(f"## {LAST}")), "")),
        exercises=site.chapters_of_exercises.get(told.number, ()),
    )


def _bullets(text: str) -> tuple[str, ...]:
    return tuple(plain(line[2:]) for line in text.splitlines() if line.startswith("- "))
