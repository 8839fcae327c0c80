"""What a browser does with what is typed in its address bar.

Sources: seed (« AMELI.FR »); https://cyberbienveillance.org/?p=1763 (assure.ameli.fr).
"""

import difflib
import re
from enum import StrEnum

from practice.browser.hosts import NOBODYS, SCHEME, host_of
from practice.names import without_accents

OWN = "ameli.fr"
_PUBLIC_SITE = (OWN, f"www.{OWN}")
_SIGN_IN = f"assure.{OWN}"
PUBLIC_SITE_ADDRESS = f"https://www.{OWN}/"
SIGN_IN_ADDRESS = f"https://{_SIGN_IN}/"
_NEAR = 0.8  #: how alike a slip of the finger is, from 0 to 1
_BADSCHEME = re.compile(r"h?t{1,3}ps?[^\w-]|\w+:/|/", re.IGNORECASE)


class Outcome(StrEnum):
    """What comes of what was typed in the address bar."""

    PUBLIC_SITE = "public_site"
    SIGN_IN = "sign_in"
    OWN_PAGE = "own_page"  #: of the Assurance Maladie, but not in this exercise
    SEARCH = "search"
    SPACE = "space"
    COMMA = "comma"
    EMAIL = "email"
    BEGINNING = "beginning"
    ACCENT = "accent"
    ENDING = "ending"
    SPELLING = "spelling"
    LOOK_ALIKE = "look_alike"
    OTHER = "other"


#: what a browser takes for words to search
SEARCHED = frozenset({Outcome.SEARCH, Outcome.SPACE, Outcome.COMMA})


def is_own(host: str) -> bool:
    """Say whether a name is one of the Assurance Maladie's: « ameli.fr », alone or after a dot."""
    return host == OWN or host.endswith(f".{OWN}")


def read_address(typed: str) -> Outcome:
    """Return what comes of what was typed in the address bar.

    >>> read_address("Ameli.fr"), read_address("compte ameli"), read_address("amelie.fr")
    (<Outcome.PUBLIC_SITE: 'public_site'>, <Outcome.SEARCH: 'search'>, <Outcome.SPELLING: 'spelling'>)
    """
    text = typed.strip()
    if re.search(r"\s", text):
        return Outcome.SPACE if _means_us(re.sub(r"\s+", "", text), re.sub(r"\s+", ".", text)) else Outcome.SEARCH
    if re.search(r"[,;]", text) and _means_us(re.sub("[,;]", ".", text)):
        return Outcome.COMMA
    if not SCHEME.match(text):
        if _BADSCHEME.match(text):
            return Outcome.BEGINNING
        if "@" in text:
            return Outcome.EMAIL
        if "." not in host_of(text):
            return Outcome.SEARCH
    return _of_host(host_of(text))


def _means_us(*texts: str) -> bool:
    return any(host_of(text) in (*_PUBLIC_SITE, _SIGN_IN) for text in texts)


def _of_host(host: str) -> Outcome:
    near = difflib.get_close_matches(host, (*_PUBLIC_SITE, _SIGN_IN), cutoff=_NEAR)
    cases = (
        (host in _PUBLIC_SITE, Outcome.PUBLIC_SITE),
        (host == _SIGN_IN, Outcome.SIGN_IN),
        (host.endswith(NOBODYS), Outcome.LOOK_ALIKE),
        (not host.isascii() and is_own(without_accents(host)), Outcome.ACCENT),
        (re.fullmatch(r"(www\.)?ameli\.\w*", host), Outcome.ENDING),
        (near, Outcome.SPELLING),
        (is_own(host), Outcome.OWN_PAGE),
        ("ameli" in host, Outcome.LOOK_ALIKE),
    )
    return next((outcome for holds, outcome in cases if holds), Outcome.OTHER)
