"""Doors whose room is not built yet: they say so kindly and lead back."""

from collections.abc import Mapping
from typing import Any

from atelier_ameli.screens.account import AccountPage
from atelier_ameli.screens.page import Page


class FranceConnect(Page):
    """The FranceConnect button's place (domain.md §1.4)."""

    name = "france_connect"
    template = "later.html"
    title = "S'identifier avec FranceConnect"
    what = (
        "FranceConnect permet d'entrer avec un compte que vous avez déjà, par exemple celui des impôts. "
        "Cet écran arrivera dans un prochain chapitre."
    )

    def handle_back(self, _: Mapping[str, Any]) -> str:
        return "login"


class CreateAccount(FranceConnect):
    """The « Créer un compte » link's place (domain.md §1.3)."""

    name = "create_account"
    title = "Créer un compte"
    what = (
        "Pour créer un compte, il faut son numéro de sécurité sociale et une adresse e-mail à soi. "
        "Cet écran arrivera dans un prochain chapitre."
    )


class Requests(AccountPage):
    """The place of « Mes démarches » (seed, « Je réalise des demandes en ligne »)."""

    name = "requests"
    template = "later_inside.html"
    title = "Mes démarches"
    tab = "requests"
    what = (
        "Ici, on demande une carte Vitale, une carte européenne ou un rendez-vous. "
        "On change aussi d'adresse, de banque ou de médecin traitant. "
        "Ces écrans arriveront dans un prochain chapitre."
    )


class Prevention(AccountPage):
    """The place of « Mon espace prévention » (seed, « Je consulte mon espace prévention »)."""

    name = "prevention"
    template = "later_inside.html"
    title = "Mon espace prévention"
    tab = "prevention"
    what = (
        "Ici, on trouve des conseils pour sa santé et celle de ses enfants. "
        "Ces écrans arriveront dans un prochain chapitre."
    )
