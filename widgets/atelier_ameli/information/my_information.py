"""« Mes informations »: who is covered, and what the caisse knows (seed, « Page d'accueil ameli »)."""

from atelier_ameli.identity.personas import Persona
from atelier_ameli.information.information import Information
from atelier_ameli.information.vitale import VitaleCard, cards, old_enough
from practice.facts import Fact
from practice.pages.account_page import AccountPage
from practice.procedures import projection


class MyInformation(AccountPage):
    """What the caisse knows of the person; each part leads to the démarche that changes it."""

    name = "my_information"
    template = "my_information.html"
    title = "Mes informations"
    tab = "my_information"
    facts = (
        Fact("address", "L'adresse que la page montre : le numéro et la rue.", lambda page: page.known.address),
        Fact("usage_name", "Le nom d'usage que la page montre.", lambda page: page.known.usage_name),
    )

    @property
    def known(self) -> Information:
        return projection.known(self.world)

    @property
    def cards(self) -> tuple[VitaleCard, ...]:
        return cards(projection.case_now(self.world))

    @property
    def old_enough(self) -> tuple[Persona, ...]:
        return old_enough(projection.case_now(self.world))
