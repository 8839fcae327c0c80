"""What a trainer writes in a notebook, such as `Screen("payments", persona="nadia", edition="2021")`."""

import re

import pytest

from atelier_ameli import Screen
from practice.loading.faults import DataError


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ({"start": "payment"}, "« payment » n'existe pas, vouliez-vous dire « payments » ?"),
        ({"persona": "nadja"}, "« nadja » n'existe pas, vouliez-vous dire « nadia » ?"),
        ({"device": "tablette"}, "« tablette » n'existe pas, il y a : computer, phone"),
        ({"device": "both"}, "« both » n'existe pas, il y a : computer, phone"),
        ({"edition": "1999"}, "entrée « 1999 » : cette édition n'existe pas, il y a : 2021"),
        ({"edition": 1999}, "entrée « 1999 » : cette édition n'existe pas, il y a : 2021"),
        ({"persona": "jean"}, "« jean » n'a pas de compte : choisissez une autre personne, ou une page d'avant"),
    ],
)
def test_a_wrong_argument_is_told_in_french_with_what_there_is(asked, told):
    with pytest.raises((KeyError, ValueError, DataError)) as error:
        Screen(**{"start": "payments", "persona": "nadia", **asked})
    assert re.sub("\N{NO-BREAK SPACE}", " ", told) in re.sub("\N{NO-BREAK SPACE}", " ", str(error.value))


@pytest.mark.parametrize(("year", "label"), [("2021", "Mon code personnel"), (2026, "Mon mot de passe")])
def test_a_screen_shows_the_year_that_is_asked_for_beside_screens_of_another(year, label):
    screen = Screen("login", persona="jessica", edition=year)
    assert label in screen.html
    assert f"Ici, le site de {year}." in screen.html
    assert all(name.startswith(f"atelier:ameli:{year}:") for name in screen.answer({"do": "card"})["keep"])
    assert (
        repr(Screen("login", persona="jessica", edition="2026")) == "Screen('login', persona='jessica', edition='2026')"
    )
