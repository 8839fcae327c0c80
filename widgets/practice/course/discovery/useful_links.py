"""The addresses where one finds help elsewhere."""

import re
from dataclasses import dataclass

_ADDRESS = re.compile(r"https?://[a-z0-9.-]+\.fr/[a-z0-9./-]*", re.ASCII)


@dataclass(frozen=True)
class UsefulLink:
    """An address of data/useful_links.toml: shown as text, never opened from here. `source`: where it was read."""

    id: str
    name: str
    address: str
    purpose: str
    audience: str
    source: str

    def __post_init__(self) -> None:
        """Refuse an address that could not be typed."""
        if not _ADDRESS.fullmatch(self.address):
            raise ValueError(f"address : « {self.address} » ne s'écrit pas comme https://www.exemple.fr/page")
