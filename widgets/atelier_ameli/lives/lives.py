"""The lives of the people of the course (data/lives.toml): what is true of each, and since when."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum

from practice.drawing.dates import months_before
from practice.loading.faults import DataFile
from practice.loading.toml_files import by_id, tables

_MONTH = re.compile(r"20\d\d-(?:0[1-9]|1[0-2])", re.ASCII)
HERE = "Haute-Garonne"  #: where everybody lives


class Couple(StrEnum):
    """With whom a person lives as a couple, or no more."""

    ALONE = "alone"
    COUPLE = "couple"
    SEPARATED = "separated"


class EventKind(StrEnum):
    """What happens to a person on a day, or from a day on."""

    MOVED = "moved"
    BANK_CHANGED = "bank_changed"
    WEDDING = "wedding"
    PREGNANCY = "pregnancy"  #: until the child is expected
    BIRTH = "birth"
    TOWN_HALL = "town_hall"  #: a birth is declared there
    ACCIDENT = "accident"  #: caused by a third party
    WORK_ACCIDENT = "work_accident"
    SICK_LEAVE = "sick_leave"
    CARD_LOST = "card_lost"
    CARD_STOLEN = "card_stolen"
    CARD_BROKEN = "card_broken"
    TRIP = "trip"
    CARE = "care"  #: an appointment with a doctor, a physiotherapist
    DOCTOR_CHANGED = "doctor_changed"
    CERTIFICATE_ASKED = "certificate_asked"
    APPOINTMENT_TAKEN = "appointment_taken"
    PAID_TWICE = "paid_twice"  #: the caisse paid the same care twice
    SECOND_INSURER = "second_insurer"


CARD_TROUBLES = frozenset({EventKind.CARD_LOST, EventKind.CARD_STOLEN, EventKind.CARD_BROKEN})


@dataclass(frozen=True)
class Event:
    """Something that happens to a person. `letter`: the message of the caisse that tells her of it."""

    what: EventKind
    on: date
    until: date | None = None
    place: str = HERE
    letter: str = ""

    def __post_init__(self) -> None:
        """Refuse an event that ends before it starts."""
        if self.last < self.on:
            raise ValueError("until : cela finit avant de commencer")

    @property
    def last(self) -> date:
        return self.until or self.on

    def overlaps(self, first: date, last: date) -> bool:
        return self.on <= last and first <= self.last


@dataclass(frozen=True)
class Income:
    """Money that the household receives: the same `monthly` since a month, or `months` one by one (« 2020-12 »)."""

    kind: str
    since: date | None = None
    monthly: Decimal = Decimal(0)
    months: Mapping[str, Decimal] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Refuse a month that no calendar has."""
        for month in self.months:
            if not _MONTH.fullmatch(month):
                raise ValueError(f"months : « {month} » n'est pas un mois ; il s'écrit \"2020-12\"")

    def of(self, month: date) -> Decimal:
        if self.since is not None:
            return self.monthly if self.since <= month else Decimal(0)
        return self.months.get(f"{month:%Y-%m}", Decimal(0))


@dataclass(frozen=True)
class Relative:
    """Somebody of the family who is no persona."""

    name: str
    kin: str
    nir: str = ""


@dataclass(frozen=True)
class Life:
    """One person's life."""

    persona: str
    couple: Couple = Couple.ALONE
    lives_with: tuple[str, ...] = ()  #: personas
    insurers: int = 1  #: mutuelles
    card: bool = True  #: whether she has a carte Vitale
    incomes: tuple[Income, ...] = ()
    events: tuple[Event, ...] = ()
    relatives: tuple[Relative, ...] = ()

    def __post_init__(self) -> None:
        """Refuse a life in which somebody is in two places, works while away, or has two troubles of one kind."""
        if not 0 <= self.insurers <= 2:  # noqa: PLR2004
            raise ValueError("insurers : il faut 0, 1 ou 2 mutuelles")
        trips = [event for event in self.events if event.place != HERE]
        for trip in trips:
            for other in self.events:
                if other is not trip and other.what is not EventKind.PREGNANCY and other.overlaps(trip.on, trip.last):
                    raise ValueError(f"events : {other.what} le {other.on:%d/%m/%Y}, pendant un voyage ({trip.place})")
        for kinds in ({EventKind.ACCIDENT, EventKind.WORK_ACCIDENT}, CARD_TROUBLES, {EventKind.WEDDING}):
            same = [event for event in self.events if event.what in kinds]
            if len(same) > 1:
                raise ValueError(f"events : {' et '.join(event.what for event in same)}, c'est trop pour une vie")

    def told(self, *kinds: EventKind) -> Iterator[Event]:
        """Yield the events of some kinds, in the order of the file."""
        return (event for event in self.events if event.what in kinds)

    def income_of(self, month: date) -> Decimal:
        return sum((income.of(month) for income in self.incomes), Decimal(0))

    def incomes_before(self, month: date, count: int, gap: int) -> list[Decimal]:
        """Return the incomes of `count` months, the last of them `gap` months before this one."""
        last = months_before(month.replace(day=1), gap)
        return [self.income_of(months_before(last, back)) for back in range(count - 1, -1, -1)]


def load_lives(file: DataFile) -> dict[str, Life]:
    """Read the lives, by persona id; refuse two of the same person."""
    return by_id(file, tables(file, "life"), Life, "persona : cette vie est déjà racontée", "persona")
