"""Amounts, days and file names, as the documents write them."""

import re
import unicodedata
from datetime import date
from decimal import Decimal

from babel.numbers import format_currency

from practice.drawing.typography import NO_BREAK_SPACE

_NARROW_SPACE = "\N{NARROW NO-BREAK SPACE}"


def euros(amount: Decimal) -> str:
    r"""Return an amount; its spaces are ordinary no-break ones, for the narrow one is in no core font of PDF.

    >>> euros(Decimal("1234.5")) == "1\xa0234,50\xa0€"
    True
    """
    return format_currency(amount, "EUR", locale="fr_FR").replace(_NARROW_SPACE, NO_BREAK_SPACE)


def short(day: date) -> str:
    """Return a date for a table: `19/02/2021`."""
    return f"{day:%d/%m/%Y}"


def file_name(*parts: str) -> str:
    """Return a file name that every system takes.

    >>> file_name("relevé mensuel", "février 2021")
    'releve_mensuel_fevrier_2021.pdf'
    """
    plain = unicodedata.normalize("NFKD", " ".join(parts)).encode("ascii", "ignore").decode().lower()
    return "_".join(re.findall(r"[a-z0-9]+", plain)) + ".pdf"
