"""Creating an account with the form, as a learner does it."""

import json
import re

import pytest

from atelier_ameli import Screen
from atelier_ameli.domain.personas import AccountStatus
from tests.journeys import reach
from tests.journeys.creation import (
    BERNARD,
    JEAN,
    JEANS_CODE,
    JEANS_CONTACT,
    JEANS_PROOFS,
    ROSE,
    ROSE_TO_SENT,
    STATES,
    TO_CODE,
    TO_DONE,
)
from tests.support import SITE
from tests.support.pages import errors, field, soup, status, text


def play(persona, *actions, start="create_account"):
    screen = Screen(start, persona=persona)
    for action, answers in actions:
        screen.do(action, **answers)
    return screen


def reloaded(screen, persona="jean", start="create_account"):
    after = Screen(start, persona=persona)
    after.resume(json.loads(json.dumps(screen.snapshot())))
    return after


def test_an_account_is_created_from_the_sign_in_page_to_the_first_sign_in():
    screen = play("jean", ("create_account", {}), *TO_DONE, start="login")
    assert "Votre compte est créé" in text(screen)
    assert "Ruisseau-60" in text(screen), "the card shows the code for the first sign-in"
    screen.do("login")
    screen.do("sign_in", number=JEAN["number"], code="Ruisseau-60")
    assert "Bonjour Jean NEAJE" in text(screen)


def test_an_account_created_in_one_chapter_opens_in_the_next():
    chapter_4 = reloaded(reach("create, done"), start="login")
    assert "Ruisseau-60" in text(chapter_4)
    chapter_4.do("sign_in", number=JEAN["number"], code="Ruisseau-60")
    assert "Bonjour Jean NEAJE" in text(chapter_4)


def test_each_step_says_where_one_stands_with_its_title():
    screen = Screen("create_account", persona="jean")
    said = [soup(screen).find("h3", id=f"{screen.key}-title").get_text(" ", strip=True)]
    for action, answers in TO_CODE:
        screen.do(action, **answers)
        assert screen.focus.endswith("-title")
        said.append(soup(screen).find("h3", id=f"{screen.key}-title").get_text(" ", strip=True))
    assert [re.match(r"Étape \d sur 5", words)[0] for words in said] == [f"Étape {n} sur 5" for n in (1, 2, 3, 4)]
    screen.do("choose_code", **JEANS_CODE)
    assert "Étape 5 sur 5" in text(screen)
    assert "Un message est arrivé" in status(screen)


def test_every_field_has_its_help_tied_to_it():
    for state, number in (("create", 4), ("create, proofs", 2)):
        screen = reach(state)
        controls = [c for c in soup(screen).find_all("input") if c.get("aria-details")]
        assert len(controls) == number
        for control in controls:
            help_ = soup(screen).find(id=control["aria-details"])
            assert help_.name == "details"
            assert help_.find("p").get_text(strip=True)


def test_nothing_typed_is_explained_at_each_field_and_in_the_summary():
    assert len(errors(reach("create, nothing typed"))) == 4
    assert len(errors(reach("create, proofs, nothing typed"))) == 2
    assert errors(reach("create, contact, nothing typed")) == ["Tapez votre adresse e-mail. Elle est sur la fiche."]
    assert len(errors(reach("create, code, nothing typed"))) == 3


def test_a_wrong_answer_is_not_named():
    texts = {
        tuple(errors(play("jean", ("recognise", {**JEAN, **wrong}))))
        for wrong in ({"last_name": "Autre"}, {"birth_date": "18/06/1960"}, {"postcode": "31000"})
    }
    [[message]] = texts
    assert "quatre réponses" in message
    assert "Comparez-les" in message


@pytest.mark.parametrize(
    ("state", "words", "ways"),
    [
        ("create, has an account", "Un compte existe déjà", {"login", "forgotten_code"}),
        ("create, a child recognised", "à partir de 18 ans", {"login", "create_account"}),
        ("create, stopped", "Rien n'est perdu", {"create_proof", "france_connect", "login"}),
    ],
)
def test_where_no_account_can_be_created_the_page_says_what_to_do(state, words, ways):
    screen = reach(state)
    assert words in text(screen)
    actions = [b["data-action"] for b in soup(screen).find(id=f"{screen.key}-actions").find_all("button")]
    found = set()
    for action in actions:
        other = reach(state)
        other.do(action)
        found.add(other.page.name)
    assert found == ways


def test_the_card_of_a_child_is_her_own_here():
    assert "2 06 05 31 000 077" in text(reach("create, a child"))
    assert "2 82 02 95 000 199" in text(reach("sign in, a dependant"))


def test_a_provisional_number_is_explained():
    [message] = errors(reach("create, provisional number"))
    assert "provisoire" in message
    assert "Attendez votre numéro définitif" in message


def test_a_provisional_number_stops_france_connect_too():
    screen = Screen("create_account", persona="elena")
    screen.world.identified = SITE.personas["elena"]
    screen.resume({screen._place_name: {"page": "create_contact"}})
    screen.do("contact", email="elena.costa@courriel.example")
    assert "encore provisoire" in text(screen)


