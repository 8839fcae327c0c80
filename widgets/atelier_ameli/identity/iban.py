"""The IBAN as the course takes it: right by both its keys, at a bank that does not exist (domain.md §2.2).

The key of the IBAN is that of ISO 13616: with the country and the key at its end, and each letter as a number (A 10,
Z 35), it leaves 1 when it is divided by 97. The key of the RIB inside it is that of the CFONB: 97 minus what is left of
89 bank + 15 branch + 3 account by 97, each letter as a digit (A and J 1, B, K and S 2 … I, R and Z 9).
"""

import re
from enum import Enum
from string import ascii_uppercase

from practice.forms.signs import Signs, plain

SPECIMEN_BANK = "1234512345"  #: bank and branch of the seed's specimen: no bank has them
LENGTH = 27
_HARMLESS = 8  # characters: country, key, and too little of a bank to be anyone's
_ANYWHERE = re.compile(r"(?=(FR\d\d[A-Z\d]{23}))", re.ASCII)
_FRENCH = re.compile(r"FR(\d\d)(\d{5})(\d{5})([A-Z\d]{11})(\d\d)", re.ASCII)
_AS_DIGITS = str.maketrans(ascii_uppercase, "12345678912345678923456789")
_AS_NUMBERS = str.maketrans({letter: str(number) for number, letter in enumerate(ascii_uppercase, 10)})


class IbanFault(Enum):
    """What is wrong with an IBAN."""

    REAL = "real"  #: of another bank than the specimen's: it could be somebody's
    ABROAD = "abroad"
    LENGTH = "length"
    KEYS = "keys"


def read(text: str) -> str:
    """Return an IBAN as it is kept: in capitals, without what parts its groups."""
    return re.sub(r"[\s.\-]", "", plain(text)).upper()


def find_real(signs: Signs) -> tuple[int, int] | None:
    """Return where a French IBAN begins and ends that is right by its keys, and so may be somebody's."""
    for found in _ANYWHERE.finditer(signs.text):
        if found[1][4:14] != SPECIMEN_BANK and _keys_are_right(found[1]):
            return found.span(1)
    return None


def fault(typed: str) -> IbanFault | None:
    """Return what is wrong with an IBAN typed without spaces, in capitals; none if it is right and nobody's."""
    if len(typed) > _HARMLESS and not SPECIMEN_BANK.startswith(typed[4:14]):
        return IbanFault.REAL
    if not typed.startswith("FR"):
        return IbanFault.ABROAD
    if len(typed) != LENGTH:
        return IbanFault.LENGTH
    return None if _keys_are_right(typed) else IbanFault.KEYS


def _keys_are_right(iban: str) -> bool:
    """Say whether both keys of a French IBAN are those that they should be."""
    parts = _FRENCH.fullmatch(iban)
    return bool(parts) and _with_keys(parts[2] + parts[3], parts[4]) == iban


def _with_keys(bank_and_branch: str, account: str) -> str:
    """Return the IBAN of an account number of 11 characters, with both its keys."""
    bank, branch = bank_and_branch[:5], bank_and_branch[5:]
    rib = 97 - (89 * int(bank) + 15 * int(branch) + 3 * int(account.translate(_AS_DIGITS))) % 97
    inside = f"{bank}{branch}{account}{rib:02d}"
    number = int(f"{inside}FR00".translate(_AS_NUMBERS))
    return f"FR{98 - number % 97:02d}{inside}"


def refusal(written: str) -> str:
    """Say in French why an IBAN of a data file is refused, and offer one that would do; an empty text when it is right.

    The one offered has the same account number, at the bank that does not exist.
    """
    if not fault(written):
        return ""
    account = re.sub(r"[^A-Z\d]", "", written.upper())[14:25]
    account = account if re.fullmatch(r"[A-Z\d]{11}", account, re.ASCII) else "0" * 11
    offered = _with_keys(SPECIMEN_BANK, account)
    return f"iban : il faut un IBAN juste, à la banque 12345 12345, qui n'existe pas ; celui-ci irait : {offered}"


def grouped(iban: str) -> str:
    """Return an IBAN in groups of four."""
    return " ".join(iban[at : at + 4] for at in range(0, len(iban), 4))
