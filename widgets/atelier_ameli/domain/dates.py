"""Dates as people type them: JJ/MM/AAAA."""

import re
from datetime import date

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
