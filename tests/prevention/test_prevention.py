"""The rules of « Mon espace prévention »: calendars to the day, vouchers, who may join Sophia."""

from datetime import date

import pytest

from atelier_ameli.prevention.calendars import Delay, Stage, Step, dated, stage
from atelier_ameli.prevention.prevention import (
    WEEKS,
    Condition,
    Enrolments,
    Illness,
    Situation,
    Theme,
    is_child,
    next_voucher,
    vouchers,
    vouchers_open,
)
from tests.support import SITE

PEOPLE = SITE.personas
TODAY = date(2021, 3, 1)


def open_ages(person, today):
    return [voucher.age for voucher in vouchers_open([PEOPLE[person]], today, SITE.edition)]


def exam(title, child, today=TODAY):
    return next(one for one in dated(SITE.prevention.child, PEOPLE[child].birth_date, today) if one.step.title == title)


def test_the_vouchers_are_at_the_ages_of_the_edition():
    assert [v.age for v in vouchers(PEOPLE["tom"], TODAY, SITE.edition)] == [3, 6, 9, 12, 15, 18, 21, 24]


@pytest.mark.parametrize(
    ("today", "ages"),
    [
        (date(2021, 1, 19), []),  # one day too early
        (date(2021, 1, 20), [6]),  # a month before the birthday
        (date(2021, 2, 20), [6]),  # the birthday
        (date(2022, 2, 19), [6]),  # its last day
        (date(2022, 2, 20), []),
    ],
)
def test_a_voucher_opens_a_month_before_the_birthday_and_lasts_a_year_from_it(today, ages):
    assert open_ages("tom", today) == ages


def test_the_next_voucher_is_the_first_to_come_and_the_last_one_has_none():
    voucher = next_voucher(PEOPLE["lina"], TODAY, SITE.edition)
    assert (voucher.age, voucher.opens, voucher.stage) == (3, date(2023, 2, 24), Stage.COMING)
    assert next_voucher(PEOPLE["fatou"], TODAY, SITE.edition) is None


def test_a_period_is_now_on_its_first_and_on_its_last_day():
    first, last = date(2021, 3, 1), date(2021, 3, 5)
    days = [date(2021, 2, 28), first, last, date(2021, 3, 6)]
    assert [stage(first, last, day) for day in days] == [Stage.COMING, Stage.NOW, Stage.NOW, Stage.PAST]


def test_there_are_twenty_exams_three_of_them_with_a_certificate():
    assert len(SITE.prevention.child) == 20
    certificates = [step.title for step in SITE.prevention.child if step.certificate]
    assert certificates == ["Examen des 8 jours", "Examen du 9e mois", "Examen du 24e ou 25e mois"]


def test_the_exams_of_lina_are_dated_from_her_birth():
    assert (exam("Examen du 9e mois", "lina").first, exam("Examen du 9e mois", "lina").last) == (
        date(2020, 11, 24),
        date(2020, 12, 23),
    )
    assert exam("Examen du 9e mois", "lina").stage is Stage.PAST
    assert exam("Examen du 12e mois", "lina").stage is Stage.NOW
    assert exam("Examen du 24e ou 25e mois", "lina").first == date(2022, 2, 24)


def test_a_calendar_moves_as_the_day_does():
    assert exam("Examen du 13e mois", "lina", date(2021, 3, 23)).stage is Stage.COMING
    assert exam("Examen du 13e mois", "lina", date(2021, 3, 24)).stage is Stage.NOW
    assert exam("Examen du 13e mois", "lina", date(2021, 4, 24)).stage is Stage.PAST


def test_a_pregnancy_has_seven_exams_before_the_birth_in_their_months():
    lea = SITE.prevention.situation("lea")
    calendar = dated(SITE.prevention.pregnancy, lea.pregnancy_start, TODAY)
    exams = [one for one in calendar if "xamen" in one.step.title and one.last < lea.expected_birth]
    assert len(exams) == 7
    assert [one.step.title for one in calendar if one.stage is Stage.NOW] == [
        "Examen du 6e mois",
        "Soins payés à 100\xa0%",
    ]
    declared = next(one for one in calendar if one.step.title == "Déclarer la grossesse")
    assert (declared.last - declared.first).days == 14 * 7 - 1


def test_children_are_those_of_the_seed_up_to_13():
    assert is_child(PEOPLE["tom"], TODAY)
    assert not is_child(PEOPLE["zoe"], TODAY)
    assert is_child(PEOPLE["zoe"], date(2020, 5, 19))


@pytest.mark.parametrize(
    ("persona", "situation", "missing"),
    [
        ("gerard", Situation("gerard", illness=Illness.DIABETES, deliveries=3, long_illness=True), []),
        ("gerard", Situation("gerard", illness=Illness.DIABETES, deliveries=2), ["long_illness", "deliveries"]),
        ("karim", Situation("karim", illness=Illness.ASTHMA, deliveries=2), []),
        ("gerard", Situation("gerard", illness=Illness.ASTHMA, deliveries=2), ["age"]),
        ("fatou", Situation("fatou", illness=Illness.ASTHMA, deliveries=2), ["doctor"]),
        ("zoe", Situation("zoe", illness=Illness.DIABETES, deliveries=9, long_illness=True), ["age"]),
    ],
)
def test_sophia_says_which_condition_is_missing(persona, situation, missing):
    found = SITE.prevention.sophia.conditions(PEOPLE[persona], situation, TODAY)
    assert [condition for condition, met in found.items() if not met] == [Condition(name) for name in missing]


def test_sophia_asks_nothing_of_somebody_without_an_illness():
    assert SITE.prevention.sophia.conditions(PEOPLE["ange"], Situation("ange"), TODAY) == {}


def test_a_coaching_goes_week_by_week_ends_and_can_be_left():
    enrolled = Enrolments().with_theme(Theme.BACK)
    assert (enrolled.week, enrolled.coached) == (1, False)
    for _ in range(WEEKS + 2):
        enrolled = enrolled.with_week_done()
    assert (enrolled.week, enrolled.coached) == (WEEKS, True)
    assert enrolled.with_theme(None) == Enrolments()
    assert Enrolments().with_week_done() == Enrolments()


def test_what_no_learner_could_have_chosen_is_refused():
    with pytest.raises(ValueError, match="weeks_done"):
        Enrolments(weeks_done=1)
    with pytest.raises(ValueError, match="weeks_done"):
        Enrolments(theme=Theme.BACK, weeks_done=WEEKS + 1)
    with pytest.raises(ValueError, match="1 à 28"):
        Situation("lea", expected_birth=date(2021, 5, 31))
    with pytest.raises(ValueError, match="source"):
        Step("Sans origine", Delay(), Delay(days=1))
    with pytest.raises(ValueError, match="avant de commencer"):
        Step("À l'envers", Delay(days=2), Delay(days=1), source="x")
