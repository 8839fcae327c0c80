"""The IBAN as the course takes it: right by both its keys, at a bank that does not exist (domain.md §2.2)."""

from enum import Enum

from schwifty import IBAN
from schwifty.exceptions import SchwiftyException

SPECIMEN_BANK = "1234512345"  #: bank and branch of the seed's specimen: no bank has them
LENGTH = 27
_HARMLESS = 8  # characters: country, key, and too little of a bank to be anyone's


class IbanFault(Enum):
    """What is wrong with an IBAN."""

    REAL = "real"  #: of another bank than the specimen's: it could be somebody's
    ABROAD = "abroad"
    LENGTH = "length"
    KEYS = "keys"


def fault(typed: str) -> IbanFault | None:
    """Return what is wrong with an IBAN typed without spaces, in capitals; none if it is right and nobody's."""
    if len(typed) > _HARMLESS and not SPECIMEN_BANK.startswith(typed[4:14]):
        return IbanFault.REAL
    if not typed.startswith("FR"):
        return IbanFault.ABROAD
    if len(typed) != LENGTH:
        return IbanFault.LENGTH
    try:
        IBAN(typed, validate_bban=True)  # the key of the IBAN, then the key of the RIB inside it
    except SchwiftyException:
        return IbanFault.KEYS
    return None


def grouped(iban: str) -> str:
    """Return an IBAN in groups of four."""
    return " ".join(iban[at : at + 4] for at in range(0, len(iban), 4))
