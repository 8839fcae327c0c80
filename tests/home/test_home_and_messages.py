"""The home page of the account, its messages, its information, as a learner reads them."""

import json
import re

import pytest

from atelier_ameli import Screen
from atelier_ameli.messages.messages import LONGEST_TEXT, MOST_SENT
from atelier_ameli.pages import PAGES
from tests.journeys import reach
from tests.journeys.home import QUESTION, STATES
from tests.support import SITE
from tests.support.pages import errors, part, soup, status, text

HOLDERS = ["jessica", "ange", "marcel", "fatou", "karim", "monique", "yvette", "nadia", "luc", "lea", "gerard", "hugo"]


def panel(screen, name):
    return soup(screen).find(id=f"{screen.key}-{name}").get_text(" ", strip=True)


def test_the_home_page_greets_and_shows_what_the_site_shows():
    screen = reach("signed in")
    said = text(screen)
    assert "Bonjour Jessica PETIT. Vous êtes connectée." in said
    for title in ("Mes derniers paiements", "Mes démarches en 2 clics", "Mon agenda", "Mon espace prévention"):
        assert title in said
    for words in (
        "Attestation de droits",
        "Attestation de paiement d'indemnités journalières",
        "Carte européenne d'assurance maladie (CEAM)",
        "Consulter les délais de traitement de ma CPAM",
    ):
        assert words in said
    assert screen.focus.endswith("-title")


def test_the_last_payments_are_those_of_the_seed():
    assert "21 février 2019 Paiement à un tiers 2,28\u00a0€" in panel(reach("home, in 2019"), "last-payments")
    assert "19 février 2019 Remboursement de soins 21,00\u00a0€" in panel(reach("home, in 2019"), "last-payments")


def test_payments_to_send_are_one_notification_and_no_payment_to_send_is_none():
    assert "1 notification" in text(reach("home, in 2019"))
    assert "organisme complémentaire" in text(reach("home, in 2019"))
    assert "0 notification" in text(reach("home, nothing to send"))


def test_an_email_that_is_not_validated_is_a_notification():
    assert "adresse e-mail n'est pas validée" in text(Screen("account_home", persona="marcel"))


def test_the_agenda_shows_appointments_to_come_only():
    assert "Jeudi 11 mars 2021, de 14\u00a0h à 14\u00a0h\u00a015" in panel(reach("signed in"), "agenda")
    assert "Aucun rendez-vous" in panel(reach("home, nothing to send"), "agenda")


@pytest.mark.parametrize("state", ["signed in", *STATES])
def test_no_button_of_the_account_is_dead(state):
    screen = reach(state)
    names = {b["value"] for b in soup(screen).find_all("button", attrs={"data-action": "open"})}
    assert names <= set(PAGES)
    for name in names:
        screen = reach(state)
        screen.do("open", page=name)
        assert screen.page.name == name
        assert screen.focus.endswith("-title")


@pytest.mark.parametrize("state", ["home, in 2019", "information"])
def test_every_button_that_begins_a_request_begins_one(state):
    screen = reach(state)
    names = {b["value"] for b in soup(screen).find_all("button", attrs={"data-action": "begin"})}
    assert names
    assert names <= set(SITE.requests)


@pytest.mark.parametrize("persona", [*HOLDERS, "zoe", "ines"])
def test_an_exercise_can_start_behind_the_door(persona):
    screen = Screen("account_home", persona=persona)
    holder = SITE.personas[persona].holder or persona
    assert SITE.personas[holder].full_name in text(screen)
    screen.do("sign_out")
    assert "J'accède à mon compte ameli" in text(screen)
    screen.do("start_again")
    assert screen.page.name == "account_home"


def test_a_person_without_an_account_cannot_start_behind_the_door():
    with pytest.raises(ValueError, match="jean"):
        Screen("account_home", persona="jean")


def test_an_exercise_behind_the_door_opens_whatever_the_chapter_before_left():
    for state in ("sign in", "signed out", "sign in, locked"):
        screen = Screen("account_home", persona="jessica")
        screen.resume(json.loads(json.dumps(reach(state).snapshot())))
        assert "Bonjour Jessica PETIT" in text(screen)
    screen.resume({screen.activity.place_name: {"page": "message_sent"}})
    assert "Bonjour Jessica PETIT" in text(screen)


def test_processing_times_are_dates_counted_from_the_day_of_the_exercise():
    said = text(reach("processing times"))
    assert "Carte Vitale 22 mars 2021 (21 jours)" in said
    assert "inventés pour l'exercice" in said


def test_every_holder_finds_her_information_and_no_iban_is_shown_whole():
    for persona in HOLDERS:
        screen = Screen("account_home", persona=persona)
        screen.do("open", page="my_information")
        known = SITE.information[persona]
        assert known.address in text(screen)
        assert known.iban_end in text(screen)
        assert known.iban[4:-4] not in re.sub(r"\s", "", screen.html)
        assert known.iban not in json.dumps(screen.snapshot())


def test_information_names_the_people_covered_and_what_is_missing():
    assert "Zoé PETIT Née le 20 mai 2006 Ayant droit\u00a0: rattachée à votre compte." in text(reach("information"))
    assert "Aucun médecin traitant déclaré" in text(reach("information, no primary doctor"))


def test_the_doctor_agrees_with_the_refunds():
    for persona in HOLDERS:
        assert bool(SITE.information[persona].doctor) == SITE.personas[persona].history.primary_doctor


