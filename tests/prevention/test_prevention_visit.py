"""« Mon bilan prévention » of 2026: whom it is offered to, and how it is done."""

import pytest

from atelier_ameli import Screen
from tests.journeys import reach
from tests.support.pages import errors, text


def plain(screen):
    return text(screen).replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("persona", "offered"), [("fatou", True), ("monique", True), ("gerard", False), ("luc", False)]
)
def test_it_is_offered_at_certain_ages(persona, offered):
    screen = Screen("prevention", persona=persona, edition="2026")
    assert ("Ouvrir « Mon bilan prévention »" in plain(screen)) == offered
    assert ("s'ouvre de 18 à 25 ans, de 45 à 50" in plain(screen)) != offered


def test_the_site_of_2021_says_nothing_of_it():
    screen = Screen("prevention", persona="fatou")
    assert "bilan" not in plain(screen).lower()
    screen.do("open", page="prevention_visit")
    assert "Cette rubrique n'existe pas encore" in plain(screen)


def test_it_is_free_once_in_each_band_and_the_one_chosen_says_how():
    screen = reach("2026, bilan, how")
    for words in ("Vous avez 25 ans.", "Vous ne payez rien", "Une seule fois", "avec la sage-femme de votre choix"):
        assert words in plain(screen)
    assert errors(reach("2026, bilan, nothing chosen")) == ["Choisissez une réponse."]
