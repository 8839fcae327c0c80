"""« La vraie adresse ou une fausse ? »: addresses judged one by one, a word for each answer, nothing counted."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from atelier_ameli.public_site.addresses import Judged
from practice.facts import Fact, at_least
from practice.pages.page import Page

if TYPE_CHECKING:
    from atelier_ameli.world import World


class AddressesToJudge(Page):
    """One address at a time. `at` is its place, `answer` what the learner said of it: None until then."""

    in_app = False
    name = "addresses"
    template = "browser_addresses.html"
    title = "La vraie adresse ou une fausse ?"
    card = ("site_address",)
    facts = (
        Fact("judged", "Combien d'adresses, au moins, sont jugées et lues.", lambda page: page.at, int, test=at_least),
        Fact("answered_now", "L'adresse à l'écran est jugée.", lambda page: page.answer is not None, bool),
    )
    site = ""

    def __init__(self, world: "World") -> None:
        super().__init__(world)
        self.at = 0
        self.answer: bool | None = None

    def handle_judge(self, answers: Mapping[str, Any]) -> None:
        """Hear what the learner says of the address: `genuine` or `false`."""
        said = answers.get("answer")
        if said in ("genuine", "false") and not self.finished:
            self.answer = said == "genuine"
            self.focus = "outcome"

    def handle_next(self, _: Mapping[str, Any]) -> None:
        """Go to the next address, or to what to remember."""
        if self.answer is not None:
            self.at, self.answer = self.at + 1, None
        self.focus = "address-title"

    def handle_first(self, _: Mapping[str, Any]) -> None:
        """Begin again with the first address."""
        self.at, self.answer = 0, None
        self.focus = "address-title"

    @property
    def count(self) -> int:
        return len(self.world.site.addresses.judged)

    @property
    def finished(self) -> bool:
        return self.at >= self.count

    @property
    def judged(self) -> Judged:
        """The address to judge, while one is left."""
        return self.world.site.addresses.judged[self.at]

    @property
    def right(self) -> bool:
        """Whether the learner judged well."""
        return self.answer == self.judged.genuine

    def place(self) -> dict[str, Any]:
        return {"page": self.name, "at": self.at, "answer": self.answer}

    @classmethod
    def resume(cls, world: "World", place: Mapping[str, Any]) -> Self:
        page, at, answer = cls(world), place.get("at"), place.get("answer")
        if type(at) is int and 0 <= at <= page.count:
            page.at = at
            page.answer = answer if isinstance(answer, bool) and not page.finished else None
        return page
