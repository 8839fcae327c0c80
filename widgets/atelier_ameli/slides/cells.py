"""What the cells of a chapter become on its slides: an exercise shows its steps, and the trainer gets notes."""

import re
from collections.abc import Iterator

from nbformat import NotebookNode, v4

from atelier_ameli import data
from atelier_ameli.course.lessons import LAST, Lesson, right_answer, to_prepare
from atelier_ameli.course.quiz import quizzes
from atelier_ameli.course.walk import person, walk
from atelier_ameli.domain.exercises import Exercise
from atelier_ameli.draw import draw
from atelier_ameli.exercises_data import exercises

_WIDGET = "application/vnd.jupyter.widget-view+json"
_NAMED = re.compile(r"(Exercise|Question|Quiz|LevelTest)\((?:'(\w+)')?")  # how they write themselves
_HIDDEN = ("skip", "notes")
HTML = "text/html"  #: marks our raw cells, as nbconvert does


def for_slides(cells: list[NotebookNode], lesson: Lesson | None) -> list[NotebookNode]:
    """Return the cells, with the steps of exercises, and notes where the plan of the chapter has a word to say."""
    titled = False
    exercise = 0
    before: NotebookNode | None = None  # the last cell that is shown
    prepared: list[NotebookNode] = []
    for cell in cells:
        if _slide_type(cell) in _HIDDEN:
            prepared.append(cell)
            continue
        kind, name = _named(cell)
        if kind == "Exercise":
            exercise += 1
            prepared.append(_walked(cell, exercises()[name], f"exercice{exercise}", before))
        else:
            prepared.append(cell)
        prepared += map(_notes, _told(cell, kind, name, lesson, is_title=not titled))
        titled, before = True, cell
    return prepared


def _named(cell: NotebookNode) -> tuple[str, str]:
    """Return the class and the name of what a cell shows, if it is one of those that slides know."""
    for output in cell.get("outputs", ()):
        shown = output.get("data", {})
        found = _NAMED.match(shown.get("text/plain", "")) if _WIDGET in shown else None
        if found:
            return found[1], found[2] or "level_test"
    return "", ""


def _walked(cell: NotebookNode, exercise: Exercise, key: str, before: NotebookNode | None) -> NotebookNode:
    """Return an exercise as its goal and its steps. On its slide there may be words, but no other screen."""
    scenes = walk(exercise, f"{key}-")
    html = draw("slide_exercise.html", key=key, exercise=exercise, person=person(exercise), scenes=scenes)
    kind = _slide_type(cell)
    crowded = kind != "slide" and before is not None and before.cell_type != "markdown"
    return _html(html, "subslide" if crowded else kind)


def _told(cell: NotebookNode, kind: str, name: str, lesson: Lesson | None, *, is_title: bool) -> Iterator[str]:
    """Give the notes that belong to a cell."""
    if lesson and is_title:
        yield draw("slide_notes.html", lesson=lesson, prepared=to_prepare(lesson))
    if kind == "Question":
        asked = data.questions()[name]
        yield draw("slide_notes.html", asked=asked, answer=right_answer(asked))
    elif kind in ("Quiz", "LevelTest"):
        yield draw("slide_notes.html", quiz=quizzes()[name])
    elif lesson and cell.cell_type == "markdown" and cell.source.startswith(f"## {LAST}"):
        yield draw("slide_notes.html", kept=lesson.kept)


def _notes(html: str) -> NotebookNode:
    return _html(html, "-")


def _html(html: str, slide_type: str) -> NotebookNode:
    return v4.new_raw_cell(html, metadata={"raw_mimetype": HTML, "slideshow": {"slide_type": slide_type}})


def _slide_type(cell: NotebookNode) -> str:
    return cell.metadata.get("slideshow", {}).get("slide_type", "-")
