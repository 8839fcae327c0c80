"""Where the course is for a learner at home: at a host, if whoever teaches has put it there."""

from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from practice.site import Site

FILE = "at_home.toml"


@dataclass(frozen=True)
class AtHome:
    """The address of the course at a host (data/at_home.toml). Without one, nothing is told of it."""

    address: str = ""

    def __post_init__(self) -> None:
        told = urlsplit(self.address)
        right = told.scheme in ("https", "http") and told.hostname and not (told.query or told.fragment)
        if self.address and not right:
            raise ValueError(f"address : « {self.address} » n'est pas une adresse comme « https://exemple.fr/cours »")

    @property
    def words(self) -> str:
        """The address as a hand types it."""
        return self.address.partition("://")[2].rstrip("/")

    def of(self, chapter: str, year: str, place: str = "") -> str:
        """Return the address of a chapter in an edition, and of a place in it; the course finds the page (shell.js)."""
        base = f"{self.address.rstrip('/').removesuffix('/index.html')}/?chapitre={chapter}&edition={year}"
        return f"{base}#{place}" if place else base


def at_home_of(site: "Site") -> AtHome | None:
    """Return where a course is for a learner at home, if whoever teaches has said it."""
    said = site.whole(FILE, "adresse", AtHome) if site.has(FILE) else None
    return said if said and said.address else None
