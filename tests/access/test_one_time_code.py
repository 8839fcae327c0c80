"""The code that serves once, after the password: received, wrong, too old, asked again; the device recognised."""

import json
import re

import pytest

from atelier_ameli import Screen
from atelier_ameli.access.second_step import one_time_code
from tests.journeys import filled, reach
from tests.journeys.access_today import TO_SECOND_STEP
from tests.support import SITE
from tests.support.pages import again, errors, field, soup, status, text

LABEL = "Code à 6 chiffres"


def code_in(screen: Screen) -> str:
    """Return the code of the message that is open."""
    return re.search(r"Votre code est\s*: (\d{6})", text(screen))[1]


def test_the_password_is_not_enough_and_the_code_of_the_message_opens_the_account():
    screen = reach("2026, second step")
    assert screen.world.signed_in is None
    screen.do("send_code")
    assert status(screen) == "Un message est arrivé."
    screen.do("open_message", message="0")
    screen.do("enter_code", code=code_in(screen))
    assert screen.page.name == "account_home"
    assert not screen.world.second_step.known


def test_in_2021_the_code_alone_opens_the_account():
    assert reach("signed in").page.name == "account_home"
    assert SITE.edition.one_time_code_minutes == 0


@pytest.mark.parametrize("typed", ["{code}", "{left} {right}", " {left}-{right} ", "{left}.{right}"])
def test_a_code_may_be_pasted_with_what_parts_its_groups(typed):
    screen = reach("2026, code in the message")
    code = code_in(screen)
    screen.do("enter_code", code=typed.format(code=code, left=code[:3], right=code[3:]))
    assert screen.page.name == "account_home"


@pytest.mark.parametrize(
    ("state", "message"),
    [
        ("2026, code, nothing typed", "Tapez le code du message reçu. Il n'a que des chiffres."),
        ("2026, code, letters", "Ce code n'a que des chiffres. Recopiez celui du message reçu."),
        ("2026, code too short", "Ce code a 6 chiffres. Vous en avez tapé 3."),
        ("2026, code wrong", "Ce n'est pas le bon code. Comparez-le avec le dernier message reçu."),
        (
            "2026, code expired",
            "Ce code ne marche plus\xa0: il servait pendant 15 minutes. Cliquez sur «\xa0Recevoir un autre code\xa0».",
        ),
    ],
)
def test_each_way_to_be_wrong_says_what_to_do_at_the_field_and_in_the_summary(state, message):
    screen = reach(state)
    assert errors(screen) == [message]
    assert message in field(screen, LABEL).error
    assert screen.focus.endswith("-errors")
    assert field(screen, LABEL).value == ""


def test_the_code_works_for_fifteen_minutes_and_not_one_more():
    screen = reach("2026, code in the message")
    screen.world.wait(minutes=14)
    screen.do("enter_code", code=code_in(screen))
    assert screen.page.name == "account_home"
    assert [m.id for m in reach("2026, code expired").page.told if m] == ["one_time_expired"]


def test_another_code_takes_the_place_of_the_one_before():
    screen = reach("2026, code in the message")
    first = code_in(screen)
    screen.do("send_code")
    screen.do("enter_code", code=first)
    assert "Un code plus récent l'a remplacé" in errors(screen)[0]
    screen.do("open_message", message="1")
    assert code_in(screen) != first
    screen.do("enter_code", code=code_in(screen))
    assert screen.page.name == "account_home"


def test_three_codes_wait_at_most_until_they_are_too_old():
    screen = reach("2026, enough codes")
    assert len(screen.world.messages) == 3
    assert "Un code vous attend déjà" in text(screen)
    screen.do("wait")
    screen.do("send_code")
    assert len(screen.world.messages) == 4


def test_a_device_that_is_recognised_asks_no_code_the_next_time():
    screen = reach("2026, signed in, own device recognised")
    assert "Cet appareil est reconnu" in text(screen)
    screen.do("sign_out")
    screen.do("sign_in", number=screen.world.persona.nir, code=screen.world.persona.code)
    assert screen.page.name == "account_home"


