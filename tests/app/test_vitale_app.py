"""The « appli carte Vitale » of 2026: activated step by step, with a secret code that is not the password."""

import json

import pytest

from atelier_ameli import Screen
from practice.mail.inbox import Folder
from tests.journeys import reach
from tests.support.pages import again, errors, text

PASSWORD = "2026, card app, password as secret"


def plain(screen):
    return text(screen).replace("\u00a0", " ")


def secret(screen, typed, second=None):
    screen.do("choose_secret", secret=typed, again=typed if second is None else second)
    return errors(screen)[0]


def test_in_2021_no_such_application_is_on_the_phone():
    screen = Screen("phone_home", persona="jessica")
    screen.do("switch")
    assert "Appli carte Vitale" not in text(screen)
    screen.do("vitale_app")
    assert screen.page.name == "phone_home"


def test_it_is_not_the_password_and_neither_short_nor_easy_and_typed_twice():
    screen = reach(PASSWORD)
    assert "C'est le mot de passe du compte ameli." in errors(screen)[0]
    assert "Il faut six chiffres" in secret(screen, "12")
    for easy in ("123456", "777777", "110287"):
        assert "trop facile à deviner" in secret(screen, easy)
    assert "ne sont pas pareils" in secret(screen, "427190", "427191")
    assert screen.world.vitale_app.step == "secret"


def test_nothing_of_the_secret_code_is_drawn_or_kept():
    screen = reach(PASSWORD)
    screen.do("choose_secret", secret="427190", again="427191")
    assert "427190" not in screen.html
    screen.do("choose_secret", secret="427190", again="427190")
    assert "427190" not in screen.html
    assert "427190" not in json.dumps(screen.snapshot())


@pytest.mark.parametrize(("name", "told"), [("too dark", "trop sombre"), ("face out of frame", "sort du cadre")])
def test_a_film_that_nobody_could_use_is_refused_with_what_to_do(name, told):
    screen = reach(f"2026, card app, {name}")
    step = screen.world.vitale_app.step
    assert told in plain(screen)
    assert screen.world.vitale_app.step is step
    screen.do("hold")
    screen.do("film")
    assert screen.world.vitale_app.step is not step


def test_two_days_later_an_e_mail_comes_and_one_finishes_in_the_application():
    screen = reach("2026, card app, check")
    before = screen.world.today
    assert "48 heures environ" in plain(screen)
    screen.do("finish")
    assert screen.world.vitale_app.step == "check"
    screen.do("wait")
    assert (screen.world.today - before).days == 2
    assert [m.kind for m in screen.world.messages if m.folder is Folder.INBOX][-1] == "vitale_app_checked"
    screen.do("finish")
    assert "Dessin de la carte Vitale de Jessica." in screen.html


def test_only_the_last_code_works_and_another_persons_number_is_refused():
    screen = reach("2026, card app, code sent again")
    first, last = (screen.world.code_in(message) for message in screen.world.messages)
    screen.do("enter_code", code=first)
    assert "dernier message" in errors(screen)[0]
    screen.do("enter_code", code=last)
    assert screen.world.vitale_app.step == "papers"
    other = reach("2026, card app, nothing typed")
    other.do("give_number", number="1 78 07 2A 000 042")
    assert other.world.vitale_app.step == "number"


def test_the_qr_code_is_invented_and_the_card_is_there_again_after_a_reload():
    screen = reach("2026, card app, card")
    assert "aucun appareil ne peut le lire" in screen.html
    assert "La carte Vitale est dans le téléphone." in plain(again(screen))
