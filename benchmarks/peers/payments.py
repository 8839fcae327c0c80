"""What every peer shares: the payments of one persona, and the search, as the course's own page understands it."""

import json
from datetime import date
from pathlib import Path
from typing import NamedTuple

_FILE = json.loads(Path(__file__).with_name("payments.json").read_text(encoding="utf-8"))
EVERYBODY = "Toutes les personnes"
PEOPLE: list[str] = [EVERYBODY, *_FILE["people"]]
KINDS: dict[str, str] = _FILE["kinds"]  #: a kind's name -> its words
START, END = (date.fromisoformat(day) for day in _FILE["period"])
OLDEST = date.fromisoformat(_FILE["oldest"])
HEADS = ("Date", "Sorte", "Pour", "Montant")


class Payment(NamedTuple):
    """One line of the list."""

    date: date
    kind: str
    people: list[str]
    cents: int

    @property
    def row(self) -> tuple[str, str, str, str]:
        """What the table shows of it."""
        return f"{self.date:%d/%m/%Y}", KINDS[self.kind], ", ".join(self.people), euros(self.cents)


PAYMENTS = [Payment(date.fromisoformat(day), *rest) for day, *rest in _FILE["payments"]]


def search(start: date, end: date, person: str, kinds: list[str]) -> list[Payment]:
    """Return the payments of a period (its first month whole), a person and some kinds, newest first."""
    return [
        payment
        for payment in PAYMENTS
        if start.replace(day=1) <= payment.date <= end
        and payment.kind in kinds
        and person in (EVERYBODY, *payment.people)
    ]


def total(found: list[Payment]) -> str:
    """Return the sum, in words."""
    return f"Total : {euros(sum(payment.cents for payment in found))}"


def euros(cents: int) -> str:
    """Write an amount, in French."""
    return f"{cents // 100:,}".replace(",", " ") + f",{cents % 100:02} €"
