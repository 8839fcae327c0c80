"""Addresses: which path is meant, and by which names the room is called.

A page of another site can have its own name lead to this computer (« DNS rebinding »), and would then be trusted as
if it were of the room. So whoever calls the room by a name that is not its own is refused. A number is always its own:
no other site has it for a name.
"""

import ipaddress
import posixpath
import socket
from functools import cache
from urllib.parse import quote, unquote

#: what a network at home or in a school adds to the name of a computer
_NETWORKS = ("local", "lan", "home", "home.arpa", "internal", "fritz.box", "localdomain")
_AS_THEY_ARE = "/:@!$&'()*+,;=~-._"


def one_way(path: str) -> tuple[str, bool] | None:
    """Return the one way to write a path, and whether it names another place as it stands; None for nonsense."""
    try:
        plain = unquote(path, errors="strict")
    except UnicodeDecodeError:
        return None
    if not plain.isprintable() or "\\" in plain:
        return None
    normal = "/" + posixpath.normpath(plain).lstrip("/.")
    if plain.endswith("/") and len(normal) > 1 and not normal.endswith(".ipynb"):
        normal += "/"
    return quote(normal, safe=_AS_THEY_ARE), normal != plain


class Names:
    """The names of this computer; `public`, one more, by which another server is called that stands before it."""

    def __init__(self, public: str = "") -> None:
        self.public = public.casefold()

    def has(self, host: str) -> bool:
        """Say whether a name is ours."""
        host = host.casefold().strip("[]").rstrip(".")
        return (
            host in {"localhost", self.public} - {""} or host.endswith(".localhost") or _number(host) or host in _own()
        )


def _number(host: str) -> bool:
    try:
        ipaddress.ip_address(host.partition("%")[0])
    except ValueError:
        return False
    return True


@cache
def _own() -> frozenset[str]:
    name = socket.gethostname().casefold()
    short = name.partition(".")[0]
    return frozenset({name, short, *(f"{short}.{network}" for network in _NETWORKS)} - {""})
