"""Claims: what a tablet shows to have its number again. They are checked by a key, and nothing of them is remembered.

A claim is `number.tablet.signature`: the number that the tablet had, and a name for it that says nothing of it.
"""

import hashlib
import hmac
import re
import secrets

_CLAIM = re.compile(r"([1-9][0-9]?)\.([0-9a-f]{16})\.([0-9a-f]{64})")


def new_key() -> str:
    return secrets.token_hex(32)


def new_tablet() -> str:
    """Return a name for a tablet that no other one has."""
    return secrets.token_hex(8)


def claim(key: str, number: int, tablet: str) -> str:
    """Return the claim of a tablet to its number."""
    return f"{number}.{tablet}.{_signature(key, f'{number}.{tablet}')}"


def read(key: str, text: str | None) -> tuple[int, str] | None:
    """Return the number and the tablet of a claim; None for whatever was not made with this key."""
    found = _CLAIM.fullmatch(text or "")
    if not found or not hmac.compare_digest(found[3], _signature(key, f"{found[1]}.{found[2]}")):
        return None
    return int(found[1]), found[2]


def _signature(key: str, words: str) -> str:
    return hmac.new(key.encode(), words.encode(), hashlib.sha256).hexdigest()
