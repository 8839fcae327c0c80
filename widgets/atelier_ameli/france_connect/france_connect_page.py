"""« S'identifier avec FranceConnect »: what it is, and the accounts that it takes (seed; domain.md §1.4)."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from atelier_ameli.france_connect import france_connect_steps as steps
from atelier_ameli.france_connect.france_connect import Provider, Words
from atelier_ameli.france_connect.france_connect_visit import Step
from practice.pages.page import Page

if TYPE_CHECKING:
    from atelier_ameli.world import World


class FranceConnectPage(Page):
    """A page on the way. Whoever creates an account does it for herself, even if she is attached to somebody."""

    site = "FranceConnect"

    @property
    def for_herself(self) -> bool:
        return self.world.france_connect.creating


class FranceConnect(FranceConnectPage):
    """Choose an account that one already has elsewhere."""

    name = "france_connect"
    template = "france_connect.html"
    title = "S'identifier avec FranceConnect"
    card = ("provider_accounts", "computer")

    def __init__(self, world: "World") -> None:
        super().__init__(world)
        self.remember = bool(world.france_connect.remembered)
        self.boxes = 0  # a new box at each « Oublier ce choix », so that it is drawn empty

    def handle_remember(self, answers: Mapping[str, Any]) -> None:
        """Tick « Se souvenir de mon choix », or not."""
        self.remember = bool(answers.get("remember"))
        self.say = "Votre choix sera retenu." if self.remember else "Votre choix ne sera pas retenu."

    def handle_forget(self, _: Mapping[str, Any]) -> None:
        """Forget the choice of the last time."""
        self.world.france_connect = self.world.france_connect.remembering("")
        self.remember = False
        self.boxes += 1
        self.focus = "providers-title"
        self.say = "Votre choix est oublié."

    def handle_choose(self, answers: Mapping[str, Any]) -> str | None:
        """Go to an account's own sign-in, or straight to the consent when it is open on this computer."""
        wanted = answers.get("provider")
        if wanted not in [provider.id for provider in self.providers]:
            return None
        steps.choose(self.world, self.world.site.france_connect, wanted, remember=self.remember)
        return PAGE_OF_STEP[self.world.france_connect.step]

    def handle_cancel(self, _: Mapping[str, Any]) -> str:
        """Go back to where one came from."""
        creating = self.world.france_connect.creating
        self.world.france_connect = self.world.france_connect.begun(creating=False)
        return "create_account" if creating else "login"

    @property
    def providers(self) -> list[Provider]:
        """Those of the edition, in its order."""
        return [self.world.site.france_connect.provider(name) for name in self.world.edition.france_connect_providers]

    @property
    def remembered(self) -> Provider | None:
        """The choice of the last time, if it was to be remembered."""
        name = self.world.france_connect.remembered
        return self.world.site.france_connect.provider(name) if name else None

    @property
    def words(self) -> Words:
        """What the page says in its year."""
        return self.world.site.france_connect.words

    def place(self) -> dict[str, Any]:
        return {"page": self.name, "remember": self.remember}

    @classmethod
    def resume(cls, world: "World", place: Mapping[str, Any]) -> Self:
        page = cls(world)
        page.remember = place.get("remember") is True
        return page


#: the page where each step is shown
PAGE_OF_STEP = {
    Step.CHOOSING: "france_connect",
    Step.SIGNING_IN: "france_connect_provider",
    Step.ON_PHONE: "france_connect_provider",
    Step.CONSENT: "france_connect_consent",
    Step.SOMEBODY_ELSE: "france_connect_somebody_else",
}
