"""Bounds of a dated question, as a data file says them: « today », « today - 6 months »."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

_TEXT = re.compile(r"today(?: ([+-]) (\d{1,3}) (days|months|years))?", re.ASCII)
_MONTHS = {"months": 1, "years": 12}


@dataclass(frozen=True)
class Bound:
    """The day that a bound is, counted from the day of the request."""

    days: int = 0
    months: int = 0

    @classmethod
    def read(cls, text: str) -> "Bound":
        """Return what a data file says. Raises ValueError."""
        found = _TEXT.fullmatch(text)
        if not found:
            raise ValueError(f"« {text} » : il faut « today », ou par exemple « today - 6 months »")
        sign, number, unit = found.groups()
        count = int(f"{sign}{number}") if number else 0
        return cls(months=count * _MONTHS[unit]) if unit in _MONTHS else cls(days=count)

    def day(self, today: date) -> date:
        """Return the day; the last of its month when the month has no such day."""
        year, month = divmod(today.year * 12 + today.month - 1 + self.months, 12)
        last = monthrange(year, month + 1)[1]
        return date(year, month + 1, min(today.day, last)) + timedelta(days=self.days)
