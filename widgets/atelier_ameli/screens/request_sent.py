"""The receipt of a request, and what became of all those sent, as the learner moves the clock."""

from collections.abc import Mapping
from typing import Any

from atelier_ameli import documents, draw, record
from atelier_ameli.domain.follow_up import Followed
from atelier_ameli.domain.simulation import Simulation
from atelier_ameli.screens.account import AccountPage

WAITS = (2, 7, 30)  #: days that the learner may let go by


class RequestSent(AccountPage):
    """The receipt of the last request sent."""

    name = "request_sent"
    template = "request_sent.html"
    title = "Votre demande est envoyée"
    tab = "requests"

    @classmethod
    def reachable(cls, simulation: Simulation) -> bool:
        """Only after a request."""
        return super().reachable(simulation) and bool(record.followed(simulation))

    @property
    def one(self) -> Followed:
        return record.followed(self.simulation)[-1]

    def handle_receipt(self, _: Mapping[str, Any]) -> None:
        self.give(documents.receipt(self.simulation, self.one))
        self.focus = "note"


class FollowUp(AccountPage):
    """The requests sent, newest first, each with its milestones."""

    name = "follow_up"
    template = "follow_up.html"
    title = "Suivre mes demandes"
    tab = "requests"
    waits = WAITS

    @property
    def all(self) -> tuple[Followed, ...]:
        return record.followed(self.simulation)[::-1]

    def handle_wait(self, answers: Mapping[str, Any]) -> None:
        """Let some days go by, and say which requests moved."""
        days = next((days for days in WAITS if str(days) == answers.get("days")), None)
        if days is None:
            return
        before = {one.sent.number: one.state for one in self.all}
        self.simulation.wait(days)
        moved = [f"{one.request.title} : {one.state}." for one in self.all if before[one.sent.number] != one.state]
        self.note = f"Nous sommes maintenant le {draw.day(self.simulation.today)}. " + (
            " ".join(moved) if moved else "Rien n'a changé."
        )
        self.focus = "note"

    def handle_receipt(self, answers: Mapping[str, Any]) -> None:
        """Give a receipt again."""
        one = next((one for one in self.all if str(one.sent.number) == answers.get("number")), None)
        if one:
            self.give(documents.receipt(self.simulation, one))
            self.focus = "note"
