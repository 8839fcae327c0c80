"""Dates as people write them, and as they type them: JJ/MM/AAAA."""

import re
from calendar import monthrange
from datetime import date, datetime, time
from enum import Enum
from functools import lru_cache

from babel.dates import format_date

from practice.forms.signs import plain

_TYPED = re.compile(r"(\d{1,2})[ /.\-]+(\d{1,2})[ /.\-]+(\d+)|(\d\d)(\d\d)(\d{4})", re.ASCII)
_YEARS = range(1900, 2101)
_MONTHS = range(1, 13)


class DateFault(Enum):
    """What is wrong with a date, in the order in which it is worth saying."""

    SHAPE = "shape"
    YEAR = "year"
    MONTH = "month"
    DAY = "day"


class DateError(ValueError):
    """A text that says no date. `fault` says why, `number` which day or month does not exist."""

    def __init__(self, fault: DateFault, number: int = 0) -> None:
        super().__init__(fault.value)
        self.fault = fault
        self.number = number


def read_date(text: str) -> date:
    """Return the date that a text says. Raises DateError."""
    found = _TYPED.fullmatch(plain(text).strip())
    if not found:
        raise DateError(DateFault.SHAPE)
    day, month, year = (int(part) for part in found.groups() if part)
    if year not in _YEARS:
        raise DateError(DateFault.YEAR)
    if month not in _MONTHS:
        raise DateError(DateFault.MONTH, month)
    try:
        return date(year, month, day)
    except ValueError:
        raise DateError(DateFault.DAY, day) from None


def typed_date(text: object) -> date | None:
    """Return the date that an answer says; none if it says none."""
    try:
        return read_date(text) if isinstance(text, str) else None
    except DateError:
        return None


@lru_cache(maxsize=4096)
def day(when: date) -> str:
    """Return a date as people write it: `1er mars 2021`."""
    return f"{'1er' if when.day == 1 else when.day} {month(when)}"


@lru_cache(maxsize=4096)
def weekday(when: date) -> str:
    """Return a date with its day of the week: `Jeudi 11 mars 2021`."""
    return f"{format_date(when, 'EEEE', locale='fr').capitalize()} {day(when)}"


@lru_cache(maxsize=4096)
def short_day(when: date) -> str:
    """Return the day and the month: `21 févr.`."""
    return format_date(when, "d MMM", locale="fr")


@lru_cache(maxsize=4096)
def month(when: date) -> str:
    """Return the month and the year: `février 2021`."""
    return format_date(when, "MMMM yyyy", locale="fr")


def hour(when: datetime | time) -> str:
    """Return an hour as people write it: `9 h 15`, `14 h`; its spaces do not break."""
    return f"{when.hour}\N{NO-BREAK SPACE}h" + (f"\N{NO-BREAK SPACE}{when.minute:02d}" if when.minute else "")


def age(birth_date: date, on: date) -> int:
    """Return an age in whole years."""
    return on.year - birth_date.year - ((on.month, on.day) < (birth_date.month, birth_date.day))


def months_before(day: date, months: int) -> date:
    """Return the same day some months before; the last of the month when it has no such day.

    >>> months_before(date(2019, 5, 24), 6), months_before(date(2021, 8, 31), 6)
    (datetime.date(2018, 11, 24), datetime.date(2021, 2, 28))
    """
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
