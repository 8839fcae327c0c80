"""Dates as people write them, and as they type them: JJ/MM/AAAA."""

import re
from datetime import date, datetime
from functools import lru_cache

from babel.dates import format_date

_TYPED = re.compile(r"(\d{1,2})[ /.\-]+(\d{1,2})[ /.\-]+(\d{4})|(\d\d)(\d\d)(\d{4})", re.ASCII)


def typed_date(text: object) -> date | None:
    """Return the date that a text says; none if it says none."""
    found = _TYPED.fullmatch(text) if isinstance(text, str) else None
    if not found:
        return None
    day, month, year = (int(part) for part in found.groups() if part)
    try:
        return date(year, month, day)
    except ValueError:
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


def hour(when: datetime) -> str:
    return f"{when:%H:%M}"


def age(birth_date: date, on: date) -> int:
    """Return an age in whole years."""
    return on.year - birth_date.year - ((on.month, on.day) < (birth_date.month, birth_date.day))
