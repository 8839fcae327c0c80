"""Names, as people type them."""

import re
import unicodedata


def same_name(typed: str, name: str) -> bool:
    """Say whether two names are the same but for capitals, accents, spaces and dashes."""
    return _plain(typed) == _plain(name)


def _plain(name: str) -> str:
    letters = unicodedata.normalize("NFKD", name.casefold())
    return re.sub(r"[\W_]|[\u0300-\u036f]", "", letters)
