"""What every page behind the door shares: the tabs, the name of the person, the way out (seed, « Page d'accueil »)."""

from collections.abc import Mapping
from typing import Any, ClassVar

from atelier_ameli.identity.personas import AccountStatus, Persona
from atelier_ameli.public_site.address_bar import SIGN_IN_ADDRESS
from atelier_ameli.world import World
from practice.download import Download
from practice.notices import notice
from practice.pages.page import Page
from practice.papers.document import Document

#: the tabs of the site, in order: the name of the page, what the tab says
TABS = (
    ("account_home", "Accueil"),
    ("payments", "Mes paiements"),
    ("messages", "Ma messagerie"),
    ("requests", "Mes démarches"),
    ("prevention", "Mon espace prévention"),
    ("my_information", "Mes informations"),
)
#: the menu of the application (seed, « Application »)
PHONE_TABS = (
    ("account_home", "Accueil"),
    ("payments", "Mes paiements"),
    ("requests", "Mes démarches"),
    ("documents", "Mes documents"),
    ("my_information", "Mes informations"),
    ("messages", "Ma messagerie"),
)
#: the topics of « Mon espace prévention »
PREVENTION_PAGES = (
    *("prevention_pregnancy", "prevention_midwife", "prevention_teeth", "prevention_heart"),
    *("prevention_children", "prevention_coaching", "prevention_sophia"),
)
REAL_FILE = notice(
    "real_file", "Ce fichier vient de votre appareil. Nous ne l'avons pas lu. Ici, on choisit un document inventé."
)
#: pages behind the door that no tab leads to straight away
INNER_PAGES = (
    *("statements", "documents", "processing_times", "follow_up", "agenda"),
    *("where", "terminals", "directory"),
    *PREVENTION_PAGES,
)


class AccountPage(Page):
    """A page of the account. `tab` says which tab it stands under."""

    tab: ClassVar[str]
    address = SIGN_IN_ADDRESS

    @property
    def tabs(self) -> tuple[tuple[str, str], ...]:
        """The tabs of the site, or the menu of the application."""
        return PHONE_TABS if self.phone_in_hand else TABS

    @classmethod
    def can_start(cls, person: Persona) -> bool:
        """Only with an account of one's own: there is a door."""
        return person.account is not AccountStatus.NONE

    @classmethod
    def open_first(cls, world: World) -> None:
        """Sign in whoever is played: she starts behind the door. Raises ValueError for a person without an account."""
        world.let_in()

    @classmethod
    def reachable(cls, world: World) -> bool:
        """Only while somebody is signed in."""
        return world.signed_in is not None

    def handle_open(self, answers: Mapping[str, Any]) -> str | None:
        """Go to another page of the account; stay for a name that is none."""
        page = answers.get("page")
        return page if page in {name for name, _ in TABS} | set(INNER_PAGES) else None

    def handle_begin(self, answers: Mapping[str, Any]) -> str | None:
        """Open a request of « Mes démarches »; one that is a page of the site goes there."""
        request = self.world.site.requests.get(str(answers.get("request")))
        if request is None:
            return None
        self.world.requests = self.world.requests.opened(request.id)
        return request.page or "request"

    def handle_real_file(self, _: Mapping[str, Any]) -> None:
        """Refuse a file of the learner's device. Nothing of it came here: neither its name nor its content."""
        self.note, self.focus = REAL_FILE, "note"

    def give(self, document: Document) -> None:
        """Put a finished file among the learner's downloads, and say so at the top of the page."""
        self.download = Download(document.name, "application/pdf", document.content)
        self.note = f"Le document « {document.name} » est dans vos téléchargements."

    def handle_sign_out(self, _: Mapping[str, Any]) -> str:
        self.world.sign_out()
        self.note = "Vous êtes déconnecté. Le compte est fermé."
        return "login"
