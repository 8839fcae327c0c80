"""What every page behind the door of a site shares: its tabs, the way to its other pages, the way out."""

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar

from practice.notices import notice
from practice.pages.page import Page
from practice.papers.document import Document
from practice.world import World

REAL_FILE = notice(
    "real_file", "Ce fichier vient de votre appareil. Nous ne l'avons pas lu. Ici, on choisit un document inventé."
)


class AccountPage(Page):
    """A page of the account, reached once somebody is signed in. `tab` says which tab it stands under."""

    tab: ClassVar[str]
    linked: ClassVar[bool] = True  #: whether a link may lead straight to it; not to what follows from something done

    @property
    def address(self) -> str:
        return self.world.site.account_address

    @property
    def tabs(self) -> Sequence[tuple[str, str]]:
        """The tabs of the site, or the menu of the application: the name of each page, and what its tab says."""
        site = self.world.site
        return site.phone_tabs if self.phone_in_hand else site.tabs

    @property
    def head(self) -> str:
        return "phone_account.html" if self.phone_in_hand else "account.html"

    @classmethod
    def can_start(cls, person: Any) -> bool:
        """Only with an account of one's own: there is a door."""
        return person.has_account

    @classmethod
    def open_first(cls, world: World) -> None:
        """Sign in the persona who is played. Raises ValueError for a person without an account."""
        world.let_in()

    @classmethod
    def reachable(cls, world: World) -> bool:
        """Only while somebody is signed in."""
        return world.signed_in is not None

    def handle_open(self, answers: Mapping[str, Any]) -> str | None:
        """Go to another page of the account; stay for a name that is none."""
        name = str(answers.get("page"))
        page = self.world.site.pages.get(name, Page)
        return name if issubclass(page, AccountPage) and page.linked else None

    def handle_begin(self, answers: Mapping[str, Any]) -> str | None:
        """Open a request of the catalogue; one that is a page of the site goes there."""
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
        self.download = document
        self.note = f"Le document « {document.name} » est dans vos téléchargements."

    def handle_sign_out(self, _: Mapping[str, Any]) -> str:
        self.world.sign_out()
        self.note = "Le compte est fermé. Personne ne peut le lire."
        return self.world.site.door
