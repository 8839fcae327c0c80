"""What the caisse knows of an insured person, beyond who she is: address, bank, doctor, appointments."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from atelier_ameli.identity import iban


@dataclass(frozen=True)
class Appointment:
    """An appointment at an agency of the caisse."""

    start: datetime
    end: datetime
    reason: str
    agency: str
    address: str
    id: str = ""  #: its name in the agenda, once it is in one

    def __post_init__(self) -> None:
        """Refuse an appointment that ends before it starts, or on another day."""
        if self.end <= self.start or self.end.date() != self.start.date():
            raise ValueError("end : le rendez-vous finit le même jour, après son début")


@dataclass(frozen=True)
class EuropeanCard:
    """A « carte européenne d'assurance maladie » (CEAM) that the account shows."""

    person: str  #: a persona's id
    until: date


@dataclass(frozen=True)
class Child:
    """A child attached by a request: a newborn, who is no persona."""

    id: str
    full_name: str
    birth_date: date


@dataclass(frozen=True)
class OtherParent:
    """The second parent whose account a child is attached to as well (« double rattachement »)."""

    child: str  #: a persona's id, or a Child's
    full_name: str


@dataclass(frozen=True)
class Solidarity:
    """The « Complémentaire santé solidaire » that the account shows."""

    since: date
    until: date  #: its last day
    renewed_from: date  #: the first day on which it can be asked for again
    free: bool  #: otherwise with a contribution
    household: int  #: people


@dataclass(frozen=True)
class Information:
    """An entry of data/information.toml."""

    persona: str  #: a persona's id
    address: str  #: number and street
    iban: str  #: never shown whole
    postcode: str = ""  #: the persona's, unless she has moved
    city: str = ""
    doctor: str = ""  #: the primary doctor (médecin traitant); empty when none is declared
    vitale_card: bool = True  #: whether her carte Vitale is in service when the exercise starts
    usage_name: str = ""  #: « nom d'usage », in capitals; empty when there is none
    european_cards: tuple[EuropeanCard, ...] = ()
    children: tuple[Child, ...] = ()
    other_parents: tuple[OtherParent, ...] = ()
    solidarity: Solidarity | None = None
    appointments: tuple[Appointment, ...] = ()

    def __post_init__(self) -> None:
        """Refuse a wrong IBAN, and one that could be somebody's."""
        if iban.refusal(self.iban):
            raise ValueError(iban.refusal(self.iban))

    @property
    def iban_end(self) -> str:
        """The only part of the IBAN that a page shows."""
        return self.iban[-4:]

    def other_parent(self, child: str) -> str:
        """Return the full name of the other parent whose account a child is attached to; empty when there is none."""
        return next((one.full_name for one in self.other_parents if one.child == child), "")

    def without_cancelled(self, cancelled: Collection[str]) -> "Information":
        """Name the appointments that the caisse had made, and leave out those called off since."""
        if not self.appointments:
            return self
        named = (replace(one, id=f"caisse-{at}") for at, one in enumerate(self.appointments, 1))
        return replace(self, appointments=tuple(one for one in named if one.id not in cancelled))

    def coming(self, now: datetime) -> list[Appointment]:
        """Return the appointments to come, soonest first."""
        return sorted((a for a in self.appointments if a.end > now), key=lambda a: a.start)


@dataclass(frozen=True)
class ProcessingTime:
    """How many days the caisse takes for one kind of file (data/processing_times.toml)."""

    kind: str
    days: int

    def __post_init__(self) -> None:
        """Refuse a number of days that is none."""
        if not 1 <= self.days <= 365:  # noqa: PLR2004
            raise ValueError("days : il faut de 1 à 365 jours")

    def until(self, received: date) -> date:
        """Return the day by which a file received on a day is expected to be done."""
        return received + timedelta(days=self.days)
