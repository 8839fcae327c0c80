"""The first screen of the drawn phone: its icons. Two of them work, the shop's and the application's."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from practice.pages.page import Page
from practice.phone.app_store import Icon
from practice.services import Channel

if TYPE_CHECKING:
    from atelier_ameli.world import World

STORE = "Magasin d'applications"
_NOT_HERE = "L'icône « {name} » n'est pas dans l'exercice. Sur votre vrai téléphone, elle marche."


def front_of_app(world: "World") -> str:
    """Return the page that the application opens at."""
    if not world.handset.opened:
        return "first_opening"
    return "account_home" if world.signed_in else "login"


class PhoneHome(Page):
    """Icons to touch."""

    name = "phone_home"
    template = "phone_home.html"
    title = "L'écran d'accueil du téléphone"
    channel = Channel.PHONE
    of_the_phone = True
    store_name = STORE

    @property
    def icons(self) -> tuple[Icon, ...]:
        """Those that are there to be seen only."""
        return self.world.site.store.icons

    @property
    def app_name(self) -> str:
        return self.world.site.store.right.title

    def step_back(self) -> bool:
        """Stay: there is nothing behind the first screen."""
        self.note, self.focus = "Vous êtes déjà sur l'écran d'accueil.", "note"
        return True

    def handle_store(self, _: Mapping[str, Any]) -> str:
        return "store"

    def handle_app(self, _: Mapping[str, Any]) -> str | None:
        return front_of_app(self.world) if self.world.handset.installed else None

    def handle_vitale_app(self, _: Mapping[str, Any]) -> str | None:
        return "vitale_app" if self.world.edition.vitale_app_hours else None

    def handle_icon(self, answers: Mapping[str, Any]) -> None:
        """Say that an icon is for the eye only."""
        name = next((icon.name for icon in self.icons if icon.name == answers.get("icon")), None)
        if name:
            self.note, self.focus = _NOT_HERE.format(name=name), "note"
