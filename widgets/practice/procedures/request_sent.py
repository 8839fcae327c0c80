"""The receipt of a request, and what became of all those sent, as the learner moves the clock."""

from collections.abc import Mapping
from typing import Any

from practice.drawing.dates import day
from practice.pages.account_page import AccountPage
from practice.procedures import projection
from practice.procedures.follow_up import Followed
from practice.procedures.receipt import receipt
from practice.world import World

WAITS = (2, 7, 30)  #: days that the learner may let go by


class _SentPage(AccountPage):
    """A page that tells of requests sent, and gives their papers."""

    tab = "requests"

    @property
    def all(self) -> tuple[Followed, ...]:
        """The requests sent from this account, newest first."""
        return projection.followed(self.world)[::-1]

    def handle_receipt(self, answers: Mapping[str, Any]) -> None:
        """Give the receipt of a request."""
        one = self._numbered(answers.get("number"))
        if one:
            self.give(receipt(self.world, one))
            self.focus = "note"

    def handle_paper(self, answers: Mapping[str, Any]) -> None:
        """Give what a request ended in; « paper » is its number and the name of the paper."""
        number, _, name = str(answers.get("paper")).partition(" ")
        one = self._numbered(number)
        if one and name in one.documents:
            self.give(self.world.site.request_paper(name, self.world, one))
            self.focus = "note"

    def _numbered(self, number: object) -> Followed | None:
        return next((one for one in self.all if str(one.sent.number) == number), None)


class RequestSent(_SentPage):
    """The receipt of the last request sent."""

    name = "request_sent"
    template = "request_sent.html"
    title = "Votre demande est envoyée"
    linked = False

    @classmethod
    def reachable(cls, world: World) -> bool:
        """Only after a request."""
        return super().reachable(world) and bool(projection.followed(world))

    @property
    def one(self) -> Followed:
        return self.all[0]

    @property
    def own(self) -> str:
        return self.world.site.template_of(self.one.request)


class FollowUp(_SentPage):
    """The requests sent, newest first, each with its milestones."""

    name = "follow_up"
    template = "follow_up.html"
    title = "Suivre mes demandes"
    waits = WAITS

    def handle_wait(self, answers: Mapping[str, Any]) -> None:
        """Let some days go by, and say which requests moved."""
        days = next((days for days in WAITS if str(days) == answers.get("days")), None)
        if days is None:
            return
        before = {one.sent.number: one.state for one in self.all}
        self.world.wait(days)
        moved = [f"{one.request.title} : {one.state}." for one in self.all if before[one.sent.number] != one.state]
        told = " ".join(moved) or "Rien n'a changé."
        self.note = f"Nous sommes maintenant le {day(self.world.today)}. {told}"
        self.focus = "note"
