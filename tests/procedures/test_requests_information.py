"""The requests that change what the caisse knows: European card, bank account, « nom d'usage »."""

import json

import pytest

from atelier_ameli import Screen
from tests.journeys import reach
from tests.support.pages import errors, follow, soup, text


def information(screen):
    screen.do("open", page="my_information")
    return text(screen)


def test_who_leaves_late_enough_gets_the_card_by_post_and_the_account_shows_it():
    screen = reach("European card, ordered")
    assert "Carte commandée" in text(screen)
    assert "Carte européenne d'assurance maladie" not in information(screen)
    follow(screen, "30")
    assert "Valable jusqu'au 28 février 2023" in information(screen)


def test_who_leaves_too_soon_gets_a_certificate_at_once():
    screen = reach("European certificate, given")
    assert "certificat_provisoire" in screen.download.name
    follow(screen, "30")
    assert "Valable jusqu'au" not in information(screen)


def test_who_leaves_too_soon_is_not_asked_for_the_address_of_a_card():
    screen = reach("European certificate, travellers")
    assert "Étape 2 sur 3" in text(screen)
    assert "valable trois mois" in text(screen)


@pytest.mark.parametrize("day", ["20/03/2021", "21/03/2021"])
def test_the_day_that_decides_is_twenty_days_ahead(day):
    screen = reach("European card, departure")
    screen.do("next", departure=day)
    assert ("certificat" in text(screen)) == (day == "20/03/2021")


def test_who_has_moved_is_told_to_change_the_address_first():
    assert "Changez d'abord votre adresse" in errors(reach("European card, moved"))[0]


def test_a_paper_that_is_not_there_yet_is_not_given():
    screen = reach("European card, ordered")
    for paper in ("1 european_certificate", "7 european_certificate", "1", ""):
        screen.do("paper", paper=paper)
        assert screen.download is None


def test_the_new_account_is_shown_by_its_end_once_it_is_checked():
    screen = reach("bank, sent")
    assert "se termine par A53" not in text(screen)
    assert "9A53" in information(screen)
    follow(screen, "7")
    assert "7H55" in information(screen)
    assert "0000 0777" not in screen.html


def test_an_account_that_could_be_somebodys_is_refused_erased_and_kept_nowhere():
    screen = reach("bank, a real account")
    assert "Il pourrait être vrai" in errors(screen)[0]
    assert "3000" not in screen.html
    assert "3000" not in json.dumps(screen.snapshot())


def test_a_change_that_somebody_else_asked_for_is_stopped():
    screen = reach("bank, a scam")
    assert "arnaque" in errors(screen)[0]
    screen.do("send")
    assert screen.world.requests.sent == ()


def test_a_change_of_account_is_confirmed_by_mail():
    screen = reach("bank, sent")
    assert [message.kind for message in screen.world.messages] == ["bank_change"]
    assert "Un message est arrivé" in screen.say


def test_a_blurred_proof_is_refused_with_what_to_do():
    assert "floue" in errors(reach("bank, a blurred proof"))[0]


def test_the_name_of_birth_stays_beside_the_new_one():
    shown = text(reach("usage name, done"))
    assert "DIALLO" in shown
    assert "MARTIN-EXEMPLE" in shown


def test_a_question_appears_when_an_answer_calls_for_it():
    screen = reach("usage name")
    assert "Le nom d'usage" not in [label.get_text() for label in _labels(screen)]
    screen.do("keep", wish="take")
    assert "Le nom d'usage" in [label.get_text() for label in _labels(screen)]
    assert screen.say == "Une question est apparue en dessous."


@pytest.mark.parametrize(
    ("words", "first"),
    [("vacances en Espagne", "european_card"), ("mon RIB", "bank"), ("je me suis mariée", "usage_name")],
)
def test_each_is_found_in_the_learners_own_words(words, first):
    screen = Screen("requests", persona="jessica")
    screen.do("search", words=words)
    assert screen.page.found[0].id == first


def _labels(screen):
    return soup(screen).find_all("label")


def test_who_has_no_card_is_not_asked_whether_to_keep_it():
    def steps(persona):
        screen = Screen("requests", persona=persona)
        screen.do("begin", request="usage_name")
        screen.do("start")
        return [step.id for step in screen.page.filling.steps]

    assert "card" in steps("lea")
    assert "card" not in steps("fatou")
