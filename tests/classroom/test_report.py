"""The report says in numbers what was tried and what came of it. Nobody is in it."""

import pytest

from atelier_ameli.site import Site
from practice.classroom.report import report_of
from tests.support.classroom.stage import Page, Tablet, do_step, exercise, room

NAME = "creer_son_compte"


@pytest.fixture(scope="module")
def editions() -> dict[str, Site]:
    return {year: Site.load(year) for year in ("2021", "2026")}


def work(hall, mode: str, steps: int, edition: str = "2021") -> Tablet:
    """Have one more tablet do some steps of an exercise."""
    one, done = Tablet(hall), exercise(NAME, mode=mode, site=Site.load(edition))
    one.open(Page(edition=edition, exercice1=done))
    for _ in range(steps):
        do_step(done)
        one.visit.acted("exercice1", {"do": "step"})
    return one


def test_each_exercise_is_told_by_how_it_was_done_and_where_people_stopped(editions):
    hall = room()
    steps = len(editions["2021"].exercises[NAME].steps)
    for mode, done in (("alone", steps), ("guided", steps), ("guided", 1), ("guided", 1)):
        work(hall, mode, done)
    report = report_of(hall.seats, editions)
    (line,) = report.lines
    assert (line.tried, line.alone, line.helped, line.stopped) == (4, 1, 1, 2)
    second = editions["2021"].exercises[NAME].steps[1].instruction
    assert line.stops == ((f"2. {second}", 2),)
    assert (report.tablets, report.tried, report.alone, report.helped, report.stopped) == (4, 4, 1, 1, 2)
    assert report.parts[0].title.endswith("(site de 2021)")


def test_the_same_exercise_of_two_years_is_told_twice(editions):
    hall = room()
    for year in editions:
        work(hall, "guided", 1, year)
    assert [part.title[-5:] for part in report_of(hall.seats, editions).parts] == ["2021)", "2026)"]


def test_a_report_is_the_same_whatever_the_numbers_of_the_tablets(editions):
    hall = room()
    work(hall, "alone", 1)
    before = report_of(hall.seats, editions)
    hall.swap(1, 57)
    assert report_of(hall.seats, editions) == before
    assert "57" not in repr(before)


def test_who_only_came_counts_as_a_tablet_and_who_watched_tried_nothing(editions):
    hall = room()
    Tablet(hall).open()
    watcher, watched = Tablet(hall), exercise(NAME, mode="watch")
    watcher.open(Page(exercice1=watched))
    watched.do("forward")
    watcher.visit.acted("exercice1", {"do": "forward"})
    report = report_of(hall.seats, editions)
    assert (report.tablets, report.lines) == (2, ())


def test_the_report_goes_with_the_room(editions):
    hall = room()
    work(hall, "guided", 1)
    hall.close()
    assert report_of(hall.seats, editions).tablets == 0
