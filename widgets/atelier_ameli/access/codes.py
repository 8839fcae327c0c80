"""Codes: what a personal code must hold, and the provisional code that the site sends."""

import re
import zlib
from collections.abc import Iterable
from dataclasses import dataclass

from atelier_ameli.edition import Edition

_ERASED = "(code effacé)"


@dataclass(frozen=True)
class CodeRule:
    """One requirement on a personal code, and whether the code typed meets it."""

    text: str
    met: bool


def code_rules(code: str, edition: Edition) -> list[CodeRule]:
    """Return each requirement on a new personal code, in the order in which it is shown.

    Source: https://www.amss42.fr/services/le-compte-ameli-1/ (June 2020); the minimum length is the exercise's value.
    """
    special = edition.code_special_characters
    length = f"entre {edition.code_minimum_length} et {edition.code_maximum_length} caractères"
    return [
        CodeRule(length, edition.code_minimum_length <= len(code) <= edition.code_maximum_length),
        CodeRule("au moins une lettre minuscule", any("a" <= c <= "z" for c in code)),
        CodeRule("au moins une lettre majuscule", any("A" <= c <= "Z" for c in code)),
        CodeRule("au moins un chiffre ou un caractère autorisé", any(c in "0123456789" or c in special for c in code)),
        CodeRule(
            "pas d'espace, pas d'accent, pas d'autre signe",
            bool(code) and all((c.isascii() and c.isalnum()) or c in special for c in code),
        ),
    ]


def without_codes(text: str, codes: Iterable[str]) -> str:
    """Return a text with the codes that it gives away left out."""
    for code in codes:
        text = re.sub(rf"(?<!\w){re.escape(code)}(?!\w)", _ERASED, text, flags=re.IGNORECASE)
    return text


def provisional_code(nir: str, number: int, edition: Edition) -> str:
    """Return the digits of the `number`-th provisional code sent to the holder of a number. The same at each run."""
    digits = edition.provisional_code_digits
    return f"{zlib.crc32(f'{nir} {number}'.encode()) % 10**digits:0{digits}d}"
