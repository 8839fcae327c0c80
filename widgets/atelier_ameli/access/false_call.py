"""A false adviser on the phone, who wants the code that has just come (ameli_2026.md §7: silence, « ameli », urgency).

That such a caller asks for the code of the sign-in is the exercise's.
"""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from atelier_ameli.access.entry import send_one_time_code
from practice.facts import Fact
from practice.notices import notice
from practice.pages.page import Page

if TYPE_CHECKING:
    from atelier_ameli.world import World

_TOLD = notice(
    "code_told",
    "Dans la vraie vie, cette personne serait maintenant dans le compte. Ce code ne se donne à personne.",
)


_VIEWS = ("ringing", "answered", "told", "hung_up")


class FalseCall(Page):
    """Give the code, or hang up."""

    name = "false_call"
    template = "false_call.html"
    title = "Le téléphone sonne"
    site = "Téléphone"
    in_app = False
    mailbox = True
    facts = (
        Fact("call", "Où en est l'appel du faux conseiller.", lambda page: page.view, among=lambda _: _VIEWS),
        Fact("hung_up", "Le faux conseiller n'a pas eu le code.", lambda page: page.view == "hung_up", bool),
    )

    def __init__(self, world: "World") -> None:
        super().__init__(world)
        self.view = _VIEWS[0]

    @classmethod
    def can_start(cls, person: Any) -> bool:
        """Only for whoever has an account that somebody could want to enter."""
        return person.has_account

    @classmethod
    def open_first(cls, world: "World") -> None:
        """Let somebody who knows the password ask for a code, which comes to the person's own mailbox."""
        if world.edition.one_time_code_minutes:
            world.second_step = world.second_step.begun(world.owner.id)
            send_one_time_code(world)
            world.second_step = world.second_step.left()

    @property
    def caller(self) -> str:
        """What the voice says, of whom it is played to."""
        return "madame" if self.world.persona.sex == "F" else "monsieur"

    def handle_answer_call(self, _: Mapping[str, Any]) -> None:
        self._show("answered")

    def handle_tell_code(self, _: Mapping[str, Any]) -> None:
        """Say the code aloud."""
        self._show("told")
        self.note = _TOLD

    def handle_hang_up(self, _: Mapping[str, Any]) -> None:
        self._show("hung_up")

    def handle_again(self, _: Mapping[str, Any]) -> None:
        """Let it ring again."""
        self._show("ringing")

    def handle_login(self, _: Mapping[str, Any]) -> str:
        return "login"

    def _show(self, view: str) -> None:
        self.view, self.focus = view, "title"
