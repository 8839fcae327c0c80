"""Bounds of a dated question, as a data file says them: « today », « today - 6 months »."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from practice.drawing.dates import months_before

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
        return months_before(today, -self.months) + timedelta(days=self.days)
