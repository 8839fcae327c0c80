"""The minutes of a chapter are true: what its main line asks, added up as beginners take it, is what course.toml says.

The line is told by headings: what stands under a heading that slides leave out (« D'autres exercices ») is for who has
time. A minute each is the exercise's own measure (« valeur de l'exercice »), from the content audit's own.
"""

import re

import pytest

import atelier_ameli
from atelier_ameli import data
from practice.chapter import HIDDEN, read_chapter
from practice.course.exercises.exercises import Mode
from tests.support import SITE

LEEWAY = 0.25
IDEA, FREE_SCREEN, QUESTION = 1, 3, 1.5
STEP, WATCHED_STEP = 1, 0.5
GESTURE, QUIZ_QUESTION = 1, 1  #: a quiz asks what one knows or wants: there is no screen to look at first
OF = {
    "Question": lambda _: QUESTION,
    "Practice": lambda: GESTURE * len(SITE.goals),
    "LevelTest": lambda: QUIZ_QUESTION * len(SITE.quizzes["level_test"].questions),
    "Quiz": lambda name: QUIZ_QUESTION * len(SITE.quizzes[name].questions),
    "MoreExercises": lambda *names: sum(map(of_exercise, names)),
    "Checklist": lambda _: FREE_SCREEN,
    "RightsSimulator": lambda: FREE_SCREEN,
}
CHAPTERS = [chapter for chapter in SITE.chapters if chapter.notebook]


def of_exercise(name, mode=Mode.GUIDED):
    return len(SITE.exercises[name].steps) * (WATCHED_STEP if mode == Mode.WATCH else STEP)


def of_call(call):
    """Return the minutes of what a cell shows; none for what one only reads."""
    if call.name == "Exercise":
        return of_exercise(*call.args, **dict(call.options))
    if call.name == "Screen":
        return FREE_SCREEN
    return OF[call.name](*call.args) if call.name in OF else 0


def main_line(notebook):
    """Yield the parts of a chapter that everybody does: what each shows, which is nothing for a part that is read."""
    part = None
    for cell in notebook.cells:
        heading = cell.kind == "markdown" and re.match("#", cell.source)
        begins = heading or (cell.shown and cell.slide == "slide")
        if begins and part is not None:
            yield part
        if begins:
            part = None if heading and cell.slide in HIDDEN else []
        if part is not None and cell.shown:
            part.append(cell.shown)
    if part is not None:
        yield part


def minutes(notebook):
    """Return how long a chapter takes; a part without anything to do is an idea."""
    return sum(sum(map(of_call, part)) or IDEA for part in main_line(notebook))


def read(chapter):
    return read_chapter(data.DATA.parent / "notebooks" / chapter.notebook, atelier_ameli)


@pytest.mark.parametrize("chapter", CHAPTERS, ids=lambda chapter: chapter.notebook)
def test_a_chapter_takes_the_minutes_that_the_course_says(chapter):
    counted = minutes(read(chapter))
    assert abs(counted - chapter.minutes) <= LEEWAY * chapter.minutes, f"{counted} minutes, for {chapter.minutes} told"


def test_watching_is_shorter_than_doing_and_a_part_that_is_read_counts():
    assert of_exercise("se_connecter", Mode.WATCH) < of_exercise("se_connecter")
    assert minutes(read(CHAPTERS[1])) > len([call for call in read(CHAPTERS[1]).calls if call.name == "Question"])
