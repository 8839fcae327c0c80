"""Periods of the site: the six months it opens with, the 27 it keeps, and what is wrong with one typed by hand."""

from datetime import date
from enum import Enum

from atelier_ameli.edition import Edition
from practice.drawing.dates import months_before


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
