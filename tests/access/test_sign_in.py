"""The sign-in page, as a learner reads it."""

from datetime import date

import pytest

from atelier_ameli import Screen
from tests.journeys import reach
from tests.journeys.access import FATOU, JESSICA, WRONG
from tests.support import SITE
from tests.support.creation import played_as
from tests.support.pages import errors, field, soup, status, text


def test_the_example_person_signs_in():
    screen = reach("signed in")
    assert "Bonjour Jessica PETIT. Vous êtes connectée." in text(screen)
    assert screen.focus.endswith("-title")


def test_a_short_number_is_explained_at_the_field_and_in_the_summary():
    screen = reach("sign in, number too short")
    message = "Ce numéro est trop court\u00a0: vous avez tapé 5 sur 13. Vérifiez-le sur la fiche."
    assert errors(screen) == [message]
    number = field(screen, "Mon numéro de sécurité sociale")
    assert message in number.error
    assert number.invalid
    assert number.value == "2 82 02"
    assert screen.focus.endswith("-errors")


def test_an_empty_form_names_both_fields():
    assert [error.split(".")[0] for error in errors(reach("sign in, nothing typed"))] == [
        "Tapez le numéro de sécurité sociale",
        "Tapez votre code",
    ]


def test_a_number_that_could_be_real_is_refused_and_forgotten():
    screen = reach("sign in, real number")
    assert "ressemble à un vrai numéro" in errors(screen)[0]
    assert field(screen, "Mon numéro de sécurité sociale").value == ""
    assert "046" not in screen.html
    assert "046" not in str(screen.snapshot())


@pytest.mark.parametrize("place", ["number", "code"])
def test_a_real_number_is_refused_in_any_field(place):
    screen = Screen("login", persona="jessica")
    screen.do("sign_in", **{**JESSICA, place: "2820295046199"})
    assert any("vrai numéro" in error for error in errors(screen))
    assert "046199" not in screen.html


def test_a_wrong_code_says_what_to_do_and_how_many_tries_are_left():
    [message] = errors(reach("sign in, wrong code"))
    assert "ne correspondent pas" in message
    assert "Il vous reste 2 essais" in message


def test_a_wrong_code_and_an_unknown_number_get_the_same_answer():
    unknown = Screen("login", persona="jessica")
    unknown.do("sign_in", number="2 01 01 31 000 001", code="Faux-code-1")
    assert errors(unknown) == errors(reach("sign in, wrong code"))


def test_the_third_wrong_code_locks_and_shows_the_way_out():
    screen = reach("sign in, locked")
    assert "bloqué" in errors(screen)[0]
    assert "Code oublié" in errors(screen)[0]
    screen.do("forgotten_code")
    assert "J'ai oublié mon code" in text(screen)


def test_the_key_of_the_number_is_welcome():
    screen = Screen("login", persona="jessica")
    screen.do("sign_in", **{**JESSICA, "number": "2 82 02 95 000 199 37"})
    assert "Vous êtes connectée" in text(screen)


def test_a_wrong_key_is_explained():
    screen = Screen("login", persona="jessica")
    screen.do("sign_in", **{**JESSICA, "number": "2 82 02 95 000 199 38"})
    assert "la clé" in errors(screen)[0]


def test_a_corsican_number_works_with_a_small_letter():
    screen = Screen("login", persona="ange")
    screen.do("sign_in", number="1 78 07 2a 000 042", code="Maquis1978")
    assert "Bonjour Ange SANTONI. Vous êtes connecté." in text(screen)


def test_a_code_is_never_drawn_back_shown_or_hidden():
    screen = Screen("login", persona="jessica")
    screen.do("show_code")
    assert not field(screen, "Mon code").hidden
    screen.do("sign_in", **{**WRONG, "number": "12"})
    assert WRONG["code"] not in screen.html
    assert field(screen, "Mon code").hidden


def test_showing_the_code_is_said():
    screen = reach("sign in, code shown")
    assert status(screen) == "Le code est visible."
    screen.do("show_code")
    assert status(screen) == "Le code est caché."


