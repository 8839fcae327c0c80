"""The application opened for the first time: it asks, one thing after the other, what it may use. One may refuse."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from atelier_ameli.app.phone_home import front_of_app
from practice.facts import Fact
from practice.pages.page import Page
from practice.phone.app_store import Ask
from practice.phone.handset import Permission
from practice.services import Channel

if TYPE_CHECKING:
    from atelier_ameli.world import World

_READY = "L'application est prête. Vous pourrez changer ces choix plus tard, dans les réglages du téléphone."


class FirstOpening(Page):
    """One question at a time; the last answer leads to the sign-in page."""

    name = "first_opening"
    template = "first_opening.html"
    title = "Première ouverture"
    channel = Channel.PHONE
    of_the_phone = True
    facts = (
        Fact(
            "permission",
            "Ce que l'application demande à sa première ouverture.",
            lambda page: page.world.handset.next_question,
            among=lambda _: Permission,
        ),
    )

    @classmethod
    def reachable(cls, world: "World") -> bool:
        """Only with the application, as long as it has something to ask."""
        return world.handset.installed and world.handset.next_question is not None

    @property
    def ask(self) -> Ask:
        return self.world.site.store.ask(self.world.handset.next_question)

    @property
    def number(self) -> int:
        """The place of the question, from 1."""
        return list(Permission).index(self.ask.id) + 1

    def handle_allow(self, _: Mapping[str, Any]) -> str | None:
        return self._answer("", allowed=True)

    def handle_refuse(self, _: Mapping[str, Any]) -> str | None:
        return self._answer(self.ask.refused, allowed=False)

    def _answer(self, told: str, *, allowed: bool) -> str | None:
        """Keep an answer; say what a refusal changes."""
        handset = self.world.handset.answered(self.ask.id, allowed=allowed)
        self.world.handset, self.note, self.focus = handset, told, "ask"
        if handset.next_question:
            return None
        self.world.handset = handset.in_use()
        self.note = f"{told} {_READY}".strip()
        return front_of_app(self.world)
