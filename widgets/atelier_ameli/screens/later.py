"""Doors whose room is not built yet: they say so kindly and lead back."""

from collections.abc import Mapping
from typing import Any

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
