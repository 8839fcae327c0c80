"""The rules of a refund: base × rate, « participation forfaitaire », « franchise », daily allowances.

Amounts and caps are the edition's; sources: domain.md §1.10. Euros, rounded to the cent.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from atelier_ameli.edition import Edition, Owed, Tariff
from atelier_ameli.payments.payments import NOTHING, Act, ContributionKind, Withholding
from practice.drawing.dates import age

_CENT = Decimal("0.01")


def share(base: Decimal, rate: int) -> Decimal:
    """Return `rate` percent of a base, to the cent."""
    return (base * rate / 100).quantize(_CENT, ROUND_HALF_UP)


def rate_of(tariff: Tariff, edition: Edition, *, primary_doctor: bool) -> int:
    """Return the rate of an act in percent: 70 % with a declared primary doctor, 30 % otherwise (F17042)."""
    if tariff.primary_doctor and not primary_doctor:
        return min(tariff.rate, edition.rate_without_primary_doctor)
    return tariff.rate


def daily_allowance(wages: Sequence[Decimal], edition: Edition) -> Decimal:
    """Return the amount of one day of sick leave: 50 % of the daily base.

    The base is the sum of the three wages / 91.25, each wage counted up to so many Smic (jonxio.fr, aesio.fr: 1.8).
    """
    cap = edition.daily_allowance_cap_smic * edition.smic
    base = sum((min(wage, cap) for wage in wages), NOTHING) / edition.daily_allowance_divisor
    return share(base, edition.daily_allowance_rate)


class Contributions:
    """What the people of one account owe, act after act: yearly and daily caps, and what waits for a later refund."""

    def __init__(self, edition: Edition) -> None:
        self._edition = edition
        self._this_year: defaultdict[tuple[str, ContributionKind, int], Decimal] = defaultdict(lambda: NOTHING)
        self._this_day: defaultdict[tuple[str, Owed, date], Decimal] = defaultdict(lambda: NOTHING)
        self._waiting: defaultdict[str, list[Withholding]] = defaultdict(list)

    def add(self, act: Act, owes: Owed, birth_date: date) -> Act:
        """Return the act with what it owes, which then waits for a refund. A minor owes nothing."""
        if owes is Owed.NOTHING or age(birth_date, act.date) < self._edition.adult_age:
            return act
        kind = ContributionKind.COPAYMENT if owes is Owed.COPAYMENT else ContributionKind.DEDUCTIBLE
        day, year = (act.beneficiary, owes, act.date), (act.beneficiary, kind, act.date.year)
        amount, daily_cap, yearly_cap = self._rule(owes)
        owed = min(amount * act.quantity, yearly_cap - self._this_year[year])
        if daily_cap is not None:
            owed = min(owed, daily_cap - self._this_day[day])
        if not owed:
            return act
        self._this_day[day] += owed
        self._this_year[year] += owed
        self._waiting[act.beneficiary].append(Withholding(act.beneficiary, kind, act.nature, act.date, owed))
        return replace(act, **{kind.value: owed})

    def take(self, beneficiary: str, at_most: Decimal) -> tuple[Withholding, ...]:
        """Take what waits for one person, oldest first, up to what she is refunded; the rest waits on."""
        taken, left = [], []
        for waiting in self._waiting[beneficiary]:
            now = min(waiting.amount, at_most)
            at_most -= now
            if now:
                taken.append(replace(waiting, amount=now))
            if now < waiting.amount:
                left.append(replace(waiting, amount=waiting.amount - now))
        self._waiting[beneficiary] = left
        return tuple(taken)

    def _rule(self, owes: Owed) -> tuple[Decimal, Decimal | None, Decimal]:
        """Return the amount of one act or box, its cap for a day if any, its cap for a year."""
        rules = self._edition
        return {
            Owed.COPAYMENT: (rules.copayment, None, rules.copayment_yearly_cap),
            Owed.BOX: (rules.deductible_box, None, rules.deductible_yearly_cap),
            Owed.PARAMEDICAL: (
                rules.deductible_paramedical,
                rules.deductible_paramedical_daily_cap,
                rules.deductible_yearly_cap,
            ),
            Owed.TRANSPORT: (
                rules.deductible_transport,
                rules.deductible_transport_daily_cap,
                rules.deductible_yearly_cap,
            ),
        }[owes]
