"""What the trainer asks and what a learner says: each tablet hears what holds, also the one that comes back."""

import pytest

from practice.classroom.seat import Help
from tests.support.classroom.stage import Clock, Page, Tablet, exercise, room


def two() -> tuple:
    clock = Clock()
    hall = room(clock)
    tablets = [Tablet(hall), Tablet(hall)]
    for tablet in tablets:
        tablet.open()
    return hall, clock, *tablets


def test_who_asks_for_help_is_told_that_it_is_sent_then_that_somebody_comes_and_thanks():
    hall, clock, one, other = two()
    assert "J'ai besoin d'aide" in one.hears["bar"]
    clock.wait(5)
    one.says("help")
    assert (one.seat.help, one.seat.help_since) == (Help.ASKED, 1005.0)
    assert one.hears["say"] == "Votre demande d'aide est envoyée."
    hall.coming(1)
    assert "Quelqu'un arrive." in one.hears["bar"]
    one.says("help")  # a second click takes nothing back
    assert one.seat.help is Help.COMING
    one.says("thanks")
    assert "J'ai besoin d'aide" in one.hears["bar"]
    assert len(other.heard) == 1


def test_the_trainer_answers_nobody_who_has_not_asked():
    hall, _, one, _ = two()
    hall.coming(1)
    assert len(one.heard) == 1
    with pytest.raises(LookupError):
        hall.coming(3)


def test_a_pause_is_for_all_or_for_one_lasts_1_to_5_minutes_and_ends_alone():
    hall, clock, one, other = two()
    hall.pause(10)
    assert [one.hears["seconds"], other.hears["seconds"]] == [60, 60]
    assert "Regardez l'écran de la salle" in one.hears["over"]
    clock.wait(61)
    assert one.seat.pause_left(clock()) == 0
    hall.pause(10_000, to=[2])
    assert other.hears["seconds"] == 300
    assert one.seat.pause_left(clock()) == 0
    hall.free()
    assert other.hears["over"] == ""
    assert len(one.heard) == 2


def test_who_comes_back_in_the_middle_hears_what_is_left_of_the_pause_and_that_somebody_comes():
    hall, clock, one, _ = two()
    one.says("help")
    one.visit.left()
    assert one.seat.away_since == clock()
    hall.coming(1)
    hall.pause(120)
    clock.wait(50)
    told = one.open()
    assert told["seconds"] == 70
    assert told["say"] == "Quelqu'un arrive pour vous aider."
    assert one.seat.away_since is None


def test_a_tablet_that_is_sent_says_that_it_has_heard_and_is_sent_once():
    hall, _, one, other = two()
    hall.go("/voila/render/03.ipynb#etape-2", to=[1])
    assert one.hears["go"]["href"] == "/voila/render/03.ipynb#etape-2"
    assert len(other.heard) == 1
    one.says("at", step=0, went=one.hears["go"]["number"])
    one.visit.left()
    told = one.open()
    assert "go" not in told
    assert told["say"] == "Cette page vous est proposée par votre formatrice ou votre formateur."


def test_a_tablet_that_sleeps_is_sent_when_it_wakes_but_not_after_ten_minutes():
    hall, clock, one, other = two()
    one.visit.left()
    other.visit.left()
    hall.go("/first")
    hall.go("/second")
    clock.wait(599)
    assert one.open()["go"]["href"] == "/second"
    clock.wait(2)
    assert "go" not in other.open()


def test_of_two_tabs_only_the_one_in_use_is_sent_and_speaks_and_both_have_the_pause():
    hall, _, one, _ = two()
    second, heard = [], one.heard
    visit = hall.enter(one.claim, second.append)
    visit.opened(Page("01_bonjour"))
    hall.go("/there")
    assert ["go" in heard[-1], "go" in second[-1]] == [False, True]
    one.says("at", step=1)
    hall.pause(60)
    assert heard[-1]["over"] == second[-1]["over"] != ""
    visit.left()
    assert one.seat.connected


@pytest.mark.parametrize(
    "said",
    [
        None, [], "help", {}, {"do": "swap"}, {"do": "go", "href": "/"}, {"do": ["help"]}, {"do": "at", "step": -1},
        {"do": "at", "step": "3"}, {"do": "at", "step": True}, {"do": "at", "step": 10**9},
        {"do": "at", "screens": "x"},
        {"do": "at", "screens": ["x"] * 31},
    ],
)  # fmt: skip
def test_whatever_is_none_of_a_pages_words_is_refused(said):
    _, _, one, _ = two()
    with pytest.raises(ValueError):
        one.visit.hear(said)


def test_a_page_that_speaks_and_speaks_is_refused_and_fingers_are_not():
    _, clock, one, _ = two()
    for _ in range(120):
        one.says("help")
        clock.wait(0.3)
    clock.wait(10)
    for _ in range(60):
        one.says("help")
    with pytest.raises(ValueError):
        one.says("help")


def test_the_room_is_told_of_each_change():
    hall, _, one, _ = two()
    told = []
    hall.listeners.add(lambda: told.append(1))
    one.says("help")
    hall.coming(1)
    one.visit.acted("exercice1", {"do": "sign_in"})  # nothing of the room: the page has no such screen
    one.visit.left()
    assert len(told) == 3


def test_the_note_of_a_sending_goes_when_the_learner_does_something():
    hall, _, one, _ = two()
    page = Page(exercice1=exercise())
    one.open(page)
    hall.go("/there")
    assert "proposée" in one.hears["bar"]
    one.visit.acted("exercice1", {"do": "hint"})
    assert "proposée" not in one.hears["bar"]
