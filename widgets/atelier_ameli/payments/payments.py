"""The payments of an account as « Mes paiements » shows them: kinds, period, beneficiary, months. Amounts in euros."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from atelier_ameli.care.payment_kinds import PaymentKind
from practice.drawing.dates import months_before

NOTHING = Decimal("0.00")


class ContributionKind(StrEnum):
    """What stays to be paid by the insured person, taken from her refunds."""

    COPAYMENT = "copayment"
    DEDUCTIBLE = "deductible"

    @property
    def label(self) -> str:
        """The words of the site."""
        return "Participation forfaitaire" if self is ContributionKind.COPAYMENT else "Franchise médicale"


@dataclass(frozen=True)
class Act:
    """One line of a payment's detail. Euros, two decimals; `rate` in percent.

    `copayment` and `deductible` are what the act owes, caps applied: taken from this payment or, after a third-party
    payment, from a later one.
    """

    beneficiary: str  #: a persona's id
    nature: str
    date: date
    quantity: int
    paid: Decimal
    base: Decimal
    rate: int
    refunded: Decimal  #: base × rate, before anything is taken
    copayment: Decimal = NOTHING
    deductible: Decimal = NOTHING


@dataclass(frozen=True)
class Withholding:
    """A line « participation forfaitaire » or « franchise » of a payment: what it takes, for which act of which day."""

    beneficiary: str
    kind: ContributionKind
    nature: str
    date: date  #: of the act that owed it, perhaps long before the payment
    amount: Decimal


@dataclass(frozen=True)
class DailyAllowances:
    """The days that a payment of « indemnités journalières » covers."""

    start: date
    end: date
    daily_amount: Decimal

    @property
    def days(self) -> int:
        return (self.end - self.start).days + 1


@dataclass(frozen=True)
class Payment:
    """One payment by the caisse: `amount` is what the acts are refunded, less what is withheld."""

    id: str  #: unique in the account, the same at each run
    date: date
    kind: PaymentKind
    beneficiaries: tuple[str, ...]
    amount: Decimal
    acts: tuple[Act, ...] = ()
    withheld: tuple[Withholding, ...] = ()
    allowances: DailyAllowances | None = None
    to_send: bool = False  #: the insured person must send it to her complementary insurer herself


@dataclass(frozen=True)
class PaymentFilter:
    """What is searched: a period, one beneficiary or all, some kinds or all, what is to be sent or all."""

    start: date
    end: date
    beneficiary: str | None = None
    kinds: frozenset[PaymentKind] = frozenset(PaymentKind)
    only_to_send: bool = False

    @property
    def shown_from(self) -> date:
        """The first day shown: that of the month in which the period starts.

        The seed's screen asks for « Du 24/11/2018 » and lists « 13 NOV. » under NOVEMBRE 2018: its list is made of
        months, and the first one is whole: the title says from which day. The end is respected to the day.
        """
        return self.start.replace(day=1)

    def keeps(self, payment: Payment) -> bool:
        return (
            self.shown_from <= payment.date <= self.end
            and payment.kind in self.kinds
            and (payment.to_send or not self.only_to_send)
            and (self.beneficiary is None or self.beneficiary in payment.beneficiaries)
        )


@dataclass(frozen=True)
class PaymentMonth:
    """A month of the list, perhaps empty (« Aucun paiement »). Its payments come newest first."""

    first_day: date
    payments: tuple[Payment, ...]

    @property
    def total(self) -> Decimal:
        return total(self.payments)


def select(payments: Iterable[Payment], wanted: PaymentFilter) -> tuple[Payment, ...]:
    """Return the payments that a search keeps, newest first."""
    return tuple(sorted(filter(wanted.keeps, payments), key=lambda p: (p.date, p.id), reverse=True))


def paid_allowances(payments: Iterable[Payment], start: date, end: date) -> tuple[Payment, ...]:
    """Return the daily allowances paid from one day to another, both included, oldest first."""
    kept = (p for p in payments if p.kind is PaymentKind.DAILY_ALLOWANCES and start <= p.date <= end)
    return tuple(sorted(kept, key=lambda payment: payment.date))


def total(payments: Iterable[Payment]) -> Decimal:
    """Return the sum of the amounts, in euros."""
    return sum((p.amount for p in payments), NOTHING)


def by_month(payments: Iterable[Payment], wanted: PaymentFilter) -> tuple[PaymentMonth, ...]:
    """Return what a search keeps, month by month, newest first, empty months included."""
    kept: dict[date, list[Payment]] = {}
    for payment in select(payments, wanted):
        kept.setdefault(payment.date.replace(day=1), []).append(payment)
    months = []
    first_day = wanted.end.replace(day=1)
    while first_day >= wanted.shown_from:
        months.append(PaymentMonth(first_day, tuple(kept.get(first_day, ()))))
        first_day = months_before(first_day, 1)
    return tuple(months)
