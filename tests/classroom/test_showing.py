"""A screen is shown to the room only after its learner's yes, without her codes, and never for long."""

import pytest

from practice.classroom.projector import Projector
from practice.classroom.seat import Watch
from practice.classroom.showing import ASKED_FOR, SHOWN_FOR, without_secrets
from tests.support.classroom.stage import Clock, Page, Tablet, exercise, room


def two() -> tuple:
    clock = Clock()
    hall = room(clock)
    tablets = [Tablet(hall), Tablet(hall)]
    for tablet in tablets:
        tablet.open(Page(exercice1=exercise()))
        tablet.says("at", step=2, screens=["exercice1"])
    return hall, clock, *tablets


def test_nothing_is_shown_before_the_learner_says_yes():
    hall, _, one, other = two()
    hall.showing.ask(1)
    assert "Voulez-vous montrer votre écran" in one.hears["bar"]
    assert one.hears["stays"]
    assert "montrer" not in other.hears["bar"]
    assert hall.showing.seat is None
    assert hall.showing.drawing() == ""
    one.says("accept")
    assert hall.showing.seat is one.seat
    assert "Votre écran est montré à la salle." in one.hears["bar"]
    assert "Recommencer depuis le début" in hall.showing.drawing()


def test_who_refuses_shows_nothing_and_the_trainer_is_told():
    hall, clock, one, _ = two()
    hall.showing.ask(1)
    one.says("refuse")
    assert hall.showing.drawing() == ""
    assert one.seat.watch is Watch.REFUSED
    assert one.hears["say"] == "C'est noté. Votre écran n'est pas montré."
    clock.wait(ASKED_FOR)
    hall.showing.look()
    assert one.seat.watch is Watch.NOT


@pytest.mark.parametrize("word", ["accept", "refuse", "stop"])
def test_a_tablet_that_was_not_asked_shows_nothing_whatever_it_says(word):
    hall, _, one, other = two()
    hall.showing.ask(1)
    other.says(word)
    assert (one.seat.watch, other.seat.watch) == (Watch.ASKED, Watch.NOT)
    assert hall.showing.drawing() == ""


def test_the_learner_stops_when_she_likes():
    hall, _, one, other = two()
    hall.showing.ask(1)
    one.says("accept")
    other.says("stop")
    assert hall.showing.seat is one.seat
    one.says("stop")
    assert hall.showing.seat is None
    assert one.hears["say"] == "La salle ne voit plus votre écran."


@pytest.mark.parametrize(("answer", "lasts"), [("accept", SHOWN_FOR), (None, ASKED_FOR)])
def test_it_ends_by_itself_and_so_does_a_question_without_an_answer(answer, lasts):
    hall, clock, one, _ = two()
    hall.showing.ask(1)
    if answer:
        one.says(answer)
    clock.wait(lasts - 1)
    hall.showing.look()
    assert one.seat.watch is not Watch.NOT
    clock.wait(1)
    hall.showing.look()
    assert one.seat.watch is Watch.NOT
    assert "montr" not in one.hears["bar"]
    one.says("accept")  # too late
    assert hall.showing.drawing() == ""


def test_one_screen_at_a_time():
    hall, _, one, other = two()
    hall.showing.ask(1)
    one.says("accept")
    hall.showing.ask(2)
    assert (one.seat.watch, other.seat.watch) == (Watch.NOT, Watch.ASKED)
    with pytest.raises(LookupError):
        hall.showing.ask(3)


def test_the_drawing_follows_what_the_learner_does_and_keeps_her_code_to_herself():
    hall, _, one, _ = two()
    work = exercise()
    one.open(Page(exercice1=work))
    hall.showing.ask(1)
    one.says("accept")
    work.do("sign_in", number="2 82", code="13572468")
    one.visit.acted("exercice1", {"do": "sign_in"})
    assert 'value="2 82"' in hall.showing.drawing()
    assert "13572468" not in hall.showing.drawing()


def test_what_a_secret_field_holds_is_taken_out_and_nothing_else():
    html = '<input value="a" data-secret name="b"><input data-secret><input value="d"><b data-x value="e">f</b>'
    assert without_secrets(html) == html.replace(' value="a"', "")


def test_a_text_is_no_screen_and_the_projector_says_so():
    hall, _, one, _ = two()
    projector = Projector(hall, "http://192.168.1.20:8866/")
    hall.showing.ask(1)
    one.says("accept")
    one.says("at", step=1, screens=[])
    assert projector.look()
    assert "lit un texte" in projector.pieces["projector"]
    one.visit.left()
    assert "n'est plus là" in projector.look()["pieces"]["projector"]


def test_the_projector_says_how_to_come_in_and_who_is_there():
    hall, _, one, _ = two()
    projector = Projector(hall, "http://192.168.1.20:8866/")
    html = projector.pieces["projector"]
    assert "192.168.1.20:8866/rejoindre" in html
    assert hall.keys.spoken_code in html
    assert html.count("<svg") == 1
    assert "2\xa0tablettes sont là." in html
    assert projector.look() == {}
    one.visit.left()
    assert "1\xa0tablette est là." in projector.look()["pieces"]["projector"]
    with pytest.raises(ValueError, match="do"):
        projector.do({"do": "coming"})


def test_a_laptop_that_tablets_do_not_reach_shows_no_address():
    hall = room()
    html = Projector(hall, "").pieces["projector"]
    assert "Les tablettes n'y ont pas accès." in html
    assert "<svg" not in html
