"""« Mes informations »: who is covered, and what the caisse knows (seed, « Page d'accueil ameli »)."""

from atelier_ameli import record
from atelier_ameli.domain.information import Information
from atelier_ameli.screens.account import AccountPage


class MyInformation(AccountPage):
    """What the caisse knows of the person; each part leads to the démarche that changes it."""

    name = "my_information"
    template = "my_information.html"
    title = "Mes informations"
    tab = "my_information"

    @property
    def known(self) -> Information:
        return record.known(self.simulation)
