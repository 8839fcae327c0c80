"""« Code oublié », the mailbox, the call to the caisse."""

import re

import pytest

from atelier_ameli import Screen
from tests.journeys import reach
from tests.journeys.access import MARCEL, MONIQUE, YVETTE
from tests.support.pages import errors, field, status, text


def code_read_in(screen: Screen) -> str:
    return re.search(r"code provisoire est\s*: (\d{4})", text(screen))[1]


@pytest.mark.parametrize(
    ("persona", "answers", "folder"),
    [("monique", MONIQUE, "inbox"), ("yvette", YVETTE, "spam")],
)
def test_a_code_is_recovered_from_the_mailbox(persona, answers, folder):
    screen = Screen("login", persona=persona)
    screen.do("forgotten_code")
    screen.do("ask_code", **answers)
    assert status(screen) == "Un message est arrivé."
    screen.do("open_folder", folder=folder)
    screen.do("open_message", message="0")
    assert screen.focus.endswith("-message")
    code = code_read_in(screen)
    screen.do("back")
    screen.do("sign_in", number=answers["number"], code=code)
    new_code = screen.world.persona.new_code
    screen.do("choose_code", code=new_code, again=new_code)
    assert "Vous êtes connectée" in text(screen)


def test_a_message_in_the_spam_folder_is_not_in_the_inbox():
    screen = Screen("forgotten_code", persona="yvette")
    screen.do("ask_code", **YVETTE)
    assert "Aucun message ici." in text(screen)
    screen.do("open_folder", folder="spam")
    assert "Votre code provisoire" in text(screen)


def test_without_a_validated_address_the_page_reads_the_same_and_no_message_comes():
    validated, unvalidated = Screen("forgotten_code", persona="jessica"), Screen("forgotten_code", persona="marcel")
    validated.do("ask_code", number="2820295000199", last_name="Petit", birth_date="11/02/1982", postcode="31000")
    unvalidated.do("ask_code", **MARCEL)
    assert validated.page.title == unvalidated.page.title
    assert status(unvalidated) == ""
    assert "Aucun message ici." in text(unvalidated)


def test_the_caisse_sends_a_text_message():
    screen = reach("text message open")
    assert "36 46" in text(screen)
    code = code_read_in(screen)
    screen.do("back")
    screen.do("sign_in", number=MARCEL["number"], code=code)
    assert "Je choisis mon nouveau code" in text(screen)


def test_the_caisse_says_when_there_is_no_account():
    assert "pas encore de compte" in text(reach("caisse called, no account"))


def test_a_fourth_request_is_too_many_and_leaves_a_way_out():
    screen = reach("too many codes")
    assert "trop de codes" in text(screen)
    screen.do("call")
    assert status(screen).endswith("Un message est arrivé.")


def test_an_unknown_person_gets_the_same_page_as_a_known_one():
    screen = Screen("forgotten_code", persona="monique")
    screen.do("ask_code", **{**MONIQUE, "last_name": "Inconnue"})
    assert screen.page.name == "code_sent"
    assert screen.world.messages == []


@pytest.mark.parametrize(
    ("typed", "message"),
    [
        ("", "Tapez votre date de naissance"),
        ("1 décembre 1947", "n'est pas écrite comme il faut"),
        ("01/12/47", "quatre chiffres"),
        ("12/13/1947", "Le mois 13 n'existe pas"),
        ("31/02/1947", "Le jour 31 n'existe pas dans ce mois"),
        ("00/12/1947", "Le jour 0 n'existe pas"),
        ("a" * 400, "trop long"),
    ],
)
def test_each_wrong_date_has_its_own_words(typed, message):
    screen = Screen("forgotten_code", persona="monique")
    screen.do("ask_code", **{**MONIQUE, "birth_date": typed})
    assert message in errors(screen)[0]
    assert field(screen, "Mon nom").value == "Garnier"


@pytest.mark.parametrize("typed", ["01/12/1947", "1/12/1947", "01-12-1947", "01.12.1947", "01 12 1947", "01121947"])
def test_a_date_may_be_typed_in_several_ways(typed):
    screen = Screen("forgotten_code", persona="monique")
    screen.do("ask_code", **{**MONIQUE, "birth_date": typed})
    assert len(screen.world.messages) == 1


@pytest.mark.parametrize("typed", ["3110", "311000", "Toulouse", "2A004"])
def test_a_postcode_has_five_digits(typed):
    screen = Screen("forgotten_code", persona="monique")
    screen.do("ask_code", **{**MONIQUE, "postcode": typed})
    assert "cinq chiffres" in errors(screen)[0]


def test_the_card_shows_what_the_page_asks_for_and_no_more():
    screen = reach("forgotten code")
    for value in ("2 47 12 31 000 108", "GARNIER", "01/12/1947", "31100"):
        assert value in text(screen)
    assert "Violette47" not in screen.html
