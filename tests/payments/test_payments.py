"""Payments: what a refund is, what the list shows, what a search finds."""

import datetime as dt
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from atelier_ameli.care.care_record import Care, Habit, History, Pension, SickLeave, ToldPayment
from atelier_ameli.edition import Owed
from atelier_ameli.identity.personas import AccountStatus, Persona
from atelier_ameli.payments.payment_history import payment_history
from atelier_ameli.payments.payments import ContributionKind, PaymentFilter, PaymentKind, by_month, select
from atelier_ameli.payments.periods import default_period, history_start
from atelier_ameli.payments.refunds import daily_allowance
from atelier_ameli.world import World
from practice.drawing.dates import age
from tests.support import SITE

#: what the examples are worked out with, whatever a trainer writes in the edition: prices, and rates
PRICES = {
    "gp": ("25.00", 70),
    "gp_child": ("30.00", 70),
    "dentist": ("23.00", 70),
    "drug_65": ("6.20", 65),
    "drug_15": ("4.10", 15),
    "physiotherapist": ("16.13", 60),
    "ambulance": ("32.00", 65),
}
TARIFFS = {
    name: replace(SITE.edition.tariffs[name], price=Decimal(price), base=Decimal(price), rate=rate)
    for name, (price, rate) in PRICES.items()
}
RULES = replace(SITE.edition, tariffs={**SITE.edition.tariffs, **TARIFFS})
TODAY = dt.date(2021, 3, 1)
EURO = Decimal("1.00")
BIRTHS = {  # of a household of five
    "adult": dt.date(1980, 3, 4),
    "partner": dt.date(1979, 11, 5),
    "teenager": dt.date(2002, 7, 14),  # comes of age on the way
    "child": dt.date(2011, 2, 2),
    "baby": dt.date(2018, 12, 24),
}


def person(name: str, **more: object) -> Persona:
    birth = BIRTHS[name]
    return Persona(
        id=name,
        first_name=name.title(),
        last_name="Essai",
        sex="F",
        birth_date=birth,
        nir=f"2{birth:%y%m}31000001",
        postcode="31000",
        city="Toulouse",
        story="",
        **{"account": AccountStatus.NONE, "holder": "adult", **more},
    )


def account_with(**history: object) -> tuple:
    """Return the payments of an invented household, with this history."""
    holder = person(
        "adult",
        holder="",
        account=AccountStatus.ACTIVE,
        code="Essai-31",
        new_code="Essai-32",
        email="essai@courriel.example",
        history=History(**history),
    )
    return payment_history(holder, tuple(person(n) for n in BIRTHS if n != "adult"), RULES, TODAY)


def refund(tariff: str, beneficiary: str = "", **history: object) -> Decimal:
    """Return what one act of 1 February 2021 is refunded."""
    act = Care(tariff, dt.date(2021, 2, 1), beneficiary)
    told = ToldPayment(dt.date(2021, 2, 8), PaymentKind.CARE, EURO, (act,))
    [payment] = account_with(payments=(told,), **history)
    return payment.amount


def played_as(name: str) -> World:
    return World(SITE, name)


# What the seed shows


def test_the_seeds_table_is_shown_exactly():
    world = played_as("nadia")
    assert world.now == dt.datetime(2019, 5, 24, 15, 38)  # noqa: DTZ001
    period = default_period(world.today, RULES)
    assert period == (dt.date(2018, 11, 24), dt.date(2019, 5, 24))
    shown = [
        (f"{month.first_day:%m/%Y}", [(p.date.day, p.kind.label, p.amount) for p in month.payments])
        for month in by_month(world.payments, PaymentFilter(*period))
    ]
    assert shown == [
        ("05/2019", []),
        ("04/2019", []),
        ("03/2019", []),
        (
            "02/2019",
            [(21, "Paiement à un tiers", Decimal("2.28")), (19, "Remboursement de soins", Decimal("21.00"))],
        ),
        ("01/2019", []),
        ("12/2018", []),
        ("11/2018", [(13, "Remboursement de soins", Decimal("18.50"))]),
    ]
    assert all(payment.to_send for payment in world.payments)


def test_the_thirteenth_of_november_is_shown_because_months_are_shown_whole_but_the_end_is_kept_to_the_day():
    payments = played_as("nadia").payments
    until_20_february = PaymentFilter(dt.date(2018, 11, 24), dt.date(2019, 2, 20))
    assert [p.date for p in select(payments, until_20_february)] == [dt.date(2019, 2, 19), dt.date(2018, 11, 13)]


# What a refund is


