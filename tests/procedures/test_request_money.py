"""« Payer une somme à ma caisse » and « Choisir entre deux mutuelles »: both are the exercise's own, and say so."""

import pytest

from atelier_ameli import Screen
from tests.journeys import reach
from tests.support.pages import follow, found, plain


def test_both_are_found_with_ones_own_words():
    assert found("somme à rendre")[0] == "debt"
    assert "debt" in found("payé deux fois")
    assert found("deux mutuelles")[0] == "insurers"


@pytest.mark.parametrize("state", ["debt, the sum", "two insurers, the choice"])
def test_the_screen_says_that_it_is_the_exercises(state):
    assert "inventé pour l'exercice" in plain(reach(state))


def test_no_card_number_is_ever_asked():
    assert "Aucun numéro de carte n'est demandé ici." in plain(reach("debt, how to pay"))


def test_the_payments_show_what_was_paid_twice():
    assert plain(Screen("payments", persona="hugo")).count("16,50 €") >= 2


@pytest.mark.parametrize(
    ("state", "told", "at_the_end"),
    [
        ("debt, kept from what comes", "La caisse retient 16,50 € sur vos prochains remboursements.", "Somme réglée"),
        ("debt, a transfer", "La caisse attend votre virement de 16,50 €.", "Somme réglée"),
        ("debt, asked", "Vous ne payez rien avant sa réponse.", "Question reçue"),
        ("two insurers, chosen", "Mutuelle choisie : Mutuelle de l'Exemple.", "Choix enregistré"),
    ],
)
def test_the_answer_is_followed_to_its_end(state, told, at_the_end):
    screen = reach(state)
    assert told in plain(screen)
    follow(screen, "30")
    assert at_the_end in plain(screen)
