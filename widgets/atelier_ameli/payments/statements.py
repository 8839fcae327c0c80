"""What the site draws from the payments: statements of a month and of a year, contributions, leaves, accident files.

Amounts in euros. What each function is reached by (computer, phone) stands in data/services.toml.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import TYPE_CHECKING

from atelier_ameli.care.care_record import SickLeave
from atelier_ameli.edition import Edition
from atelier_ameli.payments.payments import (
    NOTHING,
    ContributionKind,
    Payment,
    PaymentKind,
    PaymentMonth,
    total,
)
from practice.drawing.dates import months_before

if TYPE_CHECKING:
    from atelier_ameli.world import World


class LeaveStatus(StrEnum):
    """Where a sick leave stands."""

    ONGOING = "ongoing"
    ENDED = "ended"

    @property
    def label(self) -> str:
        return "en cours" if self is LeaveStatus.ONGOING else "terminé"


@dataclass(frozen=True)
class AnnualStatement:
    """The payments of a calendar year, up to today."""

    year: int
    months: tuple[PaymentMonth, ...]  #: January first, to December or the current month
    by_kind: tuple[tuple[PaymentKind, Decimal], ...]  #: the kinds that were paid, in the order of the filter

    @property
    def total(self) -> Decimal:
        return sum((month.total for month in self.months), NOTHING)


@dataclass(frozen=True)
class ContributionLine:
    """An act that owes a contribution."""

    date: date
    nature: str
    amount: Decimal
    third_party: bool  #: paid to a third party: taken from a later refund


@dataclass(frozen=True)
class YearContributions:
    """The « participations forfaitaires » or the « franchises » of one person for one year."""

    kind: ContributionKind
    lines: tuple[ContributionLine, ...]  #: oldest first
    cap: Decimal
    taken: Decimal  #: already withheld from a payment

    @property
    def total(self) -> Decimal:
        """What the acts of the year owe."""
        return sum((line.amount for line in self.lines), NOTHING)

    @property
    def remaining(self) -> Decimal:
        """What may still be owed before the cap of the year."""
        return self.cap - self.total

    @property
    def to_take(self) -> Decimal:
        """What is owed and still waits for a refund."""
        return self.total - self.taken


@dataclass(frozen=True)
class FollowedLeave:
    """A sick leave and what was paid for it so far."""

    start: date
    end: date
    status: LeaveStatus
    days: int
    waiting_days: int
    payments: tuple[Payment, ...]  #: newest first

    @property
    def days_paid(self) -> int:
        return sum(payment.allowances.days for payment in self.payments if payment.allowances)

    @property
    def total(self) -> Decimal:
        return total(self.payments)


def monthly_statements(payments: Iterable[Payment], today: date, edition: Edition) -> tuple[PaymentMonth, ...]:
    """Return the 27 closed months (seed), newest first, empty ones included. The current month has no statement yet."""
    closed = [months_before(today.replace(day=1), n) for n in range(1, edition.history_months + 1)]
    return _months(payments, closed)


def statement_years(today: date, edition: Edition) -> tuple[int, ...]:
    """Return the years whose payments are all known, newest first, the current one (so far) included."""
    oldest = months_before(today.replace(day=1), edition.history_months)
    whole = oldest.year if oldest.month == 1 else oldest.year + 1
    return tuple(range(today.year, whole - 1, -1))


def annual_statement(payments: Iterable[Payment], year: int, today: date) -> AnnualStatement:
    """Return the statement of a year, month by month up to today."""
    paid = [payment for payment in payments if payment.date.year == year]
    last = today.month if year == today.year else 12
    sums = ((kind, [p for p in paid if p.kind is kind]) for kind in PaymentKind)
    return AnnualStatement(
        year=year,
        months=_months(paid, [date(year, month, 1) for month in range(1, last + 1)]),
        by_kind=tuple((kind, total(found)) for kind, found in sums if found),
    )


#: a first name, and what this person owes: participations, then franchises
NamedContributions = tuple[str, tuple[YearContributions, YearContributions]]


def contributions_of_all(world: "World", year: int) -> list[NamedContributions]:
    """Return what each person of an account owes for the acts of a year."""
    people = world.beneficiaries
    return [(one.first_name, contributions(world.payments, year, one.id, world.edition)) for one in people]


def contributions(
    payments: Iterable[Payment], year: int, beneficiary: str, edition: Edition
) -> tuple[YearContributions, YearContributions]:
    """Return what one person owes for the acts of a year: « participations forfaitaires », then « franchises ».

    The site learns of an act by its payment. Caps: 50 € a year each (domain.md §1.10).
    """
    known = tuple(payments)
    caps = {
        ContributionKind.COPAYMENT: edition.copayment_yearly_cap,
        ContributionKind.DEDUCTIBLE: edition.deductible_yearly_cap,
    }

    def counted(kind: ContributionKind) -> YearContributions:
        lines = (
            ContributionLine(act.date, act.nature, getattr(act, kind.value), payment.kind is PaymentKind.THIRD_PARTY)
            for payment in known
            for act in payment.acts
            if act.beneficiary == beneficiary and act.date.year == year and getattr(act, kind.value)
        )
        taken = (
            line.amount
            for payment in known
            for line in payment.withheld
            if (line.beneficiary, line.kind, line.date.year) == (beneficiary, kind, year)
        )
        ordered = tuple(sorted(lines, key=lambda line: line.date))
        return YearContributions(kind, ordered, caps[kind], sum(taken, NOTHING))

    return counted(ContributionKind.COPAYMENT), counted(ContributionKind.DEDUCTIBLE)


def sick_leaves(
    leaves: Iterable[SickLeave], payments: Iterable[Payment], today: date, edition: Edition
) -> tuple[FollowedLeave, ...]:
    """Return the sick leaves declared so far, newest first, with what was paid for each."""
    paid = [payment for payment in payments if payment.allowances]
    return tuple(
        FollowedLeave(
            start=leave.start,
            end=leave.end,
            status=LeaveStatus.ONGOING if leave.end >= today else LeaveStatus.ENDED,
            days=(leave.end - leave.start).days + 1,
            waiting_days=edition.daily_allowance_waiting_days,
            payments=tuple(p for p in paid if p.allowances and leave.start <= p.allowances.start <= leave.end),
        )
        for leave in sorted(leaves, key=lambda leave: leave.start, reverse=True)
        if leave.start <= today
    )


def _months(payments: Iterable[Payment], first_days: list[date]) -> tuple[PaymentMonth, ...]:
    found: dict[date, list[Payment]] = {day: [] for day in first_days}
    for payment in payments:
        if payment.date.replace(day=1) in found:
            found[payment.date.replace(day=1)].append(payment)
    return tuple(PaymentMonth(day, tuple(kept)) for day, kept in found.items())
