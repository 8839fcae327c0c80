"""Creating an account with the form, as a learner does it."""

import json
import re

import pytest

from atelier_ameli import Screen
from atelier_ameli.identity import iban
from practice.session import Context
from tests.journeys import reach
from tests.journeys.creation import (
    BERNARD,
    JEAN,
    JEANS_CODE,
    JEANS_CONTACT,
    JEANS_PROOFS,
    ROSE,
    TO_CODE,
    TO_DONE,
)
from tests.support import SITE
from tests.support.pages import errors, field, play, reloaded, soup, status, text


def test_an_account_is_created_from_the_sign_in_page_to_the_first_sign_in():
    screen = play("jean", ("create_account", {}), *TO_DONE, start="login")
    assert "Votre compte est créé" in text(screen)
    assert "Ruisseau-60" in text(screen), "the card shows the code for the first sign-in"
    screen.do("login")
    screen.do("sign_in", number=JEAN["number"], code="Ruisseau-60")
    assert "Bonjour Jean NEAJE" in text(screen)


def test_an_account_created_in_one_chapter_opens_in_the_next():
    creating = Screen("create_account", persona="jean", at=Context(SITE, chapter="04_creer_son_compte"))
    for action, answers in TO_DONE:
        creating.do(action, **answers)
    signing_in = reloaded(creating, start="login", chapter="06_se_connecter")
    assert "Ruisseau-60" in text(signing_in)
    signing_in.do("sign_in", number=JEAN["number"], code="Ruisseau-60")
    assert "Bonjour Jean NEAJE" in text(signing_in)


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
    screen.resume({screen.activity.place_name: {"page": "create_contact"}})
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
        ("jeаn.neaje@courriel.example", "signe par signe"),  # a Cyrillic letter
    ],
)
def test_each_mistake_in_an_address_has_its_words(typed, message):
    screen = reach("create, contact")
    screen.do("contact", email=typed)
    assert message in errors(screen)[0]


@pytest.mark.parametrize(
    "email",
    ["<jean.neaje@courriel.example>", "mailto:jean.neaje@courriel.example", "Jean.Neaje@courriel.example. "],
)
@pytest.mark.parametrize("phone", ["+33 6 39 98 12 34", "0033639981234", "+33 (0)6.39.98.12.34", "06/39/98/12/34"])
def test_an_address_and_a_phone_are_read_as_a_copy_or_a_phone_gives_them(email, phone):
    screen = reach("create, contact")
    screen.do("contact", email=email, phone=phone)
    assert errors(screen) == []
    assert (screen.world.creation.email, screen.world.creation.phone) == (
        "jean.neaje@courriel.example",
        "06 39 98 12 34",
    )


@pytest.mark.parametrize("phone", ["abc", "06 39 98 12 3", "06 39 98 12 34 56"])
def test_a_phone_that_is_too_short_or_too_long_is_told_so(phone):
    screen = reach("create, contact")
    screen.do("contact", **{**JEANS_CONTACT, "phone": phone})
    assert ["10 chiffres" in message for message in errors(screen)] == [True]


@pytest.mark.parametrize("phone", ["", "0639980108", "06.39.98.00.33"])
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


@pytest.mark.parametrize(
    "way", [str, str.lower, lambda iban: iban.replace(" ", ""), lambda iban: iban.replace(" ", "-")]
)
def test_a_whole_iban_in_the_place_of_its_end_has_its_own_word(way):
    screen = reach("create, proofs")
    screen.do("prove", vitale_end="077755", account_end=way(iban.grouped(screen.world.persona.iban)))
    assert [word for word in errors(screen) if word.startswith("C'est un IBAN entier")]
    assert screen.page.form.account_end.data == ""


@pytest.mark.parametrize(
    ("typed", "words"),
    [("17/06/2060", "pas encore arrivée"), ("17/06/1900", "trop ancienne"), ("17/06/1860", "Vérifiez l'année")],
)
def test_a_birth_date_is_neither_to_come_nor_of_another_century(typed, words):
    for start, action in (("create_account", "recognise"), ("forgotten_code", "ask_code")):
        screen = play("jean", (action, {**JEAN, "birth_date": typed}), start=start)
        assert screen.page.name == start
        assert [words in message for message in errors(screen)] == [True]


@pytest.mark.parametrize(("persona", "keyboard"), [("jessica", "numeric"), ("zoe", "numeric"), ("ange", "text")])
def test_the_keyboard_of_a_phone_has_letters_only_where_the_number_has_some(persona, keyboard):
    for start in ("create_account", "login", "forgotten_code"):
        screen = Screen(start, persona=persona)
        keyboards = {node["name"]: node["inputmode"] for node in soup(screen).find_all("input")}
        assert keyboards["number"] == keyboard
        assert keyboards.get("birth_date", "numeric") == "numeric"


def test_a_date_is_read_without_anything_between_its_digits():
    screen = play("jean", ("recognise", {**JEAN, "birth_date": "17061960"}))
    assert errors(screen) == []


def test_the_drawings_of_the_papers_say_the_digits_that_they_show():
    screen = play("jean", ("recognise", JEAN))
    jean = SITE.personas["jean"]
    pictures = " ".join(node["aria-label"] for node in soup(screen).select("svg[aria-label]"))
    wanted = SITE.edition.vitale_end_length
    assert " ".join(jean.vitale_number[-wanted:]) in pictures
    account = " ".join(jean.account_number[-SITE.edition.account_end_length :])
    assert account in soup(screen).find("figcaption").get_text()
