"""Names that addresses lead to."""

import re
from urllib.parse import urlsplit

NOBODYS = ".example"  #: an ending that nobody can ever have (RFC 2606)
SCHEME = re.compile(r"https?://", re.IGNORECASE)


def host_of(address: str) -> str:
    """Return the name that an address leads to: what stands before the first « / ». Empty for none.

    >>> host_of("https://www.Energie.example/compte"), host_of("energie.example.net/energie")
    ('www.energie.example', 'energie.example.net')
    """
    text = address.strip().replace("\\", "/")
    try:
        name = urlsplit(text if SCHEME.match(text) else f"//{text}").hostname
    except ValueError:
        return ""
    return (name or "").removesuffix(".")
