"""Who can be played in the place of a chapter's own person, when a trainer presents to a room."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from practice.pages.page import Page


@dataclass
class PersonaSwitcher:
    """The person whom the chapter gives to play, and those whom a trainer may choose; nobody in an exercise."""

    own: Any
    players: tuple[Any, ...] = ()
    shown: bool = False  #: whether the list of the players is there

    def player(self, name: object) -> Any:
        """Return the player who has this id, if any."""
        return next((player for player in self.players if player.id == name), None)


def players_at(start: type[Page], people: Iterable[Any]) -> tuple[Any, ...]:
    """Return those with whom one can start at a page."""
    return tuple(person for person in people if start.can_start(person))