def test_a_provisional_code_leads_to_the_choice_of_a_new_one():
    screen = reach("new code")
    assert "Je choisis mon nouveau code" in text(screen)
    assert "Baobab-95" in text(screen)


def test_the_rules_of_the_code_are_ticked_in_words_while_one_types():
    screen = reach("new code")
    screen.do("check_code", code="baobab")
    assert "Fait\u00a0: au moins une lettre minuscule" in text(screen)
    assert "À faire\u00a0: au moins une lettre majuscule" in text(screen)
    assert status(screen) == "2 règles sur 5 sont respectées."
    assert "baobab" not in screen.html
    assert screen.focus is None


def test_typing_after_an_error_does_not_take_the_focus_away():
    screen = reach("new code, rules not met")
    screen.do("check_code", code="Baobab-9")
    assert screen.focus is None


def test_two_different_codes_are_explained():
    assert errors(reach("new code, not twice the same")) == [
        "Les deux codes ne sont pas pareils. Tapez deux fois le même code."
    ]


def test_a_new_code_opens_the_account_and_a_message_says_so():
    screen = reach("new code chosen")
    assert "Bonjour Fatou DIALLO" in text(screen)
    assert "Votre code a été changé" in text(screen)
    screen.do("sign_out")
    assert "Nouveau code Baobab-95" in text(screen)
    screen.do("sign_in", **{**FATOU, "code": "Baobab-95"})
    assert "Bonjour Fatou DIALLO" in text(screen)


def test_a_code_of_ones_own_is_not_written_on_the_card():
    screen = reach("new code")
    screen.do("choose_code", code="Autre-chose-7", again="Autre-chose-7")
    screen.do("sign_out")
    assert "celui que vous avez choisi" in text(screen)
    assert "Autre-chose-7" not in screen.html + str(screen.snapshot())


@pytest.mark.parametrize(("door", "way_back"), [("france_connect", "cancel"), ("create_account", "back")])
def test_each_other_door_opens_and_leads_back(door, way_back):
    screen = Screen("login", persona="jessica")
    screen.do(door)
    assert screen.page.name == door
    screen.do(way_back)
    assert "J'accède à mon compte ameli" in text(screen)


def test_a_child_is_told_to_use_the_number_of_her_parent():
    screen = reach("sign in, a dependant")
    assert "2 82 02 95 000 199" in text(screen)
    screen.do("sign_in", **JESSICA)
    assert "Bonjour Jessica PETIT" in text(screen)


def test_starting_again_puts_the_account_back():
    screen = reach("sign in, locked")
    screen.do("start_again")
    screen.do("sign_in", **JESSICA)
    assert "Vous êtes connectée" in text(screen)


def test_the_code_is_marked_as_a_secret_for_the_browser():
    number, code = soup(reach("sign in")).find_all("input")
    assert not number.has_attr("data-secret")
    assert code.has_attr("data-secret")
    assert code.has_attr("required")


def test_the_card_of_a_child_says_whose_number_each_one_is():
    lines = {line.label: line.copy for line in SITE.card(played_as("zoe"), Screen("login", persona="zoe").page).lines}
    assert lines == {
        "Numéro de Jessica, sa mère": "2 82 02 95 000 199",
        "Numéro de Zoé": "2 06 05 31 000 077",
        "Code de Jessica": "48151623",
    }


def test_a_childs_own_number_gets_a_kind_word_and_costs_no_try():
    screen = reach("sign in, a child's own number")
    assert errors(screen) == [
        "C'est le numéro de Zoé. En général, un enfant n'a pas de compte à lui. Tapez le numéro de Jessica, sa mère."
    ]
    assert field(screen, "Mon code").value == ""
    screen.do("sign_in", number=JESSICA["number"], code="Faux-code-1")
    assert "Il vous reste 2 essais" in errors(screen)[0]


def test_the_card_knows_the_date_of_the_exercise():
    assert SITE.card(played_as("jessica"), Screen("login", persona="jessica").page).day == date(2021, 3, 1)
    assert SITE.card(played_as("nadia"), Screen("login", persona="nadia").page).day == date(2019, 5, 24)
