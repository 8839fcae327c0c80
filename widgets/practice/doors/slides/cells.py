"""What the cells of a chapter become on its slides: an exercise shows its steps, and the trainer gets notes."""

from collections.abc import Iterator

from nbformat import NotebookNode, v4

from practice.chapter import HIDDEN, Cell
from practice.course.exercises.exercise import Exercise
from practice.course.exercises.walkthrough import person, walkthrough
from practice.course.outline.lessons import LAST, Lesson, difficulties, right_answer, to_prepare
from practice.course.questions.question import Question
from practice.course.questions.quiz import Quiz
from practice.doors.slides.chapter import Shown
from practice.session import Drawing
from practice.site import Site

HTML = "text/html"  #: marks our raw cells, as nbconvert does


def for_slides(site: Site, shown: Shown, lesson: Lesson | None, *, live: bool = False) -> list[NotebookNode]:
    """Return the cells, with the steps of exercises, and notes where the plan of the chapter has a word to say.

    On `live` slides, an exercise follows its steps, to be done.
    """
    exercises = 0
    before: Cell | None = None  # the last cell that is shown
    prepared: list[NotebookNode] = []
    for cell, read, drawing in zip(shown.notebook.cells, shown.chapter.cells, shown.drawings, strict=True):
        if read.slide in HIDDEN:
            prepared.append(cell)
            continue
        if isinstance(drawing, Exercise):
            exercises += 1
            crowded = read.slide != "slide" and before is not None and before.kind != "markdown"
            # on the slide of an exercise there may be words, but no other screen
            html = _walked(site, drawing, f"deroule{exercises}")
            prepared.append(_html(html, "subslide" if crowded else read.slide))
            if live:
                prepared.append(NotebookNode({**cell, "metadata": {"slideshow": {"slide_type": "subslide"}}}))
        else:
            prepared.append(cell)
        prepared += [_html(told, "-") for told in _told(site, read, drawing, lesson, is_title=before is None)]
        before = read
    return prepared


def _walked(site: Site, drawing: Exercise, key: str) -> str:
    """Return an exercise as its goal and its steps."""
    exercise = drawing.exercise
    frames, name = walkthrough(site, exercise, f"{key}-"), person(site, exercise)
    told = {"exercise": exercise, "person": name, "frames": frames, "difficulties": difficulties(site, exercise)}
    return site.draw("slide_exercise.html", key=key, **told)


def _told(site: Site, cell: Cell, drawing: Drawing | None, lesson: Lesson | None, *, is_title: bool) -> Iterator[str]:
    """Give the notes that belong to a cell."""
    if lesson and is_title:
        yield site.draw("slide_notes.html", lesson=lesson, prepared=to_prepare(site, lesson))
    if isinstance(drawing, Question):
        yield site.draw("slide_notes.html", asked=drawing.asked, answer=right_answer(drawing.asked))
    elif isinstance(drawing, Quiz):
        yield site.draw("slide_notes.html", quiz=drawing.quiz)
    elif lesson and cell.kind == "markdown" and cell.source.startswith(f"## {LAST}"):
        yield site.draw("slide_notes.html", kept=lesson.kept)


def _html(html: str, slide_type: str) -> NotebookNode:
    return v4.new_raw_cell(html, metadata={"raw_mimetype": HTML, "slideshow": {"slide_type": slide_type}})
