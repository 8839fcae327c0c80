"""Activity: under which names the work of one screen of one chapter is kept, and what of it other chapters share."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Self

if TYPE_CHECKING:
    from practice.course.outline.shared_work import SharedWork
    from practice.session import Context


@dataclass(frozen=True)
class Activity:
    """One activity, played as its own person. Its place is its own; its world too, unless `shared` says otherwise."""

    name: str
    place: str  #: where it starts, and as whom
    person: str
    shared: "SharedWork | None"
    reach: tuple[str, ...]  #: the titles of the other chapters that have this world

    @classmethod
    def at(cls, at: "Context", place: str, person: str) -> Self:
        """Return the next activity of a chapter."""
        shared = next((one for one in at.site.shared_work if one.is_of(person, at.chapter)), None)
        others = set(shared.chapters) - {at.chapter} if shared else set()
        reach = (
            (one.title for one in at.site.chapters if one.notebook.removesuffix(".ipynb") in others) if others else ()
        )
        return cls(at.activity(f"{place}:{person}"), f"{place}:{person}", person, shared, tuple(reach))

    @property
    def world_name(self) -> str:
        """Name under which its world is kept."""
        return f"world:{self.shared.id if self.shared else self.name}"

    @property
    def place_name(self) -> str:
        """Name under which its place is kept."""
        return f"place:{self.name}"

    def kept(self, items: Mapping[str, Any]) -> tuple[Any, Any]:
        """Return the world and the place that were kept, or those of the time when a person had one world for all."""
        world, place = items.get(self.world_name), items.get(self.place_name)
        if world is None and place is None:
            place = items.get(f"place:{self.place}")
            been_here = place is not None or self.shared
            world = items.get(f"persona:{self.person}") if been_here else None
        return world, place
