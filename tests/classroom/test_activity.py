"""What the trainer is told of a learner's work: where, how, how often; never what was typed."""

import pytest

from atelier_ameli.site import Site
from practice.classroom.activity import activity_of
from practice.course.exercises.exercises import Mode, Outcome
from practice.course.outline.contents import KEY
from tests.support.classroom.stage import Clock, Page, Tablet, do_step, exercise, room


def at_work(mode: str = "guided") -> tuple:
    clock = Clock()
    tablet = Tablet(room(clock))
    work = exercise(mode=mode)
    tablet.open(Page(exercice1=work))
    tablet.says("at", step=2, screens=["exercice1"])
    return tablet, work, clock


def test_a_tablets_place_is_known_by_its_page_and_its_step():
    tablet, work, _ = at_work()
    assert (tablet.seat.chapter, tablet.seat.edition, tablet.seat.step) == ("02_se_connecter", "2021", 2)
    doing = tablet.seat.activity
    assert (doing.exercise, doing.title, doing.mode) == ("se_connecter", work.title, Mode.GUIDED)
    assert (doing.step, doing.steps, doing.tries, doing.hints, doing.finished) == (
        0,
        len(work.exercise.steps),
        0,
        0,
        False,
    )


def test_tries_and_hints_are_those_of_this_step():
    tablet, work, _ = at_work()
    for _ in range(2):
        work.do(work.step.do)
        tablet.visit.acted("exercice1", {"do": work.step.do})
    work.do("hint")
    tablet.visit.acted("exercice1", {"do": "hint"})
    assert tablet.seat.activity.tries == work.work.misses
    assert tablet.seat.activity.hints == work.work.rung > 0


def test_minutes_without_progress_begin_again_with_each_step_and_not_with_each_click():
    tablet, work, clock = at_work()
    clock.wait(60)
    work.do("hint")
    tablet.visit.acted("exercice1", {"do": "hint"})
    assert tablet.seat.progress == 1000.0
    do_step(work)
    tablet.visit.acted("exercice1", {"do": "x"})
    assert tablet.seat.progress == 1060.0


def test_what_came_of_an_exercise_is_known_for_the_report_and_what_was_only_watched_is_not():
    tablet, work, _ = at_work()
    while not work.finished:
        do_step(work)
        tablet.visit.acted("exercice1", {"do": "x"})
    assert tablet.seat.results["2021", "se_connecter"].outcome is Outcome.GUIDED
    watcher, shown, _ = at_work("watch")
    while not shown.finished:
        shown.do("forward")
        watcher.visit.acted("exercice1", {"do": "forward"})
    assert watcher.seat.activity.finished
    assert watcher.seat.results == {}


def test_neither_the_contents_nor_a_screen_that_is_only_shown_is_work():
    tablet, work, _ = at_work()
    before = tablet.seat.activity
    do_step(work)
    for key, do in ((KEY, "x"), ("exercice1", "resume"), ("exercice9", "x"), (["exercice1"], "x")):
        tablet.visit.acted(key, {"do": do})
    assert tablet.seat.activity is before


@pytest.mark.parametrize("year", Site.years())
def test_nothing_that_was_typed_is_told(year):
    site = Site.load(year)
    work = exercise("se_connecter", site=site)
    work.do("sign_in", number="1 23 SECRET", code="SECRET")
    assert "SECRET" not in repr(activity_of(work))
