"""« Mes démarches »: find a request, fill it in, send it, follow it. The change of address stands for all of them."""

import json
from datetime import timedelta

import pytest

from atelier_ameli import Screen
from practice.session import Context
from practice.world import LONGEST_EXERCISE
from tests.journeys import reach
from tests.journeys.requests import NEW_ADDRESS
from tests.support import SITE, edition
from tests.support.pages import again, errors, field, found, soup, status, text

THIRTEENTH = """
id = "hearing_aid"
title = "Demander une aide auditive"
group = "Mes droits et mes soins"
summary = "Pour entendre mieux."
words = ["sourd", "oreille"]
prepare = ["L'ordonnance."]
minutes = 3
channel = "both"
origin = "valeur de l'exercice"

[[steps]]
id = "ear"
title = "L'oreille"

[[steps.fields]]
name = "ear"
kind = "one_of"
label = "Quelle oreille ?"
empty = "Choisissez une oreille."
options = [{ name = "left", label = "La gauche" }, { name = "right", label = "La droite" }]

[[steps.fields]]
name = "since"
kind = "date"
not_before = "today - 1 years"
not_after = "today + 1 years"
label = "Depuis quand ?"
empty = "Tapez une date."
when = { ear = ["left"] }

[[milestones]]
title = "Demande reçue"
words = "Oreille : {ear}."

[[milestones]]
title = "Aide accordée"
words = "Allez la chercher."
after_days = 5
"""


@pytest.mark.parametrize("words", ["déménagement", "J'ai déménagé", "demenagment", "nouvelle adresse", "ADRESSE"])
def test_a_request_is_found_in_the_learners_own_words(words):
    assert found(words)[0] == "address"


def test_words_that_find_nothing_are_said_with_what_to_do():
    assert found("xyz") == []
    screen = reach("requests, nothing found")
    assert "Aucune démarche pour «\u00a0xyz\u00a0»" in text(screen)
    assert "Essayez un autre mot" in text(screen)


def test_every_request_says_how_long_it_takes_and_where_it_is_done():
    screen = reach("requests")
    for request in SITE.requests.values():
        entry = soup(screen).find(id=f"{screen.key}-request-{request.id}").get_text()
        assert f"{request.minutes} minutes" in entry
        assert "ordinateur" in entry or "téléphone" in entry


def test_the_steps_are_counted_aloud_and_to_the_eye():
    assert "Étape 1 sur 4" in text(reach("request, a step"))
    assert "Étape 3 sur 4" in text(reach("request, boxes"))
    recap = reach("request, recap")
    assert "Étape 4 sur 4" in text(recap)
    assert recap.focus == f"{recap.key}-step"


def test_an_empty_step_is_explained_at_each_field_and_in_the_summary():
    screen = reach("request, nothing typed")
    assert len(errors(screen)) == 3
    assert "sur la fiche" in field(screen, "Ville").error
    assert screen.focus == f"{screen.key}-errors"


def test_a_date_or_a_postcode_that_cannot_be_is_refused_and_stays_for_correction():
    screen = reach("request, a step")
    screen.do("next", **{**NEW_ADDRESS, "postcode": "315"})
    assert errors(screen) == ["Un code postal a cinq chiffres, comme 31000."]
    assert field(screen, "Code postal").value == "315"


def test_going_back_loses_nothing():
    screen = reach("request, boxes")
    screen.do("back", **{"who-zoe": "yes"})
    assert field(screen, "Depuis quand").value == "20/02/2021"
    screen.do("back", since="21/02/2021")
    assert field(screen, "Numéro et rue").value == NEW_ADDRESS["street"]
    screen.do("next", **NEW_ADDRESS)
    assert field(screen, "Depuis quand").value == "21/02/2021"
    screen.do("next", since="21/02/2021")
    assert "checked" in str(soup(screen).find("input", attrs={"name": "who-zoe"}))


def test_what_is_half_typed_survives_a_reload():
    screen = again(reach("request, half typed"))
    assert screen.page.filling.step.id == "where"
    assert field(screen, "Numéro et rue").value == "9 av"
    assert errors(screen) == []


def test_what_may_be_a_real_number_is_neither_drawn_nor_kept():
    screen = reach("request, a real number")
    assert "ressemble à un vrai numéro" in text(screen)
    assert "046 199" not in screen.html
    assert "046" not in json.dumps(screen.snapshot())


def test_a_request_kept_for_later_is_taken_up_where_it_was():
    screen = again(reach("request, kept for later"))
    assert "gardée ici" not in text(screen)
    assert "À finir" in text(screen)
    screen.do("begin", request="address")
    screen.do("start")
    screen.do("next", **NEW_ADDRESS)
    assert field(screen, "Depuis quand").value == "20/02"


