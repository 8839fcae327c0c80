"""« Mon agenda »: the appointments to come, each to be moved or called off (the seed shows them; the rest is ours)."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from atelier_ameli.information.information import Appointment
from practice.drawing.dates import weekday
from practice.facts import Fact
from practice.pages.account_page import AccountPage
from practice.procedures import projection
from practice.procedures.request_book import Draft
from practice.services import Channel

if TYPE_CHECKING:
    from atelier_ameli.world import World

REQUEST = "appointment"


class Agenda(AccountPage):
    """The appointments to come. Calling one off is asked twice."""

    name = "agenda"
    template = "agenda.html"
    title = "Mon agenda"
    tab = "requests"
    facts = (
        Fact("to_confirm", "Le rendez-vous qu'on va annuler : le site demande si c'est sûr.", lambda page: page.asked),
    )
    channel = Channel.COMPUTER  # seed: « Prendre un rendez-vous … uniquement sur la version ordinateur »

    def __init__(self, world: "World") -> None:
        super().__init__(world)
        self.asked = ""  # id of the appointment about to be called off

    def place(self) -> dict[str, Any]:
        return super().place() | {"asked": self.asked}

    @classmethod
    def resume(cls, world: "World", place: Mapping[str, Any]) -> Self:
        page = cls(world)
        one = page._named(place.get("asked"))
        page.asked = one.id if one else ""
        return page

    @property
    def appointments(self) -> list[Appointment]:
        """Those to come, soonest first."""
        return projection.known(self.world).coming(self.world.now)

    def handle_move(self, answers: Mapping[str, Any]) -> str | None:
        """Choose another day for an appointment; the old one stands until the new one is sent."""
        one = self._named(answers.get("appointment"))
        if one is None:
            return None
        kept = self.world.site.procedures[REQUEST].rules.answers_of(one)
        writer, steps = self.world.signed_in.id, self.world.site.requests[REQUEST].steps
        first = steps[2] if kept else steps[0]
        draft = Draft(writer, REQUEST, first.id, kept, replaces=one.id)
        self.world.requests = self.world.requests.with_draft(draft).opened(REQUEST)
        return "request"

    def handle_call_off(self, answers: Mapping[str, Any]) -> None:
        """Ask whether the appointment is really to be called off."""
        one = self._named(answers.get("appointment"))
        self.asked, self.focus = (one.id, "sure") if one else ("", "")

    def handle_keep_it(self, _: Mapping[str, Any]) -> None:
        self.asked, self.note, self.focus = "", "Votre rendez-vous est gardé.", "note"

    def handle_call_off_now(self, _: Mapping[str, Any]) -> None:
        """Call off the appointment that was asked about."""
        one = self._named(self.asked)
        self.asked = ""
        if one:
            self.world.requests = self.world.requests.with_cancelled(one.id)
            self.note = f"Le rendez-vous du {weekday(one.start).lower()} est annulé."
            self.focus = "note"

    def _named(self, name: object) -> Appointment | None:
        return next((one for one in self.appointments if one.id == name), None)
