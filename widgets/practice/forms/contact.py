"""E-mail addresses and French telephone numbers, as the course takes them: nobody's. Forms and rules read them here."""

import re
from enum import Enum

from practice.browser.hosts import NOBODYS
from practice.forms.signs import Signs, plain

_ADDRESS = re.compile(r"[^\s@]+@[^\s@.]+(\.[^\s@.]+)+")
_AROUND = re.compile(r"^(?:mailto:|[<(\s])+|[>)\s.,;]+$")  #: what a copy or a phone's keyboard puts around an address
_ABROAD = re.compile(r"^(?:\+|00)33\s*(?:\(?0\)?)?")  #: how a number begins for whoever calls from abroad
_PHONE = re.compile(r"(?:0|33|0033)(?=([1-9]\d{8}))", re.ASCII)
_INVENTED = ("19900", "26191", "35301", "46571", "53649", "63998")  #: kept for fiction (Arcep's decision 2018-0881)
_MOBILE = "063998"
_PAIRS = (1, 3, 5, 7)  #: where the nine digits after the 0 are parted


class EmailFault(Enum):
    """What is wrong with an address, in the order in which it is worth saying."""

    NO_AT = "no_at"
    REAL = "real"
    SHAPE = "shape"


class PhoneFault(Enum):
    """What is wrong with a mobile phone number."""

    LENGTH = "length"
    REAL = "real"


def read_email(text: str) -> str:
    """Return an address as it is kept: capitals do not matter in one, nor does what stands around it."""
    return _AROUND.sub("", plain(text).strip().lower().replace("。", "."))


def email_fault(text: str) -> EmailFault | None:
    """Return what is wrong with an address; none if it is right and can be nobody's."""
    address = read_email(text)
    if "@" not in address:
        return EmailFault.NO_AT
    if not address.endswith(NOBODYS):
        return EmailFault.REAL
    return None if address.isascii() and _ADDRESS.fullmatch(address) else EmailFault.SHAPE


def read_phone(text: str) -> str:
    """Return a mobile phone number by pairs of digits, as it is kept."""
    digits = _compact(text)
    return " ".join(digits[at : at + 2] for at in range(0, len(digits), 2))


def phone_digits(text: str) -> int:
    """Return how many digits a number has, without what parts them."""
    return len(_compact(text))


def phone_fault(text: str) -> PhoneFault | None:
    """Return what is wrong with a mobile phone number; none if it is right and can be nobody's."""
    digits = _compact(text)
    if digits and not digits.startswith(_MOBILE):
        return PhoneFault.REAL
    return None if len(digits) == len(_MOBILE) + 4 else PhoneFault.LENGTH


def find_real_phone(signs: Signs) -> tuple[int, int] | None:
    """Return where a telephone number begins and ends that may be somebody's: by pairs of digits, or in one piece."""
    for found in _PHONE.finditer(signs.text):
        start, (at, end) = found.start(), found.span(1)
        parted = {place - at for place in range(at + 1, end) if signs.begins[place]}
        right = signs.can_begin(start) and signs.can_end(start, end) and parted in (set(), set(_PAIRS))
        if right and not found[1].startswith(_INVENTED):
            return start, end
    return None


def _compact(text: str) -> str:
    return re.sub(r"\D", "", _ABROAD.sub("0", plain(text).strip(), count=1))
