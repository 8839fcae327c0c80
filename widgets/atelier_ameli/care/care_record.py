"""What `data/payments.toml` tells of a person's care: habits, told payments, leaves, pensions, accidents."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from atelier_ameli.care.payment_kinds import PaymentKind


@dataclass(frozen=True)
class Care:
    """An act inside a payment told by hand. Without `base`, the tariff's; without `paid`, the tariff's or the base."""

    tariff: str
    date: date
    beneficiary: str = ""  #: the holder of the account when empty
    quantity: int = 1
    paid: Decimal | None = None  #: euros, all boxes together
    base: Decimal | None = None  #: euros, all boxes together
    rate: int | None = None  #: percent, when it is not the tariff's (long illness: 100)

    def __post_init__(self) -> None:
        """Refuse what no act can be."""
        _check_quantity_and_rate(self.quantity, self.rate)


@dataclass(frozen=True)
class Habit:
    """Care that comes again, so many times a year; its payments are made from the rules, the same at each run."""

    tariff: str
    per_year: int
    beneficiary: str = ""
    quantity: int = 1
    third_party: bool = False  #: the caisse pays the professional (« tiers payant »)
    rate: int | None = None
    since: date = date.min
    until: date = date.max  #: the last day

    def __post_init__(self) -> None:
        """Refuse what no habit can be."""
        _check_quantity_and_rate(self.quantity, self.rate)
        if not 1 <= self.per_year <= 52:  # noqa: PLR2004
            raise ValueError("per_year : il faut de 1 à 52 fois par an")


@dataclass(frozen=True)
class Exemption:
    """A time when the holder's care is refunded whole: a disability pension, the end of a pregnancy."""

    since: date
    until: date | None = None  #: the last day; still open without it
    copayment: bool = True  #: whether « participation forfaitaire » and « franchise » are still owed

    def covers(self, day: date) -> bool:
        return self.since <= day and (self.until is None or day <= self.until)


@dataclass(frozen=True)
class ToldPayment:
    """A payment written by hand. `amount` is what the rules must find; otherwise the file is refused."""

    date: date
    kind: PaymentKind
    amount: Decimal
    acts: tuple[Care, ...]

    def __post_init__(self) -> None:
        """Refuse a payment that refunds no act, or an act to come."""
        if self.kind not in (PaymentKind.CARE, PaymentKind.THIRD_PARTY):
            raise ValueError("kind : « care » ou « third_party »")
        if not self.acts or any(act.date > self.date for act in self.acts):
            raise ValueError("acts : il faut au moins un acte, et aucun après la date du paiement")


@dataclass(frozen=True)
class SickLeave:
    """A sick leave, as declared. `wages`: the three gross wages before it, in euros."""

    start: date
    end: date
    wages: tuple[Decimal, ...]

    def __post_init__(self) -> None:
        """Refuse a leave that ends before it starts, or that cannot be paid."""
        if len(self.wages) != 3:  # noqa: PLR2004
            raise ValueError("wages : il faut trois salaires")
        if self.end < self.start:
            raise ValueError("end : l'arrêt finit avant de commencer")


@dataclass(frozen=True)
class Pension:
    """A pension or an annuity: the same amount each month, or every `every_months`."""

    kind: PaymentKind
    since: date
    day: int  #: of the month
    amount: Decimal
    every_months: int = 1

    def __post_init__(self) -> None:
        """Refuse another kind of payment, and a day that some months do not have."""
        if self.kind not in (PaymentKind.DISABILITY_PENSION, PaymentKind.ANNUITY):
            raise ValueError("kind : « disability_pension » ou « annuity »")
        if not 1 <= self.day <= 28 or self.every_months not in (1, 3):  # noqa: PLR2004
            raise ValueError("il faut un jour (day) de 1 à 28, et every_months = 1 ou 3")


@dataclass(frozen=True)
class WorkAccident:
    """The file of a work accident. Dates that have not come yet are None."""

    number: str  #: its real form was not found: the exercise's own
    at: datetime
    declared: date  #: by the employer
    certificate: date  #: initial medical certificate received
    investigated: date | None = None
    answered: date | None = None  #: her answers to the questionnaire received
    decided: date | None = None
    recognised: bool | None = None

    def __post_init__(self) -> None:
        """Refuse steps in an impossible order, and a decision without its sense."""
        if (self.decided is None) != (self.recognised is None):
            raise ValueError("decided, recognised : il faut les deux, ou aucun")
        steps = [max(self.declared, self.certificate), self.investigated, self.answered, self.decided]
        known = [step for step in steps if step]
        if known != sorted(known) or min(self.declared, self.certificate) < self.at.date():
            raise ValueError("les dates ne se suivent pas")


@dataclass(frozen=True)
class History:
    """All that data/payments.toml says of one account."""

    primary_doctor: bool = True  #: declared, for all the beneficiaries of the account
    sends_to_insurer: bool = False  #: nothing goes by itself to her complementary insurer
    payments: tuple[ToldPayment, ...] = ()
    habits: tuple[Habit, ...] = ()
    exemptions: tuple[Exemption, ...] = ()
    sick_leaves: tuple[SickLeave, ...] = ()
    pensions: tuple[Pension, ...] = ()
    work_accidents: tuple[WorkAccident, ...] = ()


def _check_quantity_and_rate(quantity: int, rate: int | None) -> None:
    if not 1 <= quantity <= 20 or not 0 <= (rate or 0) <= 100:  # noqa: PLR2004
        raise ValueError("il faut quantity de 1 à 20, et rate de 0 à 100")
