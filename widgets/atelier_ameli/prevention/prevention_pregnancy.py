"""« Grossesse »: a calendar counted from the day that the child is expected."""

from datetime import date
from typing import TYPE_CHECKING

from atelier_ameli.prevention.calendars import Dated, Stage, dated
from atelier_ameli.prevention.prevention_topic import TopicPage, situation_of

if TYPE_CHECKING:
    from atelier_ameli.world import World

DECLARED = "Vous avez déclaré une grossesse."


def pregnancy_calendar(world: "World") -> tuple[Dated, ...]:
    """Return the calendar of the holder of the account; empty when no pregnancy is declared, or when all is past."""
    start = situation_of(world).pregnancy_start
    found = dated(world.site.prevention.pregnancy, start, world.today) if start else ()
    return found if any(one.stage is not Stage.PAST for one in found) else ()


class Pregnancy(TopicPage):
    """Exams and the declaration, month by month."""

    name = "prevention_pregnancy"
    template = "prevention_pregnancy.html"
    title = "Grossesse"
    topic = "pregnancy"

    @classmethod
    def why(cls, world: "World") -> str:
        return DECLARED if pregnancy_calendar(world) else ""

    @property
    def expected(self) -> date:
        return situation_of(self.world).expected_birth

    @property
    def calendar(self) -> tuple[Dated, ...]:
        return pregnancy_calendar(self.world)