def test_the_worked_examples_come_out_to_the_cent():
    assert refund("gp") == Decimal("16.50")  # 25 × 70 % − 1
    assert refund("gp_child", "baby") == Decimal("21.00")  # 30 × 70 %, a minor
    assert refund("gp", primary_doctor=False) == Decimal("6.50")  # 25 × 30 % − 1
    assert refund("gp", "child") == Decimal("17.50")  # 25 × 70 %, a minor
    assert refund("dentist") == Decimal("16.10")  # no participation at a dentist's


def test_what_a_third_party_payment_owes_is_taken_from_a_later_refund():
    boxes = ToldPayment(
        dt.date(2021, 1, 15), PaymentKind.THIRD_PARTY, EURO, (Care("drug_65", dt.date(2021, 1, 12), quantity=3),)
    )
    visit = ToldPayment(dt.date(2021, 2, 8), PaymentKind.CARE, EURO, (Care("gp", dt.date(2021, 2, 1)),))
    later, first = account_with(payments=(boxes, visit))
    assert first.withheld == ()
    assert first.amount == Decimal("12.09")
    assert later.amount == Decimal("15.00")
    assert [(w.kind, w.date.month, w.amount) for w in later.withheld] == [
        (ContributionKind.DEDUCTIBLE, 1, Decimal("1.50")),
        (ContributionKind.COPAYMENT, 2, Decimal("1.00")),
    ]


def test_a_refund_never_falls_below_zero_and_the_rest_waits():
    boxes = Care("drug_65", dt.date(2021, 1, 12), quantity=20)
    small = Care("drug_15", dt.date(2021, 1, 20))
    third = ToldPayment(dt.date(2021, 1, 15), PaymentKind.THIRD_PARTY, EURO, (boxes,))
    refunds = [ToldPayment(dt.date(2021, 1, 25), PaymentKind.CARE, EURO, (small,))]
    refunds += [ToldPayment(dt.date(2021, 2, 8), PaymentKind.CARE, EURO, (Care("gp", dt.date(2021, 2, 1)),))]
    visit, drug, _ = account_with(payments=(third, *refunds))
    assert drug.amount == 0
    assert sum(w.amount for w in drug.withheld + visit.withheld) == Decimal("11.50")


def test_a_day_of_physiotherapy_or_transport_owes_no_more_than_its_cap():
    acts = (Care("physiotherapist", TODAY, quantity=6), Care("ambulance", TODAY, quantity=4))
    [payment] = account_with(payments=(ToldPayment(TODAY, PaymentKind.CARE, EURO, acts),))
    assert [act.deductible for act in payment.acts] == [Decimal("2.00"), Decimal("4.00")]


def test_daily_allowances_are_half_the_daily_base_up_to_a_cap():
    assert daily_allowance([Decimal(2100)] * 3, RULES) == Decimal("34.52")
    assert daily_allowance([Decimal(9000)] * 3, RULES) == Decimal("46.00")  # 1,8 × 1554,58 × 3 / 91,25 / 2


def test_the_first_three_days_of_a_leave_are_not_paid():
    leave = SickLeave(dt.date(2021, 1, 4), dt.date(2021, 1, 26), (Decimal(2100),) * 3)
    second, first = account_with(sick_leaves=(leave,))
    assert (first.allowances.start, first.allowances.days) == (dt.date(2021, 1, 7), 14)
    assert (second.allowances.end, second.allowances.days) == (leave.end, 6)
    assert first.amount == 14 * Decimal("34.52")
    short = SickLeave(dt.date(2021, 1, 4), dt.date(2021, 1, 6), (Decimal(2100),) * 3)
    assert account_with(sick_leaves=(short,)) == ()


def test_an_annuity_comes_each_quarter_and_a_pension_each_month():
    annuity = Pension(PaymentKind.ANNUITY, dt.date(2020, 2, 1), 8, Decimal("742.35"), every_months=3)
    assert [p.date.month for p in account_with(pensions=(annuity,))] == [2, 11, 8, 5, 2]
    pension = Pension(PaymentKind.DISABILITY_PENSION, dt.date(2020, 11, 10), 5, Decimal("800.00"))
    assert [p.date.month for p in account_with(pensions=(pension,))] == [2, 1, 12]


# Any history obeys the rules

