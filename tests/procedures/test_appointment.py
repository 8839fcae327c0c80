"""Appointments: taken, shown in the agenda and on the home page, moved, called off."""

import pytest

from tests.journeys import reach
from tests.support.pages import again, errors, text


def starts(screen):
    screen.do("open", page="agenda")
    return [f"{one.start:%d/%m %H:%M}" for one in screen.page.appointments]


def test_an_appointment_taken_is_in_the_agenda_on_the_home_page_and_in_a_message():
    screen = reach("appointment, on the home page")
    assert "Jeudi 11 mars 2021, de 9\u00a0h\u00a015 à 9\u00a0h\u00a045" in text(screen)
    assert starts(screen) == ["04/03 08:45", "11/03 09:15"]
    screen.do("open", page="messages")
    assert "Votre rendez-vous est pris" in text(screen)


def test_the_reason_decides_how_long_it_lasts():
    screen = reach("appointment, reason")
    for answers in ({"reason": "border"}, {"agency": "sud"}, {"day": "2021-03-09"}, {"hour": "08:30"}):
        screen.do("next", **answers)
    if screen.page.filling.step:  # the hour is taken there: take the first free one
        screen.do("next", hour=screen.page.form.hour.options[0].name)
    screen.do("send")
    one = screen.page.one.changed(screen.page.one.case.known).appointments[-1]
    assert (one.end - one.start).seconds == 15 * 60
    assert one.agency == "Agence d'entraînement"


def test_only_days_when_the_agency_is_open_are_offered():
    for agency, closed in (("centre", {2, 5, 6}), ("sud", {0, 2, 4, 5, 6})):
        screen = reach("appointment, agency")
        screen.do("next", agency=agency)
        from_there = [option.label.split()[0] for option in screen.page.form.day.options]
        names = ["Lundi", "Mardi", "Mercredi", "Jeudi", "Vendredi", "Samedi", "Dimanche"]
        assert from_there
        assert not {names.index(name) for name in from_there} & closed


def test_an_hour_that_somebody_has_taken_cannot_be_chosen():
    screen = reach("appointment, hour")
    offered = [option.name for option in screen.page.form.hour.options]
    taken = next(hour for hour in ("08:30", "08:45", "09:15", "10:00") if hour not in offered)
    screen.do("next", hour=taken)
    assert errors(screen) == ["Choisissez une heure."]


def test_two_appointments_cannot_be_at_the_same_time():
    screen = reach("appointment, taken")
    screen.do("begin", request="appointment")
    screen.do("start")
    for answers in ({"reason": "vitale"}, {"agency": "centre"}, {"day": "2021-03-11"}, {"hour": "09:15"}):
        screen.do("next", **answers)
    assert errors(screen) == ["Vous avez déjà un rendez-vous à cette heure. Choisissez-en une autre."]


def test_an_appointment_moved_takes_the_place_of_the_old_one_only_once_sent():
    screen = reach("appointment, moved to another day")
    assert starts(again(screen)) == ["04/03 08:45", "11/03 09:15"]
    screen.do("next", day="2021-03-08")
    screen.do("next", hour=screen.page.form.hour.options[0].name)
    screen.do("send")
    assert [one.split()[0] for one in starts(screen)] == ["04/03", "08/03"]
    assert starts(again(screen)) == starts(screen)


def test_an_appointment_of_the_caisse_can_be_moved_too():
    screen = reach("agenda")
    screen.do("move", appointment="caisse-1")
    for answers in ({"reason": "leave"}, {"agency": "sud"}, {"day": "2021-03-11"}):
        screen.do("next", **answers)
    screen.do("next", hour=screen.page.form.hour.options[-1].name)
    screen.do("send")
    assert "04/03 08:45" not in starts(screen)
    assert len(starts(screen)) == 2


def test_calling_off_is_asked_twice_and_frees_the_agenda():
    screen = reach("agenda, about to call off")
    assert "Annuler ce rendez-vous" in text(screen)
    assert len(starts(again(screen))) == 2
    screen = reach("agenda, called off")
    assert starts(screen) == ["04/03 08:45"]
    assert starts(again(screen)) == ["04/03 08:45"]
    assert "Annulée" in text(reach("appointment, called off, followed"))


@pytest.mark.parametrize("action", ["move", "call_off", "call_off_now"])
def test_an_appointment_that_is_not_there_changes_nothing(action):
    screen = reach("agenda")
    screen.do(action, appointment="99")
    assert screen.page.name == "agenda"
    assert len(starts(screen)) == 2


def test_what_is_only_on_the_phone_says_so():
    shown = text(reach("a request of the phone"))
    assert "seulement dans l'application du téléphone" in shown
    assert "Commencer" not in shown


def test_to_change_an_appointment_keeps_its_reason_and_its_agency_and_the_title_says_so():
    screen = reach("appointment, on the home page")
    screen.do("open", page="agenda")
    mine = next(one for one in screen.page.appointments if one.reason.startswith("Arrêt de travail"))
    screen.do("move", appointment=mine.id)
    assert screen.page.title == "Changer un rendez-vous"
    assert screen.page.filling.step.id == "day"
    assert screen.page.draft.answers["reason"] == "leave"
