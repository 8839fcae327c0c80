"""The minutes of a chapter are true: what its main line asks, added up as beginners take it, is what course.toml says.

The line is told by headings: what stands under a heading that slides leave out (« D'autres exercices ») is for who has
time. A minute each is the exercise's own measure (« valeur de l'exercice »), from the content audit's own.
"""

import re

import pytest

from atelier_ameli.site import Site
from practice.chapter import HIDDEN
from practice.course.exercises.exercises import Mode
from practice.editions import chapter_of, notebook_file
from tests.support import SITE

LEEWAY = 0.25
IDEA, FREE_SCREEN, QUESTION = 1, 3, 1.5
STEP, WATCHED_STEP = 1, 0.5
GESTURE, QUIZ_QUESTION = 1, 1  #: a quiz asks what one knows or wants: there is no screen to look at first
OF = {
    "Question": lambda *_: QUESTION,
    "Practice": lambda site: GESTURE * len(site.goals),
    "LevelTest": lambda site: QUIZ_QUESTION * len(site.quizzes["level_test"].questions),
    "Quiz": lambda site, name: QUIZ_QUESTION * len(site.quizzes[name].questions),
    "MoreExercises": lambda site, *names, mode=Mode.GUIDED: sum(of_exercise(site, name, mode) for name in names),
    "Checklist": lambda *_: FREE_SCREEN,
    "RightsSimulator": lambda _: FREE_SCREEN,
}
EDITIONS = {year: Site.load(year) for year in Site.years()}
CHAPTERS = [(site, chapter) for site in EDITIONS.values() for chapter in site.chapters if chapter.notebook]


def of_exercise(site, name, mode=Mode.GUIDED):
    return len(site.exercises[name].steps) * (WATCHED_STEP if mode == Mode.WATCH else STEP)


def of_call(site, call):
    """Return the minutes of what a cell shows; none for what one only reads."""
    if call.name == "Exercise":
        return of_exercise(site, *call.args, **dict(call.options))
    if call.name == "Screen":
        return FREE_SCREEN
    return OF[call.name](site, *call.args) if call.name in OF else 0


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


def minutes(site, notebook):
    """Return how long a chapter takes; a part without anything to do is an idea."""
    return sum(sum(of_call(site, call) for call in part) or IDEA for part in main_line(notebook))


def read(site, chapter):
    return chapter_of(site, notebook_file(site, chapter.notebook))


@pytest.mark.parametrize(("site", "chapter"), CHAPTERS, ids=[f"{site.year}-{one.notebook}" for site, one in CHAPTERS])
def test_a_chapter_takes_the_minutes_that_the_course_says(site, chapter):
    counted = minutes(site, read(site, chapter))
    assert abs(counted - chapter.minutes) <= LEEWAY * chapter.minutes, f"{counted} minutes, for {chapter.minutes} told"


def test_watching_is_shorter_than_doing_and_a_part_that_is_read_counts():
    assert of_exercise(SITE, "se_connecter", Mode.WATCH) < of_exercise(SITE, "se_connecter")
    chapter = read(SITE, SITE.chapters[1])
    assert minutes(SITE, chapter) > len([call for call in chapter.calls if call.name == "Question"])
