"""« La santé de votre enfant »: the exams of each child, dated."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from atelier_ameli.identity.personas import Persona
from atelier_ameli.prevention.calendars import Dated, Stage, dated
from atelier_ameli.prevention.prevention import CHILD_UNTIL_AGE, is_child
from atelier_ameli.prevention.prevention_topic import TopicPage
from practice.facts import Fact

if TYPE_CHECKING:
    from atelier_ameli.world import World


def _children(world: "World") -> list[Persona]:
    """Return the children of the account, youngest first."""
    found = [person for person in world.beneficiaries if is_child(person, world.today)]
    return sorted(found, key=lambda child: child.birth_date, reverse=True)


class Children(TopicPage):
    """One child at a time."""

    name = "prevention_children"
    template = "prevention_children.html"
    title = "La santé de votre enfant"
    topic = "children"
    facts = (
        Fact(
            "child",
            "L'enfant dont le calendrier est montré.",
            lambda page: page.child.id,
            among=lambda site: site.personas,
        ),
    )

    def __init__(self, world: "World", child: object = None) -> None:
        super().__init__(world)
        self.chosen = child  # the id of the child whose calendar is open; any other opens the first

    @classmethod
    def why(cls, world: "World") -> str:
        names = [child.first_name for child in _children(world)]
        if not names:
            return ""
        return f"{' et '.join(names)} {'ont' if len(names) > 1 else 'a'} moins de {CHILD_UNTIL_AGE + 1} ans."

    @property
    def children(self) -> list[Persona]:
        return _children(self.world)

    @property
    def child(self) -> Persona:
        return next((child for child in self.children if child.id == self.chosen), self.children[0])

    @property
    def calendar(self) -> tuple[Dated, ...]:
        return dated(self.world.site.prevention.child, self.child.birth_date, self.world.today)

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
    def resume(cls, world: "World", place: Mapping[str, Any]) -> Self:
        return cls(world, place.get("child"))
