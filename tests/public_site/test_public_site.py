"""The search of the public site finds doors by the words that people use."""

import pytest

from atelier_ameli.public_site.public_site import search
from tests.support import SITE


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("Compte ameli", "compte"),
        ("comment me connecter", "compte"),
        ("CRÉER MON COMPTE", "compte"),
        ("médecins", "annuaire"),
        ("Téléphone de ma caisse", "adresses"),
        ("remboursement", "remboursements"),
    ],
)
def test_a_word_that_people_use_finds_its_door(typed, first):
    assert first in [door.id for door in search(SITE.doors.values(), typed)]


def test_the_door_whose_name_was_typed_comes_first():
    assert search(SITE.doors.values(), "santé")[0].label.lower().endswith("santé")
    assert search(SITE.doors.values(), "formulaires")[0].id == "formulaires"


@pytest.mark.parametrize("typed", ["girafe", "de la", "?!", ""])
def test_what_is_not_there_finds_nothing(typed):
    assert search(SITE.doors.values(), typed) == []
