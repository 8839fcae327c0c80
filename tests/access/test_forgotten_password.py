"""« Mot de passe oublié ? »: a link for half an hour, a new password; without a mailbox, a provisional code."""

import json

import pytest

from atelier_ameli import Screen
from tests.journeys import filled, reach
from tests.journeys.access_today import NEW, WHO
from tests.support.pages import errors, status, text


def test_a_link_leads_to_a_new_password_which_lifts_a_lock_and_opens_the_account():
    screen = reach("2026, link in the message")
    assert screen.world.account.status == "locked"
    screen.do("follow_link")
    screen.do("choose_code", **filled(NEW, screen))
    assert screen.page.name == "reset_done"
    assert screen.world.account.status == "active"
    assert screen.world.messages[-1].kind == "code_changed"
    screen.do("login")
    screen.do("sign_in", number=screen.world.persona.nir, code=screen.world.persona.new_code)
    assert screen.page.name == "ask_one_time_code"


@pytest.mark.parametrize(
    ("state", "words"),
    [
        ("2026, link expired", "Il fallait l'ouvrir dans les 30 minutes. Demandez un autre lien."),
        ("2026, link replaced", "Un message plus récent l'a remplacé. Ouvrez le dernier message reçu"),
        ("2026, link used", "Il a déjà servi. Votre nouveau mot de passe est choisi"),
    ],
)
def test_a_link_that_does_not_work_says_why_and_what_to_do(state, words):
    screen = reach(state)
    assert words in text(screen)
    screen.do("ask_again")
    assert screen.page.name == "forgotten_password"


def test_the_answer_is_the_same_whether_the_account_exists_or_not():
    for who in ("monique", "jean"):
        screen = Screen("forgotten_password", persona=who, edition="2026")
        screen.do("ask_link", **filled(WHO, screen))
        assert screen.page.name == "reset_sent"
        assert status(screen) == ("Un message est arrivé." if who == "monique" else "")


def test_a_wrong_date_of_birth_sends_nothing():
    screen = Screen("forgotten_password", persona="monique", edition="2026")
    screen.do("ask_link", **filled(WHO, screen) | {"birth_date": "01/01/1950"})
    assert (screen.page.name, screen.world.messages) == ("reset_sent", [])


def test_after_three_requests_the_site_sends_no_more_and_the_caisse_can_still_be_called():
    screen = reach("2026, too many links")
    assert len(screen.world.messages) == 3
    assert "Appeler le" in text(screen)


def test_a_password_must_follow_the_rules_which_are_ticked_as_one_types():
    half = reach("2026, new password, half typed")
    assert "règles sur" in status(half)
    assert "Fait\xa0: entre 8 et 50 caractères" not in text(half)
    (told,) = errors(reach("2026, new password, rules not met"))
    assert told.startswith("Il manque à ce mot de passe\xa0: entre 8 et 50 caractères, au moins une lettre majuscule")


def test_without_a_mailbox_the_caisse_gives_a_provisional_code_by_text_message_or_by_post():
    posted = reach("2026, provisional code by post")
    assert "7 jours plus tard" in text(posted)
    assert posted.world.now.day == 9
    for screen in (posted, reach("2026, provisional code by text message")):
        screen.do("back")
        screen.do("sign_in", number=screen.world.persona.nir, code=screen.world.words()["sent_code"])
        assert screen.page.title == "Je choisis mon nouveau mot de passe"
        screen.do("choose_code", **filled(NEW, screen))
        assert screen.world.signed_in.id == "marcel"


def test_a_password_chosen_is_not_kept():
    screen = reach("2026, new password")
    screen.do("choose_code", code="Orage-4719", again="Orage-4719")
    assert "Orage-4719" not in json.dumps(screen.snapshot())
    screen.do("login")
    assert "celui que vous avez choisi" in text(screen)


def test_nobody_chooses_a_password_without_having_followed_a_link():
    screen = reach("2026, link sent")
    assert not screen.site.pages["reset_password"].reachable(screen.world)
    assert not reach("2026, password changed").world.reset.opened
