"""The carte Vitale: ordered and followed to the letterbox; lost, stolen or out of order, with what follows."""

import json

import pytest

from atelier_ameli import Screen
from tests.journeys import reach
from tests.journeys.vitale import FAILING, LOST, ORDERED, STOLEN
from tests.support import SITE
from tests.support.pages import again, errors, found, soup, text


def plain(node):
    return " ".join(node.get_text(" ").replace("\u00a0", " ").split())


def cards(screen):
    """Return what « Mes informations » says of the cards."""
    screen.do("open", page="my_information")
    return plain(soup(screen).find(id=f"{screen.key}-vitale"))


def offered(screen):
    """Return the requests that « Mes informations » offers for a card."""
    screen.do("open", page="my_information")
    panel = soup(screen).find(id=f"{screen.key}-vitale")
    return [button["value"] for button in panel.find_all("button", attrs={"data-action": "begin"})]


def closed(screen):
    """Return why a request cannot be begun."""
    note = soup(screen).find(id=f"{screen.key}-closed")
    return note and plain(note)


def state(screen):
    return soup(screen).find(class_="followed-state").strong.get_text()


def after(days, *actions, persona):
    screen = Screen("requests", persona=persona)
    for action, answers in actions:
        screen.do(action, **answers)
    screen.do("open", page="follow_up")
    for _ in range(days // 7):
        screen.do("wait", days="7")
    for _ in range(days % 7 // 2):
        screen.do("wait", days="2")
    return screen


@pytest.mark.parametrize(
    ("words", "request_id"),
    [
        ("commander ma carte vitale", "vitale_order"),
        ("première carte pour mon enfant", "vitale_order"),
        ("j'ai perdu ma carte", "vitale_problem"),
        ("carte volée", "vitale_problem"),
        ("ma carte ne marche plus", "vitale_problem"),
        ("carte cassée", "vitale_problem"),
    ],
)
def test_the_requests_are_found_in_the_learners_own_words(words, request_id):
    assert found(words)[0] == request_id


def test_a_card_is_ordered_from_the_catalogue_to_the_letterbox():
    screen = Screen("requests", persona="jessica")
    assert "Zoé PETIT Pas encore de carte." in cards(screen)
    for action, answers in ORDERED:
        screen.do(action, **answers)
    assert screen.page.name == "request_sent"
    assert "Zoé PETIT Commandée. Elle arrive vers le 22 mars 2021." in cards(screen)
    screen.do("open", page="follow_up")
    seen = [state(screen)]
    for days in ("2", "7", "7", "7"):
        screen.do("wait", days=days)
        seen.append(state(screen))
    assert seen == ["Demande reçue", "Photo vérifiée", "Carte en fabrication", "Carte envoyée", "Carte en service"]
    assert "Zoé PETIT En service." in cards(screen)


def test_the_caisse_writes_when_the_order_comes_in_leaves_and_arrives():
    screen = after(21, *ORDERED, persona="jessica")
    screen.do("open", page="messages")
    for subject in ("Votre demande de carte Vitale", "La carte Vitale est envoyée", "La carte Vitale est en service"):
        assert subject in text(screen)


def test_the_recap_shows_the_card_that_will_be_made_and_where_it_goes():
    screen = reach("vitale order, recap")
    preview = soup(screen).find(id=f"{screen.key}-preview")
    assert "ZOÉ PETIT" in preview.get_text()
    assert "Dessin de la carte Vitale de Zoé" in preview.find("svg")["aria-label"]
    assert "12 rue de l'Exemple, 31000 Toulouse" in plain(preview)
    assert "La photo pour la carte photo-identite.jpg" in plain(soup(screen))


def test_who_is_too_young_for_a_card_is_not_offered_one():
    screen = Screen("requests", persona="hugo")
    assert "Tom MARCHAND Pas de carte à son nom. C'est possible dès 12 ans." in cards(screen)
    screen.do("begin", request="vitale_order")
    assert "déjà en service" in closed(screen)


def test_who_has_a_card_that_works_is_told_what_to_do_instead():
    assert "Signaler la perte" in errors(reach("vitale order, for her who has one"))[0]
    assert "Signaler la perte" in closed(reach("vitale order, no need"))
    assert offered(Screen("requests", persona="ange")) == ["vitale_problem"]
    assert offered(Screen("requests", persona="fatou")) == ["vitale_order"]


def test_who_is_alone_on_the_account_is_not_asked_for_whom():
    screen = reach("vitale order, for herself")
    assert "Étape 1 sur 3" in text(screen)
    assert "La photo pour la carte" in text(screen)


def test_an_order_cannot_be_sent_twice():
    screen = reach("vitale order, a second one")
    assert "Vous avez déjà envoyé cette demande." in text(screen)
    screen.do("start")
    screen.do("send")
    assert len(screen.world.requests.sent) == 1


def test_once_it_is_there_the_card_can_be_lost_and_not_ordered_again():
    screen = after(21, *ORDERED, persona="jessica")
    screen.do("begin", request="vitale_order")
    assert "Zoé PETIT : cette carte Vitale est déjà en service." in closed(screen)
    for action, answers in (
        ("begin", {"request": "vitale_problem"}),
        ("start", {}),
        ("next", {"who": "zoe", "reason": "lost"}),
        ("next", {"lost_on": "20/03/2021"}),
        ("send", {}),
    ):
        screen.do(action, **answers)
    assert "Jessica PETIT En service." in cards(screen)
    assert "Zoé PETIT Bloquée." in cards(screen)


@pytest.mark.parametrize(("actions", "persona"), [(LOST, "ange"), (STOLEN, "luc")])
def test_a_card_lost_or_stolen_is_blocked_at_once_and_a_new_one_comes_in_three_weeks(actions, persona):
    assert "Bloquée." in cards(after(0, *actions, persona=persona))
    assert "Bloquée." in cards(after(20, *actions, persona=persona))
    assert "En service." in cards(after(21, *actions, persona=persona))


def test_a_card_out_of_order_is_not_blocked_and_is_replaced():
    assert "En panne. Elle n'est pas bloquée." in cards(after(0, *FAILING, persona="marcel"))
    assert "En service." in cards(after(21, *FAILING, persona="marcel"))


def test_each_reason_has_its_own_words():
    assert "bloquée dès l'envoi" in plain(soup(reach("vitale problem, lost")))
    assert "pas bloquée" in plain(soup(reach("vitale problem, failure")))
    assert "police ou à la gendarmerie : c'est conseillé" in plain(soup(reach("vitale problem, stolen, recap")))
    assert "police" not in text(reach("vitale problem, lost, sent"))
    assert "Personne ne peut plus l'utiliser" in text(reach("vitale problem, stolen, sent"))
    assert "Elle n'est pas bloquée" in text(reach("vitale problem, failure, sent"))


def test_no_police_declaration_is_asked_for_before_sending():
    screen = reach("vitale problem, stolen")
    screen.do("next", stolen_on="27/02/2021", police="no")
    assert screen.page.filling.at_recap


def test_a_card_that_is_not_read_is_first_tried_in_a_pharmacy():
    screen = reach("vitale problem, failure, not tried")
    assert "Essayez d'abord la carte dans une pharmacie" in errors(screen)[0]
    screen.do("next", fault="damaged", tried="no")
    assert screen.page.filling.at_recap, "a broken card needs no trying"


def test_a_day_to_come_is_refused():
    assert "pas encore arrivée" in errors(reach("vitale problem, lost tomorrow"))[0]


@pytest.mark.parametrize("name", ["lost", "stolen", "failure"])
def test_meanwhile_the_certificate_is_one_button_away(name):
    screen = reach(f"vitale problem, {name}, sent")
    button = soup(screen).find(id=f"{screen.key}-certificate")
    screen.do(button["data-action"], **{button["name"]: button["value"]})
    assert screen.page.name == "documents"
    assert "Attestation de droits" in text(screen)


def test_while_a_new_card_is_on_its_way_neither_request_can_be_begun_again():
    for one in ("vitale problem, told twice", "vitale order, one on its way"):
        screen = reach(one)
        assert "déjà en route" in closed(screen)
        screen.do("start")
        screen.do("send")
        assert len(screen.world.requests.sent) == 1
        screen.do("open", page="follow_up")
        assert state(screen) == "Carte bloquée"


def test_no_card_is_lost_before_it_is_there():
    assert "pas encore de carte Vitale" in closed(reach("vitale problem, no card"))
    assert "pas encore de carte Vitale" in errors(reach("vitale problem, of her who has none"))[0]
    screen = reach("vitale order, sent")
    screen.do("begin", request="vitale_problem")
    screen.do("start")
    screen.do("next", who="zoe", reason="lost")
    assert "n'est pas encore arrivée" in errors(screen)[0]


def test_all_is_there_again_after_a_reload():
    for name, said in (("vitale problem, lost, sent", "Bloquée."), ("vitale order, under way", "Commandée.")):
        assert said in cards(again(reach(name)))


@pytest.mark.parametrize(
    "answers", [{}, {"reason": "lost"}, {"reason": "melted"}, {"reason": ["lost"]}, {"who": "zoe"}]
)
def test_a_snapshot_with_a_request_that_could_not_be_sent_is_set_aside(answers):
    screen = reach("vitale problem, lost, sent")
    kept = json.loads(json.dumps(screen.snapshot()))
    kept[screen.activity.world_name]["requests"]["sent"][0]["answers"] = answers
    after_reload = Screen("requests", persona="ange")
    after_reload.resume(kept)
    assert after_reload.world.requests.sent == ()
    assert "Vous repartez du début" in text(after_reload)


def test_what_one_card_says_costs_no_more_when_many_requests_were_sent():
    screen = Screen("requests", persona="ange")
    for _ in range(8):
        for action, answers in (*LOST, ("open", {"page": "follow_up"}), ("wait", {"days": "30"})):
            screen.do(action, **answers)
    assert len(screen.world.requests.sent) == 8
    assert "En service." in cards(screen)


def test_the_questions_of_the_chapters_are_answered_by_the_screens():
    answers = {name: question.answers[0] for name, question in SITE.questions.items()}
    assert SITE.requests[found("Espagne")[0]].title == answers["demarche_espagne"]
    assert state(reach("follow-up, days gone by")) == answers["demarche_adresse"]
    assert "trop lourd" in answers["vitale_photo"]
    assert "« photo-vacances.jpg » est trop lourd" in plain(soup(reach("documents to pick, too large")))
    certificate = answers["vitale_en_attendant"].removeprefix("Son ")
    assert f"Montrez l'{certificate}" in plain(soup(reach("vitale problem, lost, sent")))
