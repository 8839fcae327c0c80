"""What is kept of an exercise: a reload leads back to the step and to what the learner did; nothing kept is trusted."""

import json

import pytest

from practice.course.exercises import work
from practice.course.exercises.exercise import Exercise
from practice.course.exercises.exercises import Mode, Outcome
from practice.course.exercises.placeholders import typed_by
from tests.support import SITE, tried_with_each
from tests.support.exercises import again, pointed, words

EXERCISES = SITE.exercises


def test_what_was_achieved_is_kept_and_a_finished_exercise_starts_afresh():
    exercise = Exercise("se_connecter", mode="alone")
    exercise.do("sign_in", number="2820295000199", code="48151623")
    assert exercise.snapshot() == {
        "exercise:se_connecter": "alone",
        "step:se_connecter:alone": {"mode": "alone", "at": 0, "helped": False},
        "last": "se_connecter",
    }
    after = again(exercise)
    assert "Réussi" in words(after)
    assert not after.finished
    assert "Vous reprenez" not in words(after)


@tried_with_each(EXERCISES)
def test_every_exercise_is_taken_up_after_each_step_with_what_the_learner_did(name):
    exercise, furthest = Exercise(name, mode="guided"), 0
    for _ in range(3 * len(EXERCISES[name].steps)):
        if exercise.finished:
            break
        step = exercise.step
        exercise.do(step.do, **typed_by(step, exercise.screen.world))
        if not exercise.finished and exercise.at > furthest:
            furthest = exercise.at
            exercise = again(exercise)
            assert f"Vous reprenez à la consigne {exercise.at + 1}." in words(exercise)
            assert pointed(exercise), "it is taken up where its step cannot be done"
            assert exercise.at == furthest, "a step is to be done again"
    assert exercise.best is Outcome.GUIDED


@tried_with_each(EXERCISES)
def test_what_an_older_version_kept_of_a_place_is_taken_up(name):
    exercise = Exercise(name, mode="guided")
    last = len(EXERCISES[name].steps) - 1
    exercise.resume({f"step:{name}:guided": {"mode": "guided", "at": last, "helped": False}})
    assert exercise.download is None
    assert f"Consigne {last + 1} sur" in words(exercise)
    assert (f"Vous reprenez à la consigne {last + 1}." in words(exercise)) == bool(last)
    step = exercise.step
    exercise.do(step.do, **typed_by(step, exercise.screen.world))
    assert exercise.finished
    assert exercise.best is Outcome.GUIDED


def test_a_reload_leads_back_to_the_same_step_in_the_same_mode():
    exercise = Exercise("nom_d_une_autre_personne", mode="guided")
    exercise.do("mode", mode="alone")
    exercise.do("france_connect")
    exercise.do("choose", provider="impots")
    after = again(exercise)
    assert after.mode is Mode.ALONE
    assert after.at == exercise.at > 0
    assert after.screen.page.name == exercise.screen.page.name
    assert "Vous reprenez là où vous en étiez." in words(after)
    after.do("accept")
    assert "Vous reprenez" not in words(after)


def test_what_is_watched_goes_on_where_it_was():
    exercise = Exercise("nom_d_une_autre_personne", mode="watch")
    for _ in range(4):
        exercise.do("forward")
    after = again(exercise)
    assert "Vous reprenez après la consigne 2." in words(after)
    after.do("forward")
    assert after.at == 3


def test_a_step_that_was_done_for_the_learner_counts_after_a_reload_too():
    exercise = Exercise("nom_d_une_autre_personne", mode="guided")
    while not exercise.at:
        exercise.do("hint")
    after = again(exercise)
    while not after.finished:
        step = after.step
        after.do(step.do, **typed_by(step, after.screen.world))
    assert after.best is Outcome.HELPED


def test_the_same_exercise_twice_in_a_chapter_has_two_places_and_one_outcome():
    guided, alone = Exercise("se_connecter", mode="guided"), Exercise("se_connecter", mode="alone")
    alone.do("sign_in", number="2820295000199", code="48151623")
    kept = alone.snapshot() | guided.snapshot()
    assert kept["exercise:se_connecter"] == "alone"
    assert {"step:se_connecter:guided", "step:se_connecter:alone"} <= kept.keys()


def test_a_place_at_the_start_costs_nothing(monkeypatch):
    exercise = Exercise("se_connecter")
    kept = json.loads(json.dumps(exercise.snapshot()))
    monkeypatch.setattr(work, "begin", None)
    exercise.resume({**kept, "exercise:se_connecter": "done"})
    assert "Réussi" in words(exercise)


PLACE = "step:nom_d_une_autre_personne:guided"


@pytest.mark.parametrize(
    "place",
    [
        *(None, 3, "done", [], {}, {"mode": "guided"}, {"at": 1}),
        *({"mode": "guided", "at": at} for at in (-1, 99, 10**30, True, "1", 1.0, None, [1])),
        *({"mode": mode, "at": 1} for mode in (None, "asleep", 3, ["guided"], {})),
    ],
)
def test_a_damaged_place_is_the_start(place):
    exercise = Exercise("nom_d_une_autre_personne")
    exercise.resume({PLACE: place, "exercise:nom_d_une_autre_personne": "done"})
    assert (exercise.at, exercise.mode) == (0, Mode.GUIDED)
    assert "Réussi" in words(exercise)


@pytest.mark.parametrize("kept", [None, 3, {}, {"exercise:se_connecter": ["done"]}, {"exercise:se_connecter": "gagné"}])
def test_a_damaged_outcome_is_set_aside(kept):
    exercise = Exercise("se_connecter")
    exercise.resume(kept)
    assert exercise.best is Outcome.NOT_TRIED
    assert "exercise:se_connecter" not in exercise.snapshot()


def test_to_do_it_again_starts_afresh_and_keeps_what_was_achieved():
    exercise = Exercise("se_connecter", mode="alone")
    exercise.do("sign_in", number="2820295000199", code="48151623")
    exercise.do("start_again")
    assert not exercise.finished
    assert exercise.mode is Mode.ALONE
    assert "Réussi" in words(exercise)
