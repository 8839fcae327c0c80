"""« Rechercher une borne autour de vous »: a list, and a map that shows the same (seed, « Application »)."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from atelier_ameli.public_site.terminals import Terminal
from practice.facts import Fact
from practice.pages.account_page import AccountPage
from practice.services import Channel

if TYPE_CHECKING:
    from atelier_ameli.world import World


class Terminals(AccountPage):
    """The machines around, the nearest first; one of them may be chosen."""

    name = "terminals"
    template = "terminals.html"
    title = "Les bornes autour de vous"
    tab = "account_home"
    facts = (
        Fact(
            "terminal",
            "La borne qui est choisie.",
            lambda page: page.chosen and page.chosen.id,
            among=lambda site: [one.id for one in site.neighbourhood.terminals],
        ),
    )
    channel = Channel.PHONE  # seed: on the home screen of the application alone

    def __init__(self, world: "World") -> None:
        super().__init__(world)
        self.open_only = False
        self.chosen: Terminal | None = None

    def handle_choose(self, answers: Mapping[str, Any]) -> None:
        """Show one machine on the map and in the list; a name that is none leaves everything as it is."""
        found = next((one for _, one in self.shown if one.id == answers.get("terminal")), None)
        if found:
            self.chosen, self.focus = found, "chosen"

    def handle_open_only(self, _: Mapping[str, Any]) -> None:
        """Show those that are open now, or all of them again."""
        self.open_only = not self.open_only
        if self.chosen not in [one for _, one in self.shown]:
            self.chosen = None
        self.focus = "list-title"

    @property
    def here(self) -> str:
        return self.world.site.neighbourhood.place

    @property
    def shown(self) -> list[tuple[int, Terminal]]:
        """Each machine with its number, the same in the list and on the map."""
        numbered = enumerate(self.world.site.neighbourhood.terminals, 1)
        return [(n, one) for n, one in numbered if not self.open_only or one.open_at(self.world.now)]

    def place(self) -> dict[str, Any]:
        return {"page": self.name, "terminal": self.chosen and self.chosen.id, "open": self.open_only}

    @classmethod
    def resume(cls, world: "World", place: Mapping[str, Any]) -> Self:
        page = cls(world)
        page.open_only = place.get("open") is True
        page.handle_choose(place)
        page.begin()
        return page
