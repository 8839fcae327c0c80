"""Periods of the site: the six months it opens with, the 27 it keeps, and what is wrong with one typed by hand."""

from calendar import monthrange
from datetime import date
from enum import Enum

from atelier_ameli.edition import Edition


class PeriodFault(Enum):
    """What is wrong with a period, in the order in which it is worth saying."""

    END_BEFORE_START = "end_before_start"
    IN_FUTURE = "in_future"
    TOO_OLD = "too_old"


def default_period(today: date, edition: Edition) -> tuple[date, date]:
    """Return the period that the page opens with: six months up to today, to the day (seed)."""
    return months_before(today, edition.default_period_months), today


def history_start(today: date, edition: Edition) -> date:
    """Return the first day that the site still knows: 27 closed months (seed) before the current one."""
    return months_before(today.replace(day=1), edition.history_months)


def check_period(start: date, end: date, today: date, edition: Edition) -> PeriodFault | None:
    """Return what is wrong with the period of a search, or None."""
    if end < start:
        return PeriodFault.END_BEFORE_START
    if end > today:
        return PeriodFault.IN_FUTURE
    return PeriodFault.TOO_OLD if start < history_start(today, edition) else None


def months_before(day: date, months: int) -> date:
    """Return the same day some months before; the last of the month when it has no such day.

    >>> months_before(date(2019, 5, 24), 6), months_before(date(2021, 8, 31), 6)
    (datetime.date(2018, 11, 24), datetime.date(2021, 2, 28))
    """
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
