"""The holder's own number, typed where another person's is asked for."""

from atelier_ameli.identity import nir
from practice.procedures.rules import Case


def is_holders(case: Case, number: object) -> bool:
    """Say whether a number typed, with or without its key, is that of the holder of the account."""
    return nir.compact(str(number or ""))[: nir.LENGTH] == case.holder.nir
