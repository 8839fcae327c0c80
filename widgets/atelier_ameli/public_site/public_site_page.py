"""The home page of the public site (seed, « Comment accéder au compte ameli (canal web) »)."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from atelier_ameli.public_site.address_bar import PUBLIC_SITE_ADDRESS
from atelier_ameli.public_site.public_site import Door, Place, search
from atelier_ameli.public_site.way_in import page_after
from practice.facts import Fact
from practice.forms.fields import Form, TextField
from practice.notices import notice
from practice.pages.page import FormPage

if TYPE_CHECKING:
    from atelier_ameli.world import World

ACCOUNT = "compte"  #: the door that leads to the account


class SearchForm(Form):
    """What one looks for on the site."""

    wanted = TextField(
        "Rechercher sur le site", empty=notice("site_words_empty", "Tapez un mot, par exemple : carte Vitale.")
    )


class PublicSite(FormPage):
    """The home page, one of its doors opened, or what its search found; the profile menu open or not."""

    in_app = False
    name = "public_site"
    template = "public_site.html"
    title = "Site de l'Assurance Maladie"
    site = "Site public"
    address = PUBLIC_SITE_ADDRESS
    types_address = True
    facts = (
        Fact("menu_open", "Le menu « Profil » est ouvert.", lambda page: page.menu_open, bool),
        Fact(
            "door",
            "La rubrique du site public qui est ouverte.",
            lambda page: page.door and page.door.id,
            among=lambda site: site.doors,
        ),
    )
    form_class = SearchForm

    def __init__(self, world: "World", answers: Mapping[str, Any] | None = None) -> None:
        super().__init__(world, answers)
        self.menu_open = False
        self.door: Door | None = None
        self.found: list[Door] | None = None  # None as long as nothing was looked for

    def handle_menu(self, _: Mapping[str, Any]) -> None:
        """Open the profile menu, or close it."""
        self.menu_open = not self.menu_open
        self.say = "Le menu est ouvert." if self.menu_open else "Le menu est fermé."

    def handle_door(self, answers: Mapping[str, Any]) -> None:
        """Open a door; the menu closes. A door that does not exist changes nothing."""
        door = answers.get("door")
        if isinstance(door, str) and door in self.world.site.doors:
            self._show(door=self.world.site.doors[door])

    def handle_find(self, answers: Mapping[str, Any]) -> None:
        """Look for a door by its words."""
        form = self.fill(answers)
        if form.validate():
            self._show(found=search(self.world.site.doors.values(), form.wanted.data))

    def handle_site_home(self, _: Mapping[str, Any]) -> None:
        self._show()

    def handle_previous(self, _: Mapping[str, Any]) -> str | None:
        """Go back: to the home page of the site, or to the empty window."""
        if self.door is None and self.found is None:
            return "browser"
        self._show()
        return None

    def handle_sign_in_page(self, _: Mapping[str, Any]) -> str:
        return page_after(self.world, self.name)

    def handle_create_account(self, _: Mapping[str, Any]) -> str:
        return "create_account"

    def doors_at(self, place: str) -> list[Door]:
        """Return the doors of a part of the page, in order."""
        return [door for door in self.world.site.doors.values() if door.place is Place(place)]

    @property
    def account(self) -> Door:
        return self.world.site.doors[ACCOUNT]

    def place(self) -> dict[str, Any]:
        wanted = self.form.draft() if self.found is not None else {}
        door = self.door.id if self.door else ""
        return {"page": self.name, "answers": wanted, "door": door, "menu_open": self.menu_open}

    @classmethod
    def resume(cls, world: "World", place: Mapping[str, Any]) -> Self:
        page, answers = cls(world), place.get("answers")
        if isinstance(answers, dict) and answers:
            page.handle_find(answers)
            page = cls(world) if page.problems() else page
        page.handle_door({"door": place.get("door")})
        page.menu_open = place.get("menu_open") is True
        page.begin()
        return page

    def _show(self, door: Door | None = None, found: list[Door] | None = None) -> None:
        self.menu_open = False
        self.door, self.found = door, found
        self.focus = "door-title" if door else "title" if found is None else "found-title"
