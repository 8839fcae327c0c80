"""Whom each tablet plays. The paper kit and the room deal alike, so that an envelope fits its tablet."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from practice.classroom.classroom import Classroom
    from practice.classroom.course import Player
    from practice.classroom.seat import Seat

_T = TypeVar("_T")


def players(site: Any) -> tuple[str, ...]:
    """Return the ids of whom a room plays: those that the kit names (data/trainer.toml), else all with an account."""
    named = site.kit.players if site.kit else ()
    return named or tuple(person.id for person in site.personas.values() if person.has_account)


def dealt(people: Sequence[_T], number: int) -> _T:
    """Return whom tablet `number`, 1 or more, plays: neighbours differ if there are two people.

    >>> [dealt(("ana", "luc", "zoe"), number) for number in (1, 2, 3, 4)]
    ['ana', 'luc', 'zoe', 'ana']
    """
    if number < 1:
        raise ValueError("number : les tablettes commencent à 1")
    return people[(number - 1) % len(people)]


def deal(people: Sequence[str], seats: int) -> tuple[str, ...]:
    """Return whom each of the tablets 1 to `seats` plays.

    >>> deal(("ana", "luc"), 3)
    ('ana', 'luc', 'ana')
    """
    return tuple(dealt(people, number) for number in range(1, seats + 1))


class Dealing:
    """The trainer's choice that each tablet has a person of its own. Neighbours differ."""

    def __init__(self, classroom: "Classroom") -> None:
        self._classroom = classroom

    @property
    def on(self) -> bool:
        """Whether it is dealt; a restart changes nothing of it."""
        return self._classroom.keys.deals

    def start(self) -> None:
        """Deal."""
        self._turn(on=True)

    def stop(self) -> None:
        """Give the chapters their own people back."""
        self._turn(on=False)

    def player(self, edition: str, number: int) -> "Player | None":
        """Return whom a tablet plays in an edition; None where each chapter says it."""
        people = self._classroom.course.players(edition) if self.on else ()
        return dealt(people, number) if people else None

    def instead(self, edition: str, number: int) -> dict[str, str]:
        """Return whom a tablet plays instead of the first of all, who is the course's own example.

        The other people of the chapters stay: what is told of them is only theirs.
        """
        player = self.player(edition, number)
        return {self._classroom.course.players(edition)[0].id: player.id} if player else {}

    def deal_to(self, seat: "Seat") -> "Player | None":
        """Return whom a seat plays, and note it for the board."""
        player = self.player(seat.edition, seat.number)
        seat.persona = player.name if player else ""
        return player

    def _turn(self, *, on: bool) -> None:
        self._classroom.keys.deals = on
        self._classroom.keep()
        for seat in self._classroom.seats:
            player = self.deal_to(seat)
            self._classroom.tell_seat(
                seat, says(player) if player else "Vous jouez à nouveau la personne de chaque chapitre."
            )


def says(player: "Player | None") -> str:
    """Return what a tablet says of whom it plays."""
    return f"Votre personne : {player.name}." if player else ""