def test_a_message_is_unread_until_it_is_opened():
    screen = reach("messages")
    assert "Votre rendez-vous du 11 mars 24 février 2021, non lu" in text(screen)
    screen.do("read", letter="jessica-rendez-vous")
    assert "Apportez une pièce d'identité" in text(screen)
    assert screen.focus.endswith("-letter")
    screen.do("list", list="received")
    assert "non lu" not in text(screen)
    screen.do("open", page="account_home")
    assert "0 Aucun message" in text(screen)


def test_a_message_of_somebody_else_cannot_be_opened():
    screen = reach("messages")
    screen.do("read", letter="karim-arret")
    assert "arrêt de travail" not in text(screen)


def test_a_message_sent_gets_a_receipt_and_stands_in_the_sent_ones():
    screen = reach("message sent")
    assert "Votre message est envoyé" in text(screen)
    assert "Numéro de référence\u00a0: EX-20210301-01" in text(screen)
    said = text(reach("messages, sent, one open"))
    assert "Ma carte Vitale ne marche plus." in said
    assert "Document joint\u00a0: Justificatif de domicile" in said


def test_an_empty_message_is_explained_at_each_field_and_in_the_summary():
    screen = reach("write a message, nothing typed")
    assert errors(screen) == ["Choisissez un sujet dans la liste.", "Écrivez votre message. Une phrase suffit."]
    for name in ("subject", "text"):
        control = soup(screen).find(id=f"{screen.key}-{name}")
        assert control["aria-invalid"] == "true"
        assert f"{control['id']}-error" in control["aria-describedby"]


def test_a_message_too_long_keeps_its_beginning_and_can_then_be_sent():
    screen = reach("write a message, too long")
    [message] = errors(screen)
    assert "trop long" in message
    kept = soup(screen).find("textarea").get_text()
    assert len(kept) == LONGEST_TEXT
    assert "Il vous reste 0 caractère." in text(screen)
    screen.do("send_message", **{**QUESTION, "text": kept})
    assert "Votre message est envoyé" in text(screen)


def test_a_real_number_is_taken_out_of_a_message_and_the_rest_stays():
    screen = reach("write a message, real number")
    assert "vrai numéro" in errors(screen)[0]
    assert soup(screen).find("textarea").get_text() == "Mon numéro est le (numéro effacé). Merci."
    assert "046" not in screen.html
    assert "046" not in json.dumps(screen.snapshot())


def test_a_draft_is_kept_in_the_browser_but_for_a_real_number():
    before = reach("write a message, half typed")
    after = Screen("login", persona="jessica")
    after.resume(json.loads(json.dumps(before.snapshot())))
    assert soup(after).find("textarea").get_text() == "Bonjour,"
    assert errors(after) == []
    before.do("keep_draft", text="2 82 02 95 046 199")
    assert "046" not in json.dumps(before.snapshot())


def test_typing_keeps_the_errors_in_sight_and_counts_what_is_left():
    screen = reach("write a message, nothing typed")
    screen.do("keep_draft", text="a" * 990)
    assert len(errors(screen)) == 2
    assert "Il vous reste 10 caractères." in text(screen)
    screen.do("keep_draft", text="a" * 1003)
    assert "Il y a 3 caractères de trop." in text(screen)
    assert status(screen) == ""


def test_messages_sent_are_there_after_a_reload():
    before = reach("message sent")
    after = Screen("login", persona="jessica")
    after.resume(json.loads(json.dumps(before.snapshot())))
    assert "EX-20210301-01" in text(after)


@pytest.mark.parametrize(
    "damage",
    [
        {"read": ["x" * 500], "sent": []},
        {"read": [], "sent": [{"number": 2}]},
        {"read": [], "sent": "beaucoup"},
        {"read": ["x"] * 500, "sent": []},
    ],
)
def test_damaged_messages_are_set_aside_with_a_word(damage):
    kept = json.loads(json.dumps(reach("message sent").world.keep()))
    kept["correspondence"] = damage
    screen = Screen("login", persona="jessica")
    screen.resume({screen.activity.world_name: kept})
    assert "Vous repartez du début" in text(screen)


def test_after_many_messages_the_form_says_how_to_go_on():
    screen = reach("signed in")
    for _ in range(MOST_SENT + 1):
        screen.do("open", page="messages")
        screen.do("write")
        screen.do("send_message", **QUESTION)
    assert "recommencez depuis le début" in errors(screen)[0]
    assert "Ma carte Vitale ne marche plus." in screen.html


def test_the_last_connection_is_before_the_exercise_and_a_new_account_has_none():
    assert "Dernière connexion le 24 février 2021 à 8\u00a0h\u00a038" in text(reach("signed in"))
    assert "Première connexion" in text(reach("new account, payments"))


def test_the_phone_number_of_the_account_stands_at_its_top():
    screen = reach("signed in")
    assert screen.world.signed_in.phone in panel(screen, "account-who")


@pytest.mark.parametrize("told", ["Mon code est 48151623.", "code : 48151623\nmerci", "« soleil-31 »", "(48151623)"])
def test_a_secret_code_in_a_message_is_refused_kindly_and_erased(told):
    screen = Screen("write_message", persona="jessica")
    screen.do("keep_draft", subject="Mes remboursements", text=told)
    assert not re.search(r"48151623|(?i:soleil)", json.dumps(screen.snapshot()))
    screen.do("send_message", subject=screen.page.form.subject.choices[0], text=told)
    assert ["Un code ne se donne à personne" in word for word in errors(screen)] == [True]
    assert "(code effacé)" in screen.html
    assert not re.search("48151623|soleil-31", part(screen, "site").get_text())


def test_a_provisional_code_that_was_sent_is_a_secret_too():
    screen = reach("message open")
    code = screen.world.words()["sent_code"]
    assert code
    assert code in screen.world.secret_codes