def test_a_request_given_up_leaves_nothing():
    screen = reach("request, kept for later")
    screen.do("begin", request="address")
    screen.do("drop")
    assert "Rien n'a été envoyé" in text(screen)
    assert screen.world.requests.drafts == ()


def test_a_step_changed_from_the_recap_leads_back_to_the_recap():
    screen = reach("request, changed from the recap")
    screen.do("next", since="19/02/2021")
    assert "Vérifiez avant d'envoyer" in text(screen)
    assert "19/02/2021" in text(screen)


def test_a_request_cannot_be_sent_before_it_is_whole():
    screen = reach("request, sent too soon")
    assert screen.page.filling.step.id == "since"
    assert "Il manque encore une réponse" in text(screen)
    assert errors(screen)
    assert screen.world.requests.sent == ()


def test_the_receipt_has_a_number_and_a_pdf():
    screen = reach("request, receipt given")
    assert "DEM-20210301-01" in text(screen)
    assert screen.download.name.endswith(".pdf")


def test_the_same_request_is_not_sent_twice_while_the_first_is_under_way():
    screen = reach("request, sent twice")
    assert "Vous avez déjà envoyé cette demande" in text(screen)
    for action in ("start", "send"):
        screen.do(action)
    assert len(screen.world.requests.sent) == 1


def test_the_account_changes_once_the_days_have_gone_by():
    screen = reach("follow-up")
    screen.do("open", page="my_information")
    assert "12 rue de l'Exemple" in text(screen)
    screen.do("open", page="follow_up")
    screen.do("wait", days="2")
    assert "Adresse changée" in status(screen)
    screen.do("open", page="my_information")
    assert "9 avenue du Modèle" in text(screen)
    assert "31500" in text(screen)


def test_the_caisse_writes_when_a_request_moves():
    screen = reach("follow-up, days gone by")
    screen.do("open", page="messages")
    assert "Votre adresse est changée" in text(screen)
    screen.do("read", letter="DEM-20210301-01-2")
    assert "Vous n'avez plus rien à faire" in text(screen)


def test_time_stops_at_the_end_of_the_exercise():
    screen = reach("follow-up, the end of time")
    world = screen.world
    assert world.now - world.start == LONGEST_EXERCISE
    assert "ne va pas plus loin" in text(screen)
    assert world.now - again(screen).world.now < timedelta(minutes=1)


@pytest.mark.parametrize(
    "damage",
    [
        {
            "sent": [
                {"writer": "jessica", "number": 1, "request": "address", "at": "2021-03-01T10:01:00", "answers": {}}
            ]
        },
        {
            "sent": [
                {"writer": "jessica", "number": 1, "request": "nothing", "at": "2021-03-01T10:01:00", "answers": {}}
            ]
        },
        {"drafts": [{"writer": "personne", "request": "address", "step": "where", "answers": {}}]},
        {"drafts": [{"writer": "jessica", "request": "address", "step": "where", "answers": {"street": 7}}]},
        {"drafts": [{"writer": "jessica", "request": "address", "step": "where", "answers": {"street": "é" * 5000}}]},
        {"open": "nothing"},
        {"sent": "tout"},
    ],
)
def test_requests_that_no_exercise_could_have_sent_are_set_aside_with_a_word(damage):
    screen = reach("request, a step")
    kept = json.loads(json.dumps(screen.world.keep()))
    kept["now"] = "2021-03-01T10:30:00"
    kept["requests"] = damage
    after = Screen("requests", persona="jessica")
    after.resume({after.activity.world_name: kept})
    assert "Vous repartez du début" in text(after)


def test_a_thirteenth_request_takes_a_data_file_and_a_template(tmp_path):
    template = "{% macro ear() %}<p>Écoutez bien.</p>{% endmacro %}"
    site = edition(tmp_path, {"requests/hearing_aid.toml": THIRTEENTH, "requests/hearing_aid.html": template})
    screen = Screen("requests", persona="jessica", at=Context(site))
    screen.do("search", words="oreille")
    assert [request.id for request in screen.page.found] == ["hearing_aid"]
    screen.do("begin", request="hearing_aid")
    screen.do("start")
    assert "Écoutez bien." in text(screen)
    screen.do("keep", ear="left")
    assert "Une question est apparue" in status(screen)
    screen.do("next", ear="left", since="01/02/2021")
    screen.do("send")
    assert "Oreille : La gauche." in text(screen).replace("\u00a0", " ")
    screen.do("open", page="follow_up")
    screen.do("wait", days="7")
    assert "Aide accordée" in text(screen)
    assert "hearing_aid" in json.dumps(again(screen).snapshot())