def test_on_a_friends_device_a_word_says_what_it_means_and_it_can_be_undone():
    screen = reach("2026, a friend's device recognised")
    assert "cet ordinateur est celui d'Yvette, une amie" in text(screen)
    screen.do("forget_device")
    assert screen.page.name == "account_home"
    screen.do("sign_out")
    screen.do("sign_in", number=screen.world.persona.nir, code=screen.world.persona.code)
    assert screen.page.name == "ask_one_time_code"


def test_a_message_in_the_spam_folder_and_a_code_that_does_not_come():
    spam = Screen("login", persona="yvette", edition="2026")
    spam.do("sign_in", number=spam.world.persona.nir, code=spam.world.persona.code)
    spam.do("send_code")
    assert spam.world.messages[0].folder == "spam"
    unvalidated = Screen("login", persona="marcel", edition="2026")
    unvalidated.do("sign_in", number=unvalidated.world.persona.nir, code=unvalidated.world.persona.code)
    unvalidated.do("send_code")
    assert unvalidated.world.messages == []
    assert "Vous n'ouvrez plus cette messagerie" in text(unvalidated)


def test_a_parent_opens_the_account_for_the_child_who_is_played():
    screen = Screen("login", persona="zoe", edition="2026")
    screen.do("sign_in", number=screen.world.owner.nir, code=screen.world.owner.code)
    screen.do("send_code")
    screen.do("open_message", message="0")
    screen.do("enter_code", code=code_in(screen))
    assert screen.world.signed_in.id == "jessica"


def test_one_field_for_a_screen_reader_that_a_phone_fills_in_by_itself_and_nothing_is_kept():
    screen = reach("2026, code in the message")
    (one,) = soup(screen).select("#" + f"{screen.key}-form input[type=text]")
    assert (one["autocomplete"], one["inputmode"]) == ("one-time-code", "numeric")
    code = code_in(screen)
    screen.do("enter_code", code=f"{code}0")
    assert code not in json.dumps(screen.snapshot())
    assert again(screen).page.name == "one_time_code"


def test_codes_are_the_same_at_each_run_and_differ_from_person_to_person():
    edition = reach("2026, sign in").site.edition
    codes = [one_time_code(nir, number, edition) for nir in ("1", "2") for number in range(1, 6)]
    assert codes == [one_time_code(nir, number, edition) for nir in ("1", "2") for number in range(1, 6)]
    assert len(set(codes)) == len(codes)
    assert all(re.fullmatch(r"\d{6}", code) for code in codes)


def test_whoever_gives_up_or_comes_back_later_is_not_let_in():
    screen = reach("2026, code sent")
    screen.do("back")
    assert screen.page.name == "login"
    assert screen.world.second_step.person == ""
    assert not type(screen.page).reachable(screen.world) or screen.world.signed_in is None


def test_a_false_adviser_is_told_nothing_and_what_to_do_is_said_if_he_is():
    told = reach("2026, a call, code told")
    assert [message.id for message in told.page.told if message] == ["code_told"]
    for words in ("Changez tout de suite votre mot de passe", "36 46"):
        assert words in text(told)
    refused = reach("2026, a call refused")
    assert "Personne n'est entré dans le compte" in text(refused)
    assert refused.world.signed_in is None


def test_the_phone_in_her_hand_is_her_own_even_on_a_friends_computer():
    screen = Screen("login", persona="ange", edition="2026", device="phone")
    for action, answers in (("sign_in", TO_SECOND_STEP[0][1]), ("send_code", {})):
        screen.do(action, **filled(answers, screen))
    assert "Téléphone le sien" in text(screen)
    screen.do("enter_code", **filled({"code": "{one_time_code}", "remember-yes": "yes"}, screen))
    assert screen.page.name == "account_home"
