"""Whom each tablet plays. The paper kit and the room deal alike, so that an envelope fits its tablet."""

from collections.abc import Sequence
from typing import Any


def players(site: Any) -> tuple[str, ...]:
    """Return the ids of whom a room plays: those that the kit names (data/trainer.toml), else all with an account."""
    named = site.kit.players if site.kit else ()
    return named or tuple(person.id for person in site.personas.values() if person.has_account)


def dealt(people: Sequence[str], number: int) -> str:
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
