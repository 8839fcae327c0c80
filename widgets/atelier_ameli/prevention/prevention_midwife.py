"""« PRADO Maternité »: accept or decline the visit of a midwife at home after the birth."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from atelier_ameli.prevention.prevention_area import Midwife
from atelier_ameli.prevention.prevention_pregnancy import DECLARED
from atelier_ameli.prevention.prevention_topic import TopicPage, enrolments_of, situation_of

if TYPE_CHECKING:
    from atelier_ameli.world import World


def _visit(world: "World") -> date | None:
    """Return the day of the visit, none when no birth is expected."""
    expected = situation_of(world).expected_birth
    return expected + timedelta(days=world.site.prevention.midwife.days_after_birth) if expected else None


class MidwifeVisit(TopicPage):
    """An offer that one may take, decline, take back."""

    name = "prevention_midwife"
    template = "prevention_midwife.html"
    title = "PRADO Maternité"
    topic = "midwife"

    @classmethod
    def why(cls, world: "World") -> str:
        day = _visit(world)
        return DECLARED if day and world.today <= day else ""

    @classmethod
    def progress(cls, world: "World") -> str:
        return {None: "", True: "Visite acceptée.", False: "Visite refusée."}[enrolments_of(world).midwife]

    @property
    def midwife(self) -> Midwife:
        return self.world.site.prevention.midwife

    @property
    def day(self) -> date:
        return _visit(self.world)

    def handle_accept_visit(self, _: Mapping[str, Any]) -> None:
        self.enrol(self.enrolled.with_midwife(True), "answer")
        self.say = "La visite est acceptée."

    def handle_decline_visit(self, _: Mapping[str, Any]) -> None:
        self.enrol(self.enrolled.with_midwife(False), "answer")
        self.say = "La visite est refusée."

    def handle_cancel_visit(self, _: Mapping[str, Any]) -> None:
        """Take the answer back: the offer stands again."""
        self.enrol(self.enrolled.with_midwife(None), "offer-title")
        self.note = "La visite est annulée. Vous pouvez encore l'accepter."