@pytest.mark.parametrize("number", ["1 60 06 31 555 254", "8 90 10 99 123 417"])
def test_a_number_that_could_be_real_is_erased(number):
    screen = play("jean", ("recognise", {**JEAN, "number": number}))
    assert "vrai numéro" in errors(screen)[0]
    assert number not in screen.html + json.dumps(screen.snapshot())


def test_wrong_papers_are_named_and_the_tries_are_counted():
    screen = reach("create, wrong Vitale")
    assert errors(screen)[0] == "Il vous reste 2 essais. Prenez votre temps."
    assert "carte Vitale" in errors(screen)[1]
    assert field(screen, "Les 7 derniers signes").value == "250254L"
    assert not field(screen, "Les 7 derniers signes").invalid


def test_digits_that_are_not_the_cards_are_never_kept():
    screen = reach("create, wrong Vitale")
    assert "4172609" not in json.dumps(screen.snapshot())
    assert "250254L" in json.dumps(screen.snapshot())


def test_too_many_digits_are_erased():
    screen = reach("create, proofs, too many digits")
    assert "seulement les 7 derniers" in errors(screen)[0]
    assert field(screen, "Les 7 derniers chiffres").value == ""


@pytest.mark.parametrize(
    ("typed", "message"),
    [("417", "Il faut 7 chiffres. Vous en avez tapé 3."), ("417260L", "seulement des chiffres")],
)
def test_each_mistake_in_the_digits_has_its_words(typed, message):
    screen = play("jean", ("recognise", JEAN), ("prove", {**JEANS_PROOFS, "vitale_end": typed}))
    assert message in errors(screen)[0]


@pytest.mark.parametrize("account", ["250254l", " 250 254 L "])
def test_spaces_and_small_letters_do_not_matter(account):
    screen = play("jean", ("recognise", JEAN), ("prove", {**JEANS_PROOFS, "account_end": account}))
    assert screen.page.name == "create_contact"


def test_an_unknown_rib_says_what_to_do_and_opens_the_help():
    screen = reach("create, RIB unknown")
    assert "La caisse ne connaît pas ce RIB" in errors(screen)[1]
    ways = soup(screen).find(id=f"{screen.key}-unknown")
    assert ways.has_attr("open")
    assert "FranceConnect" in ways.get_text()
    screen.do("france_connect")
    assert screen.page.name == "france_connect"
    assert screen.world.france_connect.creating


def test_the_drawings_show_the_numbers_that_the_page_asks_for():
    for persona, answers in (("jean", JEAN), ("rose", ROSE), ("bernard", BERNARD)):
        page = soup(play(persona, ("recognise", answers)))
        drawing = page.find("figure", class_="vitale").get_text()
        person = SITE.personas[persona]
        assert person.vitale_number[-7:] in drawing
        assert page.find("mark").get_text() == person.account_number[-7:]
        assert ("dos" in drawing) == (persona == "rose")


def test_an_address_of_another_account_is_refused_as_the_site_does():
    screen = reach("create, address taken")
    [message] = errors(screen)
    assert "1 adresse e-mail = 1 compte" in message
    screen.do("contact", email="rose.dubois@courriel.example")
    assert screen.page.name == "create_code"


def test_an_address_and_a_phone_that_could_be_real_are_erased():
    screen = reach("create, real address")
    assert [("pourrait être vrai" in message) for message in errors(screen)] == [True, True]
    assert "vrai-courriel" not in screen.html + json.dumps(screen.snapshot())
    assert "34 56" not in screen.html + json.dumps(screen.snapshot())


@pytest.mark.parametrize(
    ("typed", "message"),
    [
        ("jean.neaje", "Il manque le signe @"),
        ("jean neaje@courriel.example", "signe par signe"),
        ("@.example", "signe par signe"),
        ("jean@@courriel.example", "signe par signe"),
        ("jean@courriel.exemple", "pourrait être vraie"),
    ],
)
def test_each_mistake_in_an_address_has_its_words(typed, message):
    screen = reach("create, contact")
    screen.do("contact", email=typed)
    assert message in errors(screen)[0]


@pytest.mark.parametrize("phone", ["", "0639980108", "06.39.98.01.08"])
def test_the_phone_may_stay_empty(phone):
    screen = reach("create, contact")
    screen.do("contact", **{**JEANS_CONTACT, "phone": phone})
    assert screen.page.name == "create_code"


def test_the_code_follows_the_same_rules_as_a_new_one_and_the_conditions_are_asked():
    screen = reach("create, code")
    screen.do("choose_code", code="ruisseau", again="ruisseau")
    assert "au moins une lettre majuscule" in errors(screen)[0]
    assert errors(screen)[1] == "Lisez les conditions, puis cochez la case."
    screen.do("choose_code", **{**JEANS_CODE, "again": "Ruisseau-61"})
    assert errors(screen) == ["Les deux codes ne sont pas pareils. Tapez deux fois le même code."]


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
    screen.resume({screen._place_name: {"page": "create_contact"}})
    assert "Étape 2 sur 4" in text(screen)
    assert "Votre caisse vous a reconnu, Jean NEAJE." in text(screen)
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
    screen.resume({screen._place_name: {"page": page}})
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
