"""A simulated browser: an address bar, a search engine's page, and a word for whatever is typed. No network."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from atelier_ameli.public_site.address_bar import SEARCHED, Outcome, read_address
from atelier_ameli.public_site.addresses import Address, Addresses, Explanation
from atelier_ameli.public_site.way_in import door, first_page
from practice.facts import Fact
from practice.forms.fields import Form, TextField
from practice.notices import notice
from practice.pages.page import FormPage

if TYPE_CHECKING:
    from atelier_ameli.world import World

_PAGES = {Outcome.PUBLIC_SITE: first_page, Outcome.SIGN_IN: door}
_MOST_VISITS = 20  #: how far back one may go


class AddressForm(Form):
    """What is typed in the bar."""

    address = TextField("Barre d'adresse", empty=notice("bar_empty", "La barre est vide. Tapez l'adresse de la fiche."))


class Browser(FormPage):
    """An empty window, or what came of the last address. `trail`: what was typed or chosen so far."""

    in_app = False
    name = "browser"
    template = "browser.html"
    title = "Une fenêtre de navigateur"
    card = ("site_address",)
    site = ""
    address = "nouvelle page"
    facts = (
        Fact(
            "results",
            "Les résultats du moteur de recherche sont affichés.",
            lambda page: bool(page.typed) and page.searched,
            bool,
        ),
    )
    form_class = AddressForm

    def __init__(self, world: "World", answers: Mapping[str, Any] | None = None) -> None:
        super().__init__(world, answers)
        self.trail: list[str] = []
        self.visits = 0  # a new bar at each visit, so that it shows where one is

    def handle_visit(self, answers: Mapping[str, Any]) -> str | None:
        """Go where the address leads, or say what the computer would do with it."""
        form = self.fill(answers)
        return self._go(form.address.data) if form.validate() else None

    def handle_choose(self, answers: Mapping[str, Any]) -> str | None:
        """Open a line of the search engine's page; one that is not there changes nothing."""
        known = [result.address for result in self.known.results]
        return self.handle_visit({"address": answers["result"]}) if answers.get("result") in known else None

    def handle_previous(self, _: Mapping[str, Any]) -> None:
        """Go one step back."""
        if not self.trail:
            self.say = "Il n'y a pas de page avant celle-ci."
        self._show(self.trail[:-1])

    @property
    def known(self) -> Addresses:
        return self.world.site.addresses

    @property
    def typed(self) -> str:
        """What this page is about: the last address; empty for an empty window."""
        return self.trail[-1] if self.trail else ""

    @property
    def explanation(self) -> Explanation:
        return self.known.explain(read_address(self.typed))

    @property
    def look_alike(self) -> Address | None:
        """The false address of the course that was typed or chosen, if it is one."""
        return self.known.known(self.typed) if read_address(self.typed) is Outcome.LOOK_ALIKE else None

    @property
    def searched(self) -> bool:
        return read_address(self.typed) in SEARCHED

    def place(self) -> dict[str, Any]:
        return {"page": self.name, "trail": self.trail}

    @classmethod
    def resume(cls, world: "World", place: Mapping[str, Any]) -> Self:
        page, trail = cls(world), place.get("trail")
        if isinstance(trail, list) and all(page._could_be_typed(typed) for typed in trail[:_MOST_VISITS]):
            page._show(trail[:_MOST_VISITS])
        else:
            page.fill({})
        page.begin()
        return page

    def _could_be_typed(self, kept: object) -> bool:
        return isinstance(kept, str) and self.fill({"address": kept}).validate() and self.form.address.data == kept

    def _go(self, typed: str) -> str | None:
        outcome = read_address(typed)
        if outcome in _PAGES:
            told = self.known.explain(outcome)
            self.note = " ".join([f"{told.title}.", told.words, *self.known.remarks(typed)])
            return _PAGES[outcome](self.world)
        self._show([*self.trail, typed])
        return None

    def _show(self, trail: list[str]) -> None:
        self.trail = trail[-_MOST_VISITS:]
        self.visits += 1
        self.fill({"address": self.typed} if self.trail else {})
        self.focus = "outcome" if self.trail else "title"
