"""A newborn attached to one parent or to both; a child put on the other parent's card by the one who has her."""

import json

import pytest

from atelier_ameli import Screen
from tests.journeys import reach
from tests.journeys.request_child import CLAIRE, CONDITIONS, JULES, THOMAS
from tests.support.pages import again, errors, follow, plain


def information(screen):
    screen.do("open", page="my_information")
    return plain(screen)


def test_a_newborn_is_among_the_people_covered_once_the_caisse_has_attached_him():
    screen = reach("child, sent")
    assert "Jules BERGER" not in information(screen)
    follow(screen, "7")
    assert "Rattachement aux deux parents : Jules BERGER" in plain(screen)
    assert "Ayant droit : rattaché aux deux parents, vous et Thomas BERGER." in information(screen)
    assert "vous et Thomas BERGER" in information(again(screen))


def test_a_newborn_may_be_on_one_card_only():
    shown = plain(reach("child, attached to one parent"))
    assert "Jules BERGER" in shown
    assert "Ayant droit : rattaché à votre compte." in shown
    assert "Thomas" not in shown.partition("Nom de naissance")[0].partition("Sarah COLIN Née")[2]


def test_the_button_of_my_information_begins_it():
    screen = Screen("my_information", persona="sarah")
    assert 'data-action="begin" name="request" value="child"' in screen.html


@pytest.mark.parametrize("answer", ["in_france", "both_insured"])
def test_who_cannot_do_it_online_is_told_where_to_write(answer):
    screen = reach("child, conditions")
    screen.do("next", **{**CONDITIONS, answer: "no"})
    assert [message.count("Ma messagerie") for message in errors(screen)] == [1]


def test_each_date_wrong_is_said_with_what_to_do():
    assert errors(reach("child, to be born")) == ["Cette date n'est pas encore arrivée. Tapez celle de la fiche."]
    assert "avant sa naissance" in errors(reach("child, declared before birth"))[0]
    assert "à partir du 3\u00a0mars" in errors(reach("child, declared too lately"))[0].replace("3 mars", "3\u00a0mars")


def test_whoever_came_too_soon_finds_the_answers_again_and_goes_on_in_time():
    screen = reach("child, declared too lately")
    screen.do("later", **{**JULES, "declared_on": "26/02/2021"})
    follow(screen, "2")
    assert screen.page.name == "follow_up"
    screen.do("wait", days="2")
    screen.do("begin", request="child")
    screen.do("start")
    screen.do("next", **CONDITIONS)
    assert screen.page.form.child_first_name.data == "Jules"


def test_the_number_of_the_other_parent_is_not_ones_own_nor_a_real_one():
    assert "C'est votre numéro" in errors(reach("child, her own number"))[0]
    screen = reach("child, a real number")
    assert "Nous l'avons effacé" in errors(screen)[0]
    assert "555" not in screen.html
    assert "555" not in json.dumps(screen.snapshot())


def test_the_same_child_is_not_told_of_twice_but_a_twin_is():
    screen = reach("child, told twice")
    assert "déjà fait cette demande pour Jules" in errors(screen)[0]
    screen.do("next", **{**JULES, "child_first_name": "Anna"})
    screen.do("next", **THOMAS, attached_to="both")
    screen.do("send")
    follow(screen, "7")
    shown = information(screen)
    assert "Jules BERGER" in shown
    assert "Anna BERGER" in shown


def test_only_the_parent_who_has_the_child_can_begin():
    screen = reach("both parents, no child here")
    assert "C'est l'autre parent qui doit faire cette démarche" in plain(screen)
    assert "Commencer" not in plain(screen)
    screen.do("start")
    assert screen.page.draft is None


def test_a_child_is_on_both_cards_in_the_end():
    screen = reach("both parents, sent")
    assert "rattaché aux deux parents" not in information(screen)
    screen = reach("both parents, done")
    assert plain(screen).count("rattaché aux deux parents, vous et Claire FONTAINE") == 1


def test_the_second_child_is_left_and_then_none():
    screen = reach("both parents, sent")
    screen.do("begin", request="child_both")
    screen.do("start")
    assert [option.name for option in screen.page.form.child.options] == ["lina"]
    screen.do("next", child="tom")
    assert errors(screen) == ["Choisissez un enfant."]
    screen.do("next", child="lina")
    screen.do("next", **CLAIRE)
    screen.do("next", birth_proof="birth")
    screen.do("send")
    screen.do("begin", request="child_both")
    assert "déjà" in plain(screen)
    follow(screen, "30")
    assert "rattachée aux deux parents" in information(screen)


def test_a_newborn_on_one_card_can_be_put_on_the_other():
    screen = reach("both parents, a newborn")
    screen.do("start")
    assert [option.label for option in screen.page.form.child.options] == ["Jules BERGER"]
    screen.do("next", child=screen.page.form.child.options[0].name)
    screen.do("next", **THOMAS)
    screen.do("next", birth_proof="birth")
    screen.do("send")
    follow(screen, "30")
    assert "vous et Thomas BERGER" in information(screen)


def test_a_blurred_proof_is_refused():
    assert "floue" in errors(reach("both parents, a blurred proof"))[0]


@pytest.mark.parametrize(
    ("words", "first"),
    [
        ("je viens d'accoucher", "child"),
        ("bébé", "child"),
        ("une naissance", "child"),
        ("garde alternée", "child_both"),
        ("double rattachement", "child_both"),
    ],
)
def test_each_is_found_in_the_learners_own_words(words, first):
    screen = Screen("requests", persona="jessica")
    screen.do("search", words=words)
    assert screen.page.found[0].id == first
