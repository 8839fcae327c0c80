"""Searching payments: the days of a period, its months, the people and the kinds of an account."""

import datetime as dt
from decimal import Decimal
from itertools import pairwise
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from atelier_ameli.payments.payments import PaymentFilter, PaymentKind, by_month, select, total
from atelier_ameli.payments.periods import PeriodFault, check_period, history_start
from atelier_ameli.world import World
from practice.drawing.dates import months_before
from tests.support import SITE

RULES = SITE.edition
TODAY = dt.date(2021, 3, 1)


def played_as(name: str) -> World:
    return World(SITE, name)


def brute_force(payments: tuple, wanted: PaymentFilter) -> list[str]:
    """Look at each day of the period one by one."""
    by_day = {}
    for payment in payments:
        by_day.setdefault(payment.date, []).append(payment)
    found = []
    day = wanted.end
    while (day.year, day.month) >= (wanted.start.year, wanted.start.month):
        today = [p for p in by_day.get(day, ()) if p.kind in wanted.kinds]
        if wanted.beneficiary:
            today = [p for p in today if wanted.beneficiary in p.beneficiaries]
        found += sorted((p.id for p in today), reverse=True)
        day -= dt.timedelta(days=1)
    return found


PEOPLE = {name: played_as(name) for name in SITE.personas}
SEARCHES = 2100
_EDGES = (0, 1, 28, 31, 59, 365, 850)


@pytest.mark.parametrize("name", sorted(PEOPLE))
def test_a_search_agrees_with_looking_at_each_day_and_its_months_are_complete(name):
    chance = Random(name)
    for _ in range(SEARCHES // len(PEOPLE) + 1):
        ends = [chance.choice([chance.randrange(851), chance.choice(_EDGES)]) for _ in range(2)]
        kinds = frozenset(kind for kind in PaymentKind if chance.random() < 0.5)
        search(name, ends, chance.randrange(-1, 3), kinds)


def search(name, ends, who, kinds):
    world = PEOPLE[name]
    start, end = sorted(world.today - dt.timedelta(days=days) for days in ends)
    family = world.beneficiaries
    wanted = PaymentFilter(start, end, family[who % len(family)].id if who >= 0 else None, kinds)
    found = select(world.payments, wanted)
    assert [p.id for p in found] == brute_force(world.payments, wanted)
    months = by_month(world.payments, wanted)
    assert [p for month in months for p in month.payments] == list(found)
    assert sum((month.total for month in months), Decimal(0)) == total(found)
    assert months[0].first_day == end.replace(day=1)
    assert months[-1].first_day == start.replace(day=1)
    assert all(months_before(a.first_day, 1) == b.first_day for a, b in pairwise(months))


def test_a_childs_payments_appear_in_her_parents_account():
    world = played_as("jessica")
    assert [p.id for p in world.beneficiaries] == ["jessica", "zoe"]
    period = history_start(world.today, RULES), world.today
    zoe, jessica = (select(world.payments, PaymentFilter(*period, who)) for who in ("zoe", "jessica"))
    assert zoe
    assert jessica
    assert len(zoe) + len(jessica) == len(world.payments)
    assert played_as("zoe").payments == world.payments


def test_whoever_has_no_account_has_no_payments():
    assert played_as("jean").payments == ()


def test_every_kind_of_payment_exists():
    assert {p.kind for s in PEOPLE.values() for p in s.payments} == set(PaymentKind)


@pytest.mark.parametrize(
    ("start", "end", "fault"),
    [
        (dt.date(2021, 2, 2), dt.date(2021, 2, 1), PeriodFault.END_BEFORE_START),
        (dt.date(2021, 3, 5), dt.date(2021, 3, 2), PeriodFault.END_BEFORE_START),
        (dt.date(2021, 2, 1), dt.date(2021, 3, 2), PeriodFault.IN_FUTURE),
        (dt.date(2018, 11, 30), dt.date(2021, 3, 1), PeriodFault.TOO_OLD),
        (dt.date(2018, 12, 1), dt.date(2021, 3, 1), None),
        (dt.date(2021, 3, 1), dt.date(2021, 3, 1), None),
    ],
)
def test_an_impossible_period_is_named(start, end, fault):
    assert check_period(start, end, TODAY, RULES) is fault


@given(st.dates(dt.date(1900, 1, 1), dt.date(2100, 1, 1)), st.integers(0, 60))
def test_months_before_is_the_same_day_or_the_last_of_the_month(day, months):
    before = months_before(day, months)
    assert (day.year * 12 + day.month) - (before.year * 12 + before.month) == months
    assert before.day == day.day or (before.day < day.day and (before + dt.timedelta(days=1)).day == 1)
