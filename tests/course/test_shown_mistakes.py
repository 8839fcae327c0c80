"""« Regarder une erreur »: each mistake is told by the site, and the step can be done after it."""

import pytest
from bs4 import BeautifulSoup

from practice.course.exercises.exercise import Exercise
from practice.course.exercises.goals import begin, done
from practice.course.exercises.placeholders import typed_by
from practice.notices import ids_of
from tests.support import SITE

SHOWN = [
    (exercise.id, at) for exercise in SITE.exercises.values() for at, step in enumerate(exercise.steps) if step.mistake
]
LEAST = 6  #: in different chapters


def test_several_chapters_show_a_mistake():
    chapters = {n for n, mine in SITE.chapters_of_exercises.items() if any(exercise.has_mistake for exercise in mine)}
    assert len(chapters) >= LEAST


@pytest.mark.parametrize(("name", "at"), SHOWN)
def test_the_site_tells_the_mistake_and_the_step_can_still_be_done(name, at):
    exercise = SITE.exercises[name]
    session = begin(SITE, exercise, "essai")
    for step in exercise.steps[:at]:
        session.handle(step.do, typed_by(step, session.world))
    step = exercise.steps[at]
    session.handle(step.mistake.do or step.do, typed_by(step.mistake, session.world))
    assert step.mistake.told in ids_of(session.page.told)
    assert not done(at, session)
    session.handle(step.do, typed_by(step, session.world))
    assert done(at, session)


@pytest.mark.parametrize("name", dict(SHOWN))
def test_whoever_asks_for_it_watches_the_mistake_its_message_and_its_repair_to_the_end(name):
    exercise = Exercise(name, mode="watch")
    exercise.do("mistake")
    mistake = exercise.step.mistake
    assert mistake.instruction in exercise.say
    exercise.do("forward")
    assert mistake.repair in exercise.say
    shown = BeautifulSoup(exercise.html, "html.parser").find(id=f"{exercise.key}-site").get_text(" ")
    assert str(exercise.frame.notice) in " ".join(shown.replace("\u00a0", " ").split()).replace(" ,", ",") or (
        exercise.frame.notice in shown
    )
    while not exercise.finished:
        exercise.do("forward")


def test_an_exercise_without_one_offers_none():
    exercise = Exercise("se_deconnecter", mode="watch")
    assert "Regarder une erreur" not in exercise.html
