"""The payments of one account over the months that the site keeps, made from what data/payments.toml tells.

Nothing is drawn by chance: a habit falls on the same days at each run, whatever the day of the exercise.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from functools import lru_cache
from random import Random
from typing import NamedTuple

from atelier_ameli.care.care_record import Care, Exemption, Habit, Pension, SickLeave
from atelier_ameli.edition import Edition, Owed
from atelier_ameli.identity.personas import AccountStatus, Persona
from atelier_ameli.payments.payments import (
    NOTHING,
    Act,
    DailyAllowances,
    Payment,
    PaymentKind,
)
from atelier_ameli.payments.periods import history_start
from atelier_ameli.payments.refunds import Contributions, daily_allowance, rate_of, share
from practice.drawing.dates import age, months_before

_WHOLE = 100  #: percent
_SATURDAY = 5
_FORTNIGHT = timedelta(days=14)
_DAYS_BEFORE_REFUND = (3, 7)  #: between an act and its payment, for habits


class HistoryError(ValueError):
    """A history that the rules cannot follow. The message says which entry and why, in French."""


class _Event(NamedTuple):
    """Something to pay on a day: acts of care, or a payment already whole."""

    date: date
    kind: PaymentKind
    acts: tuple[Care, ...] = ()
    whole: Payment | None = None


@lru_cache(maxsize=256)
def payment_history(
    holder: Persona, dependants: tuple[Persona, ...], edition: Edition, today: date
) -> tuple[Payment, ...]:
    """Return all the payments of an account that the site still knows today, newest first; none without an account.

    Raises HistoryError for a kind of care or a person that does not exist, or too old a child.
    """
    if holder.account is AccountStatus.NONE:
        return ()
    people = {person.id: person for person in (holder, *dependants)}
    first_day = history_start(today, edition)
    contributions = Contributions(edition)
    payments: list[Payment] = []
    for event in sorted(_events(holder, edition, first_day, today), key=lambda e: e.date):
        if first_day <= event.date <= today:
            rank = 1 + sum(payment.date == event.date for payment in payments[-9:])
            payment = event.whole or _paid_care(event, holder, people, edition, contributions)
            payments.append(replace(payment, id=f"{event.date}-{rank}"))
    return tuple(reversed(payments))


def history_faults(
    holder: Persona, dependants: tuple[Persona, ...], edition: Edition, today: date
) -> Iterator[tuple[str, tuple[str | int, ...]]]:
    """Yield in French why a history is refused, and where: payments told by hand that are not what the rules find."""
    if holder.account is AccountStatus.NONE:
        yield "cette personne n'a pas de compte", ()
        return
    try:
        payments = payment_history(holder, dependants, edition, today)
    except HistoryError as error:
        yield str(error), ()
        return
    known = f"{history_start(today, edition):%d/%m/%Y} au {today:%d/%m/%Y}"
    for number, told in enumerate(holder.history.payments):
        found = [payment for payment in payments if (payment.date, payment.kind) == (told.date, told.kind)]
        day = f"{told.date:%d/%m/%Y}"
        if not found:
            yield f"paiement du {day} : le site connaît les dates du {known}", ("payments", number, "date")
        elif told.amount not in [payment.amount for payment in found]:
            amounts = " ou ".join(_explained(payment) for payment in found)
            reason = f"paiement du {day} : {_euros(told.amount)} écrits (amount), mais les règles donnent {amounts}"
            yield reason, ("payments", number, "amount")


def _explained(payment: Payment) -> str:
    """Return an amount, and what was withheld of it."""
    withheld = sum((line.amount for line in payment.withheld), NOTHING)
    more = f", une fois retenus {_euros(withheld)} (participation ou franchises)" if withheld else ""
    return _euros(payment.amount) + more


def _euros(amount: Decimal) -> str:
    return f"{amount} €".replace(".", ",")


def _events(holder: Persona, edition: Edition, first_day: date, today: date) -> Iterator[_Event]:
    history = holder.history
    for told in history.payments:
        yield _Event(told.date, told.kind, told.acts)
    later = timedelta(days=edition.days_later)
    for habit in history.habits:
        for year in range((first_day - later).year - 1, (today - later).year + 1):
            yield from _habit(habit, holder, year, later)
    for leave in history.sick_leaves:
        yield from _allowances(leave, holder, edition)
    for pension in history.pensions:
        yield from _pension(pension, holder, first_day, today)


def _habit(habit: Habit, holder: Persona, year: int, later: timedelta) -> Iterator[_Event]:
    """Spread the visits of a year evenly, each moved a little; the same years come `later` in another edition."""
    chance = Random(f"{holder.id} {habit.beneficiary} {habit.tariff} {year}")  # noqa: S311 - no secret here
    kind = PaymentKind.THIRD_PARTY if habit.third_party else PaymentKind.CARE
    for visit in range(habit.per_year):
        days = timedelta(days=int((visit + chance.random()) * 363 / habit.per_year))
        day = _working_day(date(year, 1, 1) + later + days)
        paid = _working_day(day + timedelta(days=chance.randint(*_DAYS_BEFORE_REFUND)))
        if not habit.since <= day <= habit.until:
            continue
        care = Care(habit.tariff, day, habit.beneficiary, habit.quantity, rate=habit.rate)
        yield _Event(paid, kind, (care,))


def _allowances(leave: SickLeave, holder: Persona, edition: Edition) -> Iterator[_Event]:
    """Pay a sick leave each fortnight, the day after the days it covers; the first three days are not paid."""
    daily_amount = daily_allowance(leave.wages, edition)
    start = leave.start + timedelta(days=edition.daily_allowance_waiting_days)
    while start <= leave.end:
        end = min(start + _FORTNIGHT - timedelta(days=1), leave.end)
        covered = DailyAllowances(start, end, daily_amount)
        paid = _working_day(end + timedelta(days=1))
        amount = daily_amount * covered.days
        kind = PaymentKind.DAILY_ALLOWANCES
        yield _Event(paid, kind, whole=Payment("", paid, kind, (holder.id,), amount, allowances=covered))
        start = end + timedelta(days=1)


def _pension(pension: Pension, holder: Persona, first_day: date, today: date) -> Iterator[_Event]:
    """Pay a pension on its day, in the months counted from that of its start."""
    month = today.replace(day=1)
    while month >= max(first_day, pension.since.replace(day=1)):
        paid = month.replace(day=pension.day)
        since = (month.year - pension.since.year) * 12 + month.month - pension.since.month
        if paid >= pension.since and since % pension.every_months == 0:
            yield _Event(paid, pension.kind, whole=Payment("", paid, pension.kind, (holder.id,), pension.amount))
        month = months_before(month, 1)


def _paid_care(
    event: _Event, holder: Persona, people: Mapping[str, Persona], edition: Edition, contributions: Contributions
) -> Payment:
    """Refund acts. A third-party payment takes nothing: what its acts owe waits for a later refund."""
    acts = tuple(_act(care, holder, people, edition, contributions) for care in event.acts)
    beneficiaries = tuple(dict.fromkeys(act.beneficiary for act in acts))
    withheld = tuple(
        line
        for beneficiary in beneficiaries
        if event.kind is PaymentKind.CARE
        for line in contributions.take(
            beneficiary, sum((act.refunded for act in acts if act.beneficiary == beneficiary), NOTHING)
        )
    )
    amount = sum((act.refunded for act in acts), NOTHING) - sum((line.amount for line in withheld), NOTHING)
    to_send = holder.history.sends_to_insurer
    return Payment("", event.date, event.kind, beneficiaries, amount, acts, withheld, to_send=to_send)


def _act(
    care: Care, holder: Persona, people: Mapping[str, Persona], edition: Edition, contributions: Contributions
) -> Act:
    """Refund one act by the rules, and count what it owes."""
    tariff = edition.tariffs.get(care.tariff)
    if tariff is None:
        raise HistoryError(f"tariff : « {care.tariff} » n'existe pas dans l'édition")
    person = people.get(care.beneficiary or holder.id)
    if person is None:
        raise HistoryError(f"beneficiary : « {care.beneficiary} » n'est pas rattaché à ce compte")
    if tariff.under_age and age(person.birth_date, care.date) >= tariff.under_age:
        reason = f"est pour les moins de {tariff.under_age} ans, pas pour {person.first_name} le {care.date:%d/%m/%Y}"
        raise HistoryError(f"tariff : « {care.tariff} » {reason}")
    base = tariff.base * care.quantity if care.base is None else care.base
    usual = tariff.price * care.quantity if care.base is None else base
    rate = rate_of(tariff, edition, primary_doctor=holder.history.primary_doctor) if care.rate is None else care.rate
    exemption = _exemption(care, person, holder)
    if exemption:
        rate = _WHOLE
    act = Act(
        beneficiary=person.id,
        nature=tariff.label,
        date=care.date,
        quantity=care.quantity,
        paid=usual if care.paid is None else care.paid,
        base=base,
        rate=rate,
        refunded=share(base, rate),
    )
    owes = tariff.owes if exemption is None or exemption.copayment else Owed.NOTHING
    return contributions.add(act, owes, person.birth_date)


def _exemption(care: Care, person: Persona, holder: Persona) -> Exemption | None:
    """Return why this care is refunded whole, if it is; only the holder's may be."""
    return next((one for one in holder.history.exemptions if person is holder and one.covers(care.date)), None)


def _working_day(day: date) -> date:
    """Return the day, or the Monday after it."""
    return day + timedelta(days=max(0, 7 - day.weekday())) if day.weekday() >= _SATURDAY else day
