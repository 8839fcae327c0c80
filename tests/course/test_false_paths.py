"""« Réussi » is true: no false path through an exercise ends in it, unless the exercise's own words allow it.

The paths are made from the steps of each exercise (support/false_paths.py): each answer replaced by others that the
page offers, each step left out, each other button of the page, leaving at once, the steps of the exercise beside it.
"""

import contextlib

import pytest

from practice.course.exercises.exercise import Exercise
from practice.course.exercises.exercises import Outcome, is_of
from practice.course.exercises.goals import achieved, begin
from practice.course.exercises.placeholders import typed_by
from practice.session import UnknownActionError
from tests.support import SITE, TODAY, with_each
from tests.support.false_paths import copy_of, do_steps, false_paths, play

NAMES = list(SITE.exercises)
TODAYS = [name for name in TODAY.exercises if name not in SITE.exercises]


@pytest.mark.parametrize("name", [*NAMES, *TODAYS])
def test_no_false_path_ends_in_success_or_leads_the_guide_on_and_what_is_free_is_so(name):
    site = TODAY if name in TODAYS else SITE
    exercise = site.exercises[name]
    played = [(path, *play(exercise, path)) for path in false_paths(exercise, site)]
    accepted = [path for path, success, led_on in played if success or led_on]
    assert [f"étape {path.at + 1} : {path.words}" for path in accepted if not path.free] == []
    for at, step in enumerate(exercise.steps):
        answers = {path.answer for path in accepted if path.at == at}
        assert not [name for name in step.free if not any(is_of(answer, name) for answer in answers)]
        assert "" in answers or not step.any_way


def test_a_copy_of_an_exercise_goes_its_own_way_as_one_that_was_played_from_its_start():
    with_each(NAMES, goes_as_a_copy_of_it)


def goes_as_a_copy_of_it(name: str) -> None:
    exercise = SITE.exercises[name]
    played = begin(SITE, exercise, "x")
    drawn = played.draw()
    for step in exercise.steps:
        copied = copy_of(played)
        copied.handle(step.do, typed_by(step, copied.world))
        assert played.draw() == drawn
        played.handle(step.do, typed_by(step, played.world))
        drawn = played.draw()
        assert copied.draw() == drawn
        assert (copied.world.keep(), copied.place()) == (played.world.keep(), played.place())
        assert (copied.passed, copied.came_by, achieved(copied)) == (played.passed, played.came_by, achieved(played))


@pytest.mark.parametrize("aside", [1, -1])
def test_the_steps_of_an_exercise_beside_it_do_not_do_an_exercise(aside):
    with_each(range(len(NAMES)), lambda at: is_not_done_by_the_one_beside(at, aside))


def is_not_done_by_the_one_beside(at: int, aside: int) -> None:
    exercise, beside = (SITE.exercises[NAMES[one % len(NAMES)]] for one in (at, at + aside))
    own = [(step.do, step.answers) for step in exercise.steps]
    session = begin(SITE, exercise, "x")
    do_steps(session, [step for step in beside.steps if (step.do, step.answers) not in own])
    assert not achieved(session), f"{exercise.id}, by {beside.id}"


@pytest.mark.parametrize("mode", ["guided", "alone"])
def test_in_both_modes_whoever_leaves_at_once_has_done_nothing(mode):
    with_each(NAMES, lambda name: is_not_done_by_leaving(name, mode))


def is_not_done_by_leaving(name: str, mode: str) -> None:
    exercise = Exercise(name, mode=mode)
    if exercise.exercise.steps[0].do != "sign_out":  # to leave is what is asked
        with contextlib.suppress(UnknownActionError):
            exercise.do("sign_out")
    assert not exercise.finished
    assert exercise.best is Outcome.NOT_TRIED


@pytest.mark.parametrize("mode", ["guided", "alone"])
def test_in_both_modes_the_wrong_child_is_no_success(mode):
    exercise = Exercise("enfant_sur_deux_cartes", mode=mode)
    for step in exercise.exercise.steps:
        exercise.do(step.do, **typed_by(step, exercise.screen.world) | ({"child": "lina"} if step.answers else {}))
    assert exercise.screen.page.name == "request_sent"
    assert not exercise.finished


def test_a_wrong_answer_is_told_and_the_guide_waits():
    exercise = Exercise("enfant_sur_deux_cartes", mode="guided")
    for step in exercise.exercise.steps[:3]:
        exercise.do(step.do, **typed_by(step, exercise.screen.world))
    exercise.do("next", child="lina")
    assert exercise.at == 3
    assert "Une réponse n'est pas celle de la consigne" in exercise.word
    exercise.do("back")
    exercise.do("next", child="tom")
    assert exercise.at == 4


def test_what_was_asked_to_be_read_is_asked_for_again_when_one_goes_on_without():
    exercise = Exercise("se_tromper_expres", mode="guided")
    exercise.do("sign_in", number="1 51 07 2A 000 042", code="Maquis1951")
    assert not exercise.finished
    assert exercise.at == 0
    for _ in range(12):
        exercise.do("hint")
    assert exercise.finished
    assert exercise.best is Outcome.HELPED


def test_a_name_a_date_or_a_number_may_be_written_in_other_ways():
    exercise = Exercise("enfant_sur_deux_cartes", mode="alone")
    for step in exercise.exercise.steps:
        typed = typed_by(step, exercise.screen.world)
        typed |= {"parent_name": "fontaine", "parent_number": "2880931000256"} if "parent_name" in typed else {}
        exercise.do(step.do, **typed)
    assert exercise.finished
