"""An accident caused by a third party: told late without blame, the other person known or not, refunds unchanged."""

import pytest

from atelier_ameli import Screen
from tests.journeys import reach
from tests.journeys.request_third_party import DOG
from tests.support.pages import errors, plain, text


def test_that_refunds_do_not_change_is_said_before_at_the_recap_and_after():
    for state in ("third party", "third party, recap", "third party, sent"):
        assert "Vos remboursements ne changent pas" in plain(reach(state))


def test_it_is_done_on_a_computer_only():
    assert reach("third party").page.request.channel == "computer"


def test_an_accident_of_long_ago_is_taken_with_a_kind_word():
    screen = reach("third party, late")
    assert "Ce n'est pas grave" in plain(screen)
    assert errors(screen) == []
    assert reach("third party, unknown, sent").page.name == "request_sent"


@pytest.mark.parametrize(("day", "late"), [("14/02/2021", False), ("13/02/2021", True)])
def test_late_is_after_fifteen_days(day, late):
    screen = reach("third party, circumstances")
    screen.do("keep", **{**DOG, "happened_on": day})
    assert ("Ce n'est pas grave" in plain(screen)) == late


def test_an_accident_cannot_be_to_come():
    assert "pas encore arrivée" in errors(reach("third party, tomorrow"))[0]


def test_the_other_person_need_not_be_known():
    assert "third_name" not in reach("third party, who, unknown").page.form
    screen = reach("third party, who, known")
    assert screen.say == "Une question est apparue en dessous."
    screen.do("next", known="yes", third_name="Paul MODÈLE", third_insurance="")
    assert screen.page.filling.step.id == "witnesses"


def test_what_follows_depends_on_whether_the_other_person_is_known():
    assert "Assurance prévenue" in plain(reach("third party, followed"))
    screen = reach("third party, unknown, sent")
    assert "Déclaration gardée" in plain(screen)
    assert "Assurance prévenue" not in plain(screen)


def test_the_message_names_who_was_hurt():
    screen = reach("third party, sent")
    screen.do("open", page="messages")
    screen.do("read", letter="DEM-20210301-01-1")
    assert "Personne blessée : Zoé PETIT" in plain(screen)


def test_whoever_is_alone_on_the_account_is_not_asked_who_was_hurt():
    screen = Screen("requests", persona="karim")
    screen.do("begin", request="third_party")
    screen.do("start")
    assert "victim" not in screen.page.form


def test_it_cannot_be_sent_twice():
    screen = reach("third party, told twice")
    assert "Vous avez déjà envoyé cette demande" in text(screen)
    screen.do("start")
    assert screen.page.draft is None


@pytest.mark.parametrize(
    "words", ["on m'a renversé", "un chien m'a mordu", "accident de voiture", "j'ai porté plainte"]
)
def test_it_is_found_in_the_learners_own_words(words):
    screen = Screen("requests", persona="jessica")
    screen.do("search", words=words)
    assert screen.page.found[0].id == "third_party"


def test_a_secret_code_told_in_a_request_is_erased_and_refused_kindly():
    screen = reach("third party, circumstances")
    screen.do("keep", **{**DOG, "what_happened": "Un chien. Mon code est 48151623."})
    assert "48151623" not in str(screen.snapshot())
    screen.do("next", **{**DOG, "what_happened": "Un chien. Mon code est 48151623."})
    assert screen.page.filling.step.id == "circumstances"
    assert "Un code ne se donne à personne" in errors(screen)[0]
    assert "48151623" not in screen.html + str(screen.snapshot())
    screen.do("next", **DOG)
    assert errors(screen) == []
