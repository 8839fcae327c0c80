"""« Regarder une erreur »: the demonstration makes the mistake, reads the message, repairs it."""

import pytest

from practice.course.exercises.demonstration import Demonstration
from practice.course.exercises.exercise import Exercise
from tests.support import SITE
from tests.support.pages import soup

SHOWN = [exercise.id for exercise in SITE.exercises.values() if exercise.has_mistake]
LEAST = 15  #: in different chapters


def plain(text):
    return " ".join(text.replace("\u00a0", " ").split())


def test_several_chapters_show_a_mistake():
    chapters = {n for n, mine in SITE.chapters_of_exercises.items() if any(exercise.has_mistake for exercise in mine)}
    assert len(chapters) >= LEAST


@pytest.mark.parametrize("name", SHOWN)
def test_whoever_asks_for_it_watches_the_mistake_its_message_and_its_repair_to_the_end(name):
    exercise = Exercise(name, mode="watch")
    exercise.do("mistake")
    mistake = exercise.step.mistake
    assert mistake.instruction in exercise.say
    exercise.do("forward")
    assert mistake.repair in exercise.say
    shown = soup(exercise).find(id=f"{exercise.key}-site").get_text(" ")
    assert plain(exercise.frame.notice) in plain(shown)
    while not exercise.finished:
        exercise.do("forward")


def test_an_exercise_without_one_offers_none():
    exercise = Exercise("se_deconnecter", mode="watch")
    assert "Regarder une erreur" not in exercise.html


@pytest.mark.parametrize("name", ["trois_codes_faux", "declarer_un_accident", "attestation_sur_le_telephone"])
@pytest.mark.parametrize("mistakes", [False, True])
def test_a_moment_reached_by_going_on_is_the_one_that_is_reached_from_the_start_even_if_the_card_was_opened(
    name, mistakes
):
    watched = Demonstration(SITE, SITE.exercises[name], "x")
    if mistakes and SITE.exercises[name].has_mistake:
        watched.with_mistakes()
    for at in range(len(watched.beats)):
        watched.show(at)
        jumped = Demonstration(SITE, SITE.exercises[name], "x")
        jumped.beats = watched.beats
        jumped.show(at)
        assert (watched.frame, watched.said) == (jumped.frame, jumped.said)
        if at % 2:
            watched.session.handle("card", {})
            watched.redraw()
