"""Calendars counted from one day: what is past, what is now, what is to come."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from practice.drawing.dates import months_before


class Stage(StrEnum):
    """Where a period stands today."""

    NOW = "now"
    COMING = "coming"
    PAST = "past"


@dataclass(frozen=True)
class Delay:
    """Some months, then some days. Days may be negative: « the eve of nine months »."""

    months: int = 0
    days: int = 0

    def after(self, day: date) -> date:
        """Return the day that comes so long after another.

        >>> Delay(months=9, days=-1).after(date(2020, 3, 24))
        datetime.date(2020, 12, 23)
        """
        return months_before(day, -self.months) + timedelta(days=self.days)


@dataclass(frozen=True)
class Step:
    """One line of a calendar: what there is to do, from `first` to `last`, both included.

    It has its `source`, or says that it is the exercise's own (`exercise_value`).
    """

    title: str
    first: Delay
    last: Delay
    words: str = ""
    certificate: bool = False  #: a certificate of health is filled in at the end of this exam
    source: str = ""
    exercise_value: bool = False

    def __post_init__(self) -> None:
        """Refuse a step that ends before it starts, and one that does not say where it comes from."""
        some_day = date(2021, 1, 1)
        if self.last.after(some_day) < self.first.after(some_day):
            raise ValueError("last : l'étape finit avant de commencer")
        if bool(self.source) == self.exercise_value:
            raise ValueError("source : il faut soit « source », soit « exercise_value = true »")


@dataclass(frozen=True)
class Dated:
    """A step of somebody's calendar: its days, and where it stands."""

    step: Step
    first: date
    last: date
    stage: Stage


def stage(first: date, last: date, today: date) -> Stage:
    """Return where a period stands, both its days included."""
    if today < first:
        return Stage.COMING
    return Stage.NOW if today <= last else Stage.PAST


def dated(steps: Iterable[Step], start: date, today: date) -> tuple[Dated, ...]:
    """Return a calendar counted from a day, in the order of its first days."""
    days = ((step, step.first.after(start), step.last.after(start)) for step in steps)
    found = (Dated(step, first, last, stage(first, last, today)) for step, first, last in days)
    return tuple(sorted(found, key=lambda one: (one.first, one.last)))
