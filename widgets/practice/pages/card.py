"""The persona's card, which lies beside the site: all that a page asks for stands on it."""

from dataclasses import dataclass


@dataclass(frozen=True)
class CardLine:
    """One line of the card. `copy` is what its copy button copies; a line without has no button."""

    label: str
    value: str
    copy: str = ""


@dataclass(frozen=True)
class Card:
    """The card that lies beside the site."""

    name: str
    story: str
    lines: list[CardLine]
