"""Amounts in euros, as people type them and as they write them."""

import re
from decimal import Decimal
from functools import lru_cache

from babel.numbers import format_currency

from practice.forms.signs import plain

_TYPED = re.compile(r"(\d{1,6})(?:[.,](\d{1,2}))?", re.ASCII)


def typed_amount(text: object) -> Decimal | None:
    """Return the amount that a text says, « 1 250 » or « 1 250,50 € »; none if it says none."""
    written = _TYPED.fullmatch(re.sub(r"[\s€]", "", plain(text))) if isinstance(text, str) else None
    return Decimal(f"{written[1]}.{written[2] or 0}") if written else None


@lru_cache(maxsize=4096)
def euros(amount: Decimal) -> str:
    """Return an amount as people write it: `21,00 €`, its spaces unbreakable."""
    return format_currency(amount, "EUR", locale="fr_FR")
