"""Creating an account: what is kept on the way, the link, and the account that it opens."""

import json

import pytest

from atelier_ameli import Screen
from atelier_ameli.identity.personas import AccountStatus
from tests.journeys import reach
from tests.journeys.creation import (
    JEAN,
    JEANS_CODE,
    JEANS_CONTACT,
    JEANS_PROOFS,
    ROSE_TO_SENT,
    STATES,
)
from tests.support import SITE
from tests.support.pages import errors, field, play, reloaded, soup, text


def test_going_back_loses_no_answer_also_after_a_reload():
    screen = reach("create, code")
    screen.do("back")
    screen = reloaded(screen)
    assert field(screen, "Mon adresse e-mail").value == "jean.neaje@courriel.example"
    assert field(screen, "Mon téléphone").value == "06 39 98 01 08"
    screen.do("back")
    assert field(screen, "Les 7 derniers chiffres").value == "4172608"
    screen.do("back")
    screen = reloaded(screen)
    for label, value in (("Mon nom", "Neaje"), ("Ma date", "17/06/1960"), ("Mon code postal", "31300")):
        assert field(screen, label).value == value
    assert field(screen, "Mon n°").value == "1 60 06 31 000 254"
    screen.do("recognise", **JEAN)
    screen.do("prove", **JEANS_PROOFS)
    screen.do("contact", **JEANS_CONTACT)
    assert screen.page.name == "create_code"


def test_what_is_half_typed_is_kept_but_for_what_is_wrong():
    screen = Screen("create_account", persona="jean")
    screen.do("keep_answers", last_name="Neaje", number="1 60 06 31 555 254", birth_date="17/06")
    assert errors(screen) == []
    kept = json.dumps(screen.snapshot())
    assert "Neaje" in kept
    assert "555" not in kept
    screen.do("back")
    screen.do("create_account")
    assert field(screen, "Mon nom").value == "Neaje"


def test_the_link_is_found_in_the_spam_folder():
    screen = play("rose", *ROSE_TO_SENT)
    assert "Aucun message ici." in text(screen)
    screen.do("open_folder", folder="spam")
    screen.do("open_message", message="0")
    screen.do("follow_link")
    assert "Votre compte est créé" in text(screen)
    assert screen.focus.endswith("-title")


def test_an_expired_link_says_so_and_a_new_one_creates_the_account():
    screen = reach("create, link expired")
    assert "dans les 24 heures" in text(screen)
    screen.do("send_again")
    assert "Étape 5 sur 5" in text(screen)
    screen.do("open_message", message="1")
    screen.do("follow_link")
    assert screen.page.name == "create_done"


def test_a_replaced_link_leads_to_the_last_message():
    assert "Un message plus récent l'a remplacé" in text(reach("create, link replaced"))


def test_one_link_that_works_is_enough():
    screen = reach("create, enough links")
    assert "Un message vous attend déjà" in text(screen)
    assert len(screen.world.messages) == 3


def test_a_mistyped_address_is_shown_and_can_be_corrected():
    screen = reach("create, link sent to another address")
    assert "jean.neage@courriel.example" in text(screen)
    assert "Aucun message ici." in text(screen)
    screen.do("change_address")
    screen.do("contact", **JEANS_CONTACT)
    assert screen.page.name == "create_sent"
    screen.do("open_message", message="0")
    screen.do("follow_link")
    assert screen.page.name == "create_done"


def test_a_message_without_a_link_has_no_link_to_follow():
    screen = reach("create, link in the message")
    screen.do("follow_link")
    screen.do("open_message", message="1")
    assert "Votre compte est créé" in text(screen)
    assert not soup(screen).find(attrs={"data-action": "follow_link"})
    assert "trouble" not in screen.answer({"do": "follow_link", "turn": 1})["html"]
    assert screen.page.name == "create_done"


def test_coming_from_france_connect_neither_vitale_nor_rib_is_asked():
    screen = Screen("create_account", persona="jean")
    screen.world.identified = SITE.personas["jean"]
    screen.resume({screen.activity.place_name: {"page": "create_contact"}})
    assert "Étape 2 sur 4" in text(screen)
    assert "Votre caisse sait qui vous êtes, Jean NEAJE." in text(screen)
    for action, answers in (("contact", JEANS_CONTACT), ("choose_code", JEANS_CODE)):
        screen.do(action, **answers)
    screen.do("open_message", message="0")
    screen.do("follow_link")
    assert screen.world.account.status is AccountStatus.ACTIVE


@pytest.mark.parametrize(
    "page", ["create_proof", "create_contact", "create_code", "create_sent", "create_expired", "create_done"]
)
def test_a_snapshot_cannot_jump_over_a_step(page):
    screen = Screen("create_account", persona="jean")
    screen.resume({screen.activity.place_name: {"page": page}})
    assert screen.page.name == "create_account"


@pytest.mark.parametrize("state", STATES)
def test_every_state_is_there_again_after_a_reload(state):
    persona, _, start = STATES[state][0].partition(" at ")
    before = reach(state)
    assert reloaded(before, persona, start).page.name == before.page.name


def test_a_new_account_is_like_any_other():
    assert "Aucun paiement" in text(reach("new account, payments"))
    known = text(reach("new account, information"))
    assert "jean.neaje@courriel.example" in known
    assert "19 rue du Croquis" in known
    screen = reach("new account, documents")
    screen.do("download_rights", **{"beneficiary-jean": "yes"})
    assert screen.download.content.startswith(b"%PDF")


def test_the_phone_given_is_the_one_that_the_account_knows():
    for phone, shown in (("06 39 98 77 66", "06 39 98 77 66"), ("", "pas de téléphone")):
        screen = reach("create, contact")
        screen.do("contact", **{**JEANS_CONTACT, "phone": phone})
        for action, answers in (("choose_code", JEANS_CODE), ("open_message", {"message": "0"}), ("follow_link", {})):
            screen.do(action, **answers)
        screen.do("login")
        screen.do("sign_in", number=JEAN["number"], code="Ruisseau-60")
        screen.do("open", page="my_information")
        assert shown in text(screen)


def test_the_code_chosen_is_in_no_snapshot_and_is_never_drawn_back():
    screen = reach("create, code")
    screen.do("choose_code", **{**JEANS_CODE, "code": "Autre-chose-7", "again": "Autre-chose-7"})
    for action, answers in (("open_message", {"message": "0"}), ("follow_link", {}), ("login", {})):
        assert "Autre-chose-7" not in screen.html + json.dumps(screen.snapshot())
        screen.do(action, **answers)
    assert "celui que vous avez choisi" in text(screen)
    screen.do("sign_in", number=JEAN["number"], code="Autre-chose-7")
    assert "Bonjour Jean NEAJE" in text(screen)
