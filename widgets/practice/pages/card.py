"""The persona's card, which lies beside the site: all that a page asks for stands on it."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class CardLine:
    """One line of the card. `copy` is what its copy button copies; a line without has no button."""

    label: str
    value: str
    copy: str = ""


@dataclass(frozen=True)
class Card:
    """The card that lies beside the site. `day` is the date of the exercise, when it has one."""

    name: str
    story: str
    lines: list[CardLine]
    day: date | None = None
