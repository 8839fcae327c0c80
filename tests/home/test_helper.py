"""« Une aide répond », the helper robot of 2026: subjects to choose or to find, each with the right way on."""

import pytest

from atelier_ameli import Screen
from atelier_ameli.site import Site
from tests.journeys import reach
from tests.support.pages import soup, text

TODAY = Site.load("2026")


def plain(screen):
    return text(screen).replace("\u00a0", " ")


def test_every_subject_leads_where_its_button_says_or_to_the_telephone():
    for topic in TODAY.caisse.helper:
        screen = Screen("helper", persona="ange", edition="2026")
        screen.do("choose_topic", topic=topic.id)
        button = soup(screen).find(id=f"{screen.key}-lead")
        if button is None:
            assert "36 46" in plain(screen)
            continue
        screen.do(button["data-action"], **{button["name"]: button["value"]})
        assert screen.page.name == (topic.page or "request")
        assert topic.page or TODAY.requests[topic.request].title in plain(screen)


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("je ne comprends pas ce remboursement", "refund"),
        ("j'ai perdu ma carte", "card"),
        ("attestation de droits en urgence", "certificate"),
        ("parler à un conseiller", "person"),
    ],
)
def test_a_subject_is_found_in_the_learners_own_words(typed, found):
    screen = Screen("helper", persona="ange", edition="2026")
    screen.do("ask", words=typed)
    assert found in [topic.id for topic in screen.page.found]


def test_what_the_robot_does_not_know_leads_to_the_list_and_to_the_telephone():
    screen = reach("2026, helper, nothing found")
    assert "Choisissez dans la liste, ou appelez le 36 46." in plain(screen)
    assert soup(screen).find(id=f"{screen.key}-choose-refund")


def test_a_password_told_to_the_robot_is_erased_and_the_learner_is_told():
    screen = Screen("helper", persona="ange", edition="2026")
    screen.do("ask", words=f"mon mot de passe est {screen.world.owner.code}")
    assert screen.world.owner.code not in screen.html
    assert "Nous l'avons effacé" in plain(screen)


def test_the_site_of_2021_has_no_robot():
    screen = Screen("account_home", persona="ange")
    assert "Une aide répond" not in plain(screen)
    screen.do("open", page="helper")
    assert "n'existe pas encore" in plain(screen)
