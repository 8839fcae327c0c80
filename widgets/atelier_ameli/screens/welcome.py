"""What the learner sees once signed in."""

from collections.abc import Mapping
from typing import Any

from atelier_ameli.domain.simulation import Simulation
from atelier_ameli.screens.page import Page


class Welcome(Page):
    """Signed in: whose account it is, and the way out."""

    name = "welcome"
    template = "welcome.html"
    title = "Vous êtes dans le compte"

    @classmethod
    def reachable(cls, simulation: Simulation) -> bool:
        """Only while somebody is signed in."""
        return simulation.signed_in is not None

    def handle_sign_out(self, _: Mapping[str, Any]) -> str:
        self.simulation.sign_out()
        self.note = "Vous êtes déconnecté. Le compte est fermé."
        return "login"
