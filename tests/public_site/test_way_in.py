"""The way from the address bar to the sign-in of 2026: each question is asked once, no answer is a dead end."""

import pytest

from atelier_ameli import Screen
from tests.journeys import reach
from tests.support.pages import errors, text

WAY = (
    ("visit", {"address": "www.ameli.fr"}, "caisse_postcode"),
    ("caisse", {"postcode": "31770"}, "public_site"),
    ("sign_in_page", {}, "which_service"),
    ("account", {}, "cookies"),
    ("refuse_cookies", {}, "account_door"),
    ("sign_in_page", {}, "login"),
)


def walked() -> Screen:
    screen = Screen("browser", persona="luc", edition="2026")
    for action, answers, page in WAY:
        screen.do(action, **answers)
        assert screen.page.name == page
    return screen


def test_six_steps_lead_from_the_address_bar_to_the_sign_in():
    assert "Mon mot de passe (ou code provisoire)" in text(walked())


def test_what_was_answered_is_not_asked_again_and_the_browser_goes_back_along_the_way():
    screen = walked()
    screen.do("previous")
    assert screen.page.name == "account_door"
    screen.do("visit", address="assure.ameli.fr")
    assert screen.page.name == "account_door"
    screen.do("visit", address="ameli.fr")
    assert screen.page.name == "public_site"
    screen.do("sign_in_page")
    screen.do("account")
    assert screen.page.name == "account_door"


def test_the_address_of_the_account_asks_for_the_cookies_alone():
    screen = Screen("browser", persona="luc", edition="2026")
    screen.do("visit", address="assure.ameli.fr")
    assert screen.page.name == "cookies"
    assert "Vous pouvez refuser\xa0: le site marche aussi bien." in text(screen)


@pytest.mark.parametrize("answer", ["accepted", "refused"])
def test_both_answers_about_cookies_lead_on_and_refusing_is_said_to_be_fine(answer):
    screen = reach(f"2026, cookies {answer}")
    assert screen.page.name == "account_door"
    assert "le site marche pareil" in text(screen)
    screen.do("create_account")
    assert screen.page.name == "create_account"


@pytest.mark.parametrize(
    ("state", "message"),
    [
        ("2026, no postcode", "Tapez votre code postal. Il est sur la fiche."),
        ("2026, half a postcode", "Un code postal a cinq chiffres, comme 31000."),
    ],
)
def test_a_postcode_that_is_none_is_told(state, message):
    assert errors(reach(state)) == [message]


def test_the_other_service_is_said_to_be_another_one():
    screen = reach("2026, the other service")
    assert screen.page.name == "which_service"
    assert "un autre service, avec un autre mot de passe" in text(screen)


def test_in_2021_the_public_site_leads_straight_to_the_sign_in():
    screen = Screen("browser", persona="luc")
    screen.do("visit", address="www.ameli.fr")
    assert screen.page.name == "public_site"
    screen.do("sign_in_page")
    assert screen.page.name == "login"
    screen.do("previous")
    assert screen.page.name == "public_site"
