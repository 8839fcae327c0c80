"""« Grossesse »: a calendar counted from the day that the child is expected."""

from datetime import date

from atelier_ameli.domain.calendars import Dated, Stage, dated
from atelier_ameli.domain.simulation import Simulation
from atelier_ameli.screens.prevention_area import area
from atelier_ameli.screens.prevention_topic import TopicPage, situation_of

DECLARED = "Vous avez déclaré une grossesse."


def pregnancy_calendar(simulation: Simulation) -> tuple[Dated, ...]:
    """Return the calendar of the holder of the account; empty when no pregnancy is declared, or when all is past."""
    start = situation_of(simulation).pregnancy_start
    found = dated(area().pregnancy, start, simulation.today) if start else ()
    return found if any(one.stage is not Stage.PAST for one in found) else ()


class Pregnancy(TopicPage):
    """Exams and the declaration, month by month."""

    name = "prevention_pregnancy"
    template = "prevention_pregnancy.html"
    title = "Grossesse"
    topic = "pregnancy"

    @classmethod
    def why(cls, simulation: Simulation) -> str:
        return DECLARED if pregnancy_calendar(simulation) else ""

    @property
    def expected(self) -> date:
        return situation_of(self.simulation).expected_birth

    @property
    def calendar(self) -> tuple[Dated, ...]:
        return pregnancy_calendar(self.simulation)
