"""What chapter 1 shows and asks: decks of cards, and what one needs before one starts (seed, « Comment accéder »)."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True)
class Card:
    """A card. `picture` names a drawing of the site's `pictures/`; `picture_says` tells it to who does not see it."""

    title: str
    text: str
    picture: str
    picture_says: str


@dataclass(frozen=True)
class Deck:
    """Cards that go together."""

    id: str
    title: str
    cards: tuple[Card, ...]


class Said(StrEnum):
    """An answer to « have you this? »."""

    YES = "yes"
    NO = "no"
    UNSURE = "unsure"


@dataclass(frozen=True)
class Need:
    """Something that one needs. `name` stands in « Répondez pour … »; `yes`, `no`, `unsure`: what is said to each."""

    id: str
    name: str
    question: str
    help: str
    yes: str
    no: str
    unsure: str
    once: str = ""  #: its id in what an older version kept

    def word(self, said: Said) -> str:
        return {Said.YES: self.yes, Said.NO: self.no, Said.UNSURE: self.unsure}[said]


@dataclass(frozen=True)
class Preparation:
    """All that one needs for something, `ready` when nothing is missing, and what to remember in any case."""

    id: str
    title: str
    ready: str
    reminder: str
    needs: tuple[Need, ...]

    def __post_init__(self) -> None:
        """Refuse two needs with the same id, and a list of none."""
        if not self.needs or len({need.id for need in self.needs}) < len(self.needs):
            raise ValueError("needs : il en faut au moins un, chacun avec un id à lui")

    def at_hand(self, answers: Mapping[str, Said]) -> list[str]:
        """Return what is said of the needs that are met."""
        return [need.yes for need in self.needs if answers[need.id] is Said.YES]

    def to_prepare(self, answers: Mapping[str, Said]) -> list[str]:
        """Return what to do for the others, in order."""
        return [need.word(answers[need.id]) for need in self.needs if answers[need.id] is not Said.YES]
