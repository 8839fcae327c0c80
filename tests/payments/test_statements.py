"""Statements, contributions, sick leaves followed, the file of a work accident."""

import dataclasses
import datetime as dt
from decimal import Decimal

import pytest

from atelier_ameli.payments.payments import PaymentKind, months_before, total
from atelier_ameli.payments.statements import (
    LeaveStatus,
    annual_statement,
    contributions,
    monthly_statements,
    sick_leaves,
    statement_years,
)
from atelier_ameli.payments.work_accidents import AccidentStep, recognised, steps
from atelier_ameli.world import World
from tests.support import SITE

RULES = SITE.edition
NAMES = list(SITE.personas)


def played_as(name: str) -> World:
    return World(SITE, name)


@pytest.mark.parametrize("name", NAMES)
def test_there_is_a_statement_for_each_of_the_last_27_closed_months(name):
    world = played_as(name)
    months = monthly_statements(world.payments, world.today, RULES)
    first_days = [month.first_day for month in months]
    this_month = world.today.replace(day=1)
    assert first_days == [months_before(this_month, n) for n in range(1, 28)]
    shown = sum((month.total for month in months), Decimal(0))
    assert shown == total(p for p in world.payments if p.date < this_month)


@pytest.mark.parametrize("name", NAMES)
def test_the_statement_of_a_year_says_its_sum_by_month_and_by_kind(name):
    world = played_as(name)
    for year in statement_years(world.today, RULES):
        statement = annual_statement(world.payments, year, world.today)
        paid = total(p for p in world.payments if p.date.year == year)
        assert statement.total == paid == sum((amount for _, amount in statement.by_kind), Decimal(0))
        assert len(statement.months) == (world.today.month if year == world.today.year else 12)


def test_only_years_known_whole_have_a_statement():
    assert statement_years(dt.date(2021, 3, 1), RULES) == (2021, 2020, 2019)
    assert statement_years(dt.date(2021, 4, 1), RULES) == (2021, 2020, 2019)
    assert statement_years(dt.date(2021, 5, 1), RULES) == (2021, 2020)


def test_contributions_say_what_is_owed_taken_and_left_before_the_cap():
    world = played_as("nadia")
    copayments, deductibles = contributions(world.payments, 2018, "nadia", RULES)
    assert [(line.date.month, line.amount) for line in copayments.lines] == [(3, 1), (11, 1)]
    assert copayments.remaining == Decimal("48.00")
    [boxes] = deductibles.lines
    assert (boxes.amount, boxes.third_party) == (Decimal("1.50"), True)
    assert (deductibles.taken, deductibles.to_take) == (Decimal("1.50"), 0)


def test_a_long_illness_reaches_the_cap_of_the_year():
    _, deductibles = contributions(played_as("marcel").payments, 2020, "marcel", RULES)
    assert deductibles.total == deductibles.cap == Decimal("50.00")
    assert deductibles.remaining == 0


def test_a_child_owes_nothing():
    world = played_as("jessica")
    assert [c.total for c in contributions(world.payments, 2020, "zoe", RULES)] == [0, 0]


def test_karim_follows_his_sick_leaves():
    world = played_as("karim")
    now, before = sick_leaves(world.persona.history.sick_leaves, world.payments, world.today, RULES)
    assert (now.status, now.days, now.days_paid) == (LeaveStatus.ONGOING, 55, 28)
    assert (before.status, before.days, before.days_paid) == (LeaveStatus.ENDED, 13, 10)
    allowances = [p for p in world.payments if p.kind is PaymentKind.DAILY_ALLOWANCES]
    assert now.total + before.total == total(allowances)


def test_karim_follows_the_file_of_his_accident():
    world = played_as("karim")
    [file] = world.persona.history.work_accidents
    found = {step.step: step for step in steps(file, world.today, RULES)}
    assert list(found) == list(AccidentStep)
    assert found[AccidentStep.DECLARATION].due == dt.date(2021, 1, 20)  # 48 hours
    assert found[AccidentStep.QUESTIONNAIRE].due == dt.date(2021, 3, 2)  # 20 days
    assert found[AccidentStep.DECISION].due == dt.date(2021, 4, 21)  # 90 days
    assert recognised(file, world.today, RULES) is None
    assert recognised(file, dt.date(2021, 4, 22), RULES) is True  # silence is a yes


def test_without_an_investigation_the_caisse_decides_in_thirty_days():
    [file] = SITE.personas["karim"].history.work_accidents
    simple = dataclasses.replace(file, investigated=None, answered=None, decided=dt.date(2021, 2, 15), recognised=False)
    *_, decision = steps(simple, dt.date(2021, 2, 1), RULES)
    assert (decision.done, decision.due) == (None, dt.date(2021, 2, 20))
    assert recognised(simple, dt.date(2021, 2, 16), RULES) is False
