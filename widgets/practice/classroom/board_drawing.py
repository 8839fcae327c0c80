"""How the board of a classroom is drawn: each piece from plain values, by its template."""

from collections.abc import Sequence
from dataclasses import dataclass

from practice.classroom.drawing import draw
from practice.classroom.places import EditionPlaces, Place
from practice.classroom.rows import Row, totals


@dataclass(frozen=True)
class Desk:
    """What all tablets are asked to do, and what the trainer has chosen so far."""

    editions: tuple[EditionPlaces, ...] = ()
    chapter: str = ""  #: the key of the one that is chosen
    steps: tuple[Place, ...] = ()  #: of it
    pause: str = ""  #: what is left of a pause, in words; nothing without one
    closing: bool = False  #: whether the trainer is asked if the room is to be closed
    told: str = ""  #: what came of the last order, in words
    dealt: bool = False  #: whether each tablet plays its own person
    renewing: bool = False  #: whether the trainer is asked if a new session is to begin
    waiting: tuple[int, ...] = ()  #: the tablets whose learner still notes her code


def draw_seat(row: Row) -> str:
    """Return a tablet on the board."""
    return draw("seat", row=row)


def draw_totals(rows: Sequence[Row]) -> str:
    """Return how many tablets need what."""
    return draw("totals", totals=totals(rows))


def draw_desk(desk: Desk) -> str:
    """Return what all tablets can be asked to do."""
    return draw("desk", desk=desk)


def draw_one(row: Row | None, desk: Desk, others: Sequence[Row] = ()) -> str:
    """Return what one tablet can be asked to do; an empty place without one. `others` have numbers to swap with."""
    taken = {other.number for other in others}
    most = max([*taken, 12]) + 1
    numbers = [(number, number in taken) for number in range(1, most + 1) if row and number != row.number]
    return draw("one", row=row, desk=desk, numbers=numbers)
