"""Places: where a trainer can send tablets, as the board offers them. What knows them stands behind a door."""

from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True)
class Place:
    """A chapter, or a step of one. `key` is what a choice of it says."""

    key: str
    title: str


@dataclass(frozen=True)
class EditionPlaces:
    """The chapters of an edition."""

    name: str
    chapters: tuple[Place, ...]


class Destinations(Protocol):
    """All places of the course."""

    @property
    def editions(self) -> tuple[EditionPlaces, ...]:
        """The chapters to choose from, those of the room's own edition first."""

    @property
    def first(self) -> str:
        """The key of what is chosen at first."""

    def steps(self, key: str) -> tuple[Place, ...]:
        """Return the steps of a chapter; none for one that is not there."""

    def title(self, key: str) -> str:
        """Return what a chapter is called; nothing for one that is not there."""

    def address(self, key: str, step: str = "") -> str:
        """Return where a chapter is, or a step of it. Raises LookupError for what is not there."""
