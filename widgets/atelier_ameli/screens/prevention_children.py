"""« La santé de votre enfant »: the exams of each child, dated."""

from collections.abc import Mapping
from typing import Any, Self

from atelier_ameli.domain.calendars import Dated, Stage, dated
from atelier_ameli.domain.personas import Persona
from atelier_ameli.domain.prevention import CHILD_UNTIL_AGE, is_child
from atelier_ameli.domain.simulation import Simulation
from atelier_ameli.screens.prevention_area import area
from atelier_ameli.screens.prevention_topic import TopicPage


def _children(simulation: Simulation) -> list[Persona]:
    """Return the children of the account, youngest first."""
    found = [person for person in simulation.beneficiaries if is_child(person, simulation.today)]
    return sorted(found, key=lambda child: child.birth_date, reverse=True)


class Children(TopicPage):
    """One child at a time."""

    name = "prevention_children"
    template = "prevention_children.html"
    title = "La santé de votre enfant"
    topic = "children"

    def __init__(self, simulation: Simulation, child: object = None) -> None:
        super().__init__(simulation)
        self.chosen = child  # the id of the child whose calendar is open; any other opens the first

    @classmethod
    def why(cls, simulation: Simulation) -> str:
        names = [child.first_name for child in _children(simulation)]
        if not names:
            return ""
        return f"{' et '.join(names)} {'ont' if len(names) > 1 else 'a'} moins de {CHILD_UNTIL_AGE + 1} ans."

    @property
    def children(self) -> list[Persona]:
        return _children(self.simulation)

    @property
    def child(self) -> Persona:
        return next((child for child in self.children if child.id == self.chosen), self.children[0])

    @property
    def calendar(self) -> tuple[Dated, ...]:
        return dated(area().child, self.child.birth_date, self.simulation.today)

    @property
    def next_certificate(self) -> Dated | None:
        """The exam of the next certificate of health that is not past."""
        return next((one for one in self.calendar if one.step.certificate and one.stage is not Stage.PAST), None)

    def handle_show_child(self, answers: Mapping[str, Any]) -> None:
        self.chosen, self.focus = answers.get("child"), "now-title"

    def place(self) -> dict[str, Any]:
        child = self.child.id if self.children else ""
        return {**super().place(), "child": child}

    @classmethod
    def resume(cls, simulation: Simulation, place: Mapping[str, Any]) -> Self:
        return cls(simulation, place.get("child"))