CARE = st.builds(
    lambda name, who, at, quantity: Care(name, at, who, quantity),
    st.sampled_from(sorted(set(RULES.tariffs) - {"gp_child"})),
    st.sampled_from(sorted(BIRTHS)),
    st.dates(dt.date(2018, 11, 1), dt.date(2021, 4, 1)),
    st.integers(1, 20),
)
TOLD = st.builds(
    lambda acts, delay, kind: ToldPayment(max(a.date for a in acts) + dt.timedelta(days=delay), kind, EURO, acts),
    st.lists(CARE, min_size=1, max_size=3).map(tuple),
    st.integers(0, 30),
    st.sampled_from([PaymentKind.CARE, PaymentKind.THIRD_PARTY]),
)
HABIT = st.builds(
    Habit,
    st.sampled_from(sorted(set(RULES.tariffs) - {"gp_child"})),
    st.integers(1, 52),
    st.sampled_from(sorted(BIRTHS)),
    st.integers(1, 20),
    st.booleans(),
)
HISTORY = st.fixed_dictionaries(
    {
        "primary_doctor": st.booleans(),
        "payments": st.lists(TOLD, max_size=12).map(tuple),
        "habits": st.lists(HABIT, max_size=5).map(tuple),
        "sick_leaves": st.dates(dt.date(2018, 6, 1), TODAY).map(
            lambda d: (SickLeave(d, d + dt.timedelta(days=40), (Decimal(1900),) * 3),)
        ),
    }
)
SLOWLY = settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True)


def obeys(payments: tuple, births: dict, today: dt.date) -> None:
    """Check payments against the rules, written here a second time and as plainly as possible."""
    assert len({p.id for p in payments}) == len(payments)
    assert [p.date for p in payments] == sorted((p.date for p in payments), reverse=True)
    owed, taken = {}, {}
    for payment in payments:
        assert history_start(today, RULES) <= payment.date <= today
        assert payment.amount >= 0
        assert payment.amount.as_tuple().exponent == -2
        if payment.acts:
            withheld = sum(w.amount for w in payment.withheld)
            assert payment.amount == sum(a.refunded for a in payment.acts) - withheld
            assert set(payment.beneficiaries) == {a.beneficiary for a in payment.acts}
        if payment.kind is PaymentKind.DAILY_ALLOWANCES:
            assert payment.amount == payment.allowances.days * payment.allowances.daily_amount
            assert payment.allowances.end < payment.date
        if payment.kind is not PaymentKind.CARE:
            assert payment.withheld == ()
        for act in payment.acts:
            assert abs(act.refunded - act.base * act.rate / 100) <= Decimal("0.005")
            assert act.date <= payment.date
            assert act.copayment in (0, *(n * RULES.copayment for n in range(1, 21)))
            if age(births[act.beneficiary], act.date) < 18:
                assert act.copayment == act.deductible == 0
            for kind in ContributionKind:
                key = (act.beneficiary, kind, act.date.year)
                owed[key] = owed.get(key, 0) + getattr(act, kind.value)
        for line in payment.withheld:
            assert line.amount > 0
            assert line.date <= payment.date
            key = (line.beneficiary, line.kind, line.date.year)
            taken[key] = taken.get(key, 0) + line.amount
    assert all(amount <= 50 for amount in owed.values())
    assert all(amount <= owed[key] for key, amount in taken.items())


@SLOWLY
@given(HISTORY)
def test_whatever_the_history_its_payments_obey_the_rules(history):
    payments = account_with(**history)
    obeys(payments, BIRTHS, TODAY)
    payment_history.cache_clear()
    assert account_with(**history) == payments  # nothing is left to chance


@pytest.mark.parametrize("name", SITE.personas)
def test_the_payments_of_every_persona_obey_the_rules(name):
    world = played_as(name)
    births = {p.id: p.birth_date for p in world.beneficiaries}
    obeys(world.payments, births, world.today)
    assert all(payment.amount > 0 for payment in world.payments)


def test_enough_boxes_reach_the_cap_of_the_year_and_no_more():
    habit = Habit("drug_65", 40, quantity=5, third_party=True)
    acts = [act for payment in account_with(habits=(habit,)) for act in payment.acts if act.date.year == 2020]
    assert sum(act.deductible for act in acts) == Decimal("50.00")
    assert sum(act.quantity for act in acts) * RULES.deductible_box > 90


def test_an_act_that_owes_something_owes_one_thing():
    acts = [a for name in SITE.personas for p in played_as(name).payments for a in p.acts]
    assert not any(act.copayment and act.deductible for act in acts)
    assert {tariff.owes for tariff in RULES.tariffs.values()} == set(Owed)


def test_twenty_seven_months_of_a_household_of_five_are_all_there():
    payments = account_with(habits=tuple(Habit("gp", 26, name) for name in BIRTHS))
    months = by_month(payments, PaymentFilter(history_start(TODAY, RULES), TODAY))
    assert len(payments) > 250
    assert len(months) == 28  # 27 closed months and the current one
    assert sum(len(month.payments) for month in months) == len(payments)
