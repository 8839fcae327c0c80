"""The way from the public site to the account, page by page, as the edition has it; what was answered on it."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, ClassVar

from practice.facts import Fact

if TYPE_CHECKING:
    from atelier_ameli.world import World

ACCEPTED, REFUSED = "accepted", "refused"
_BEFORE_THE_DOOR = ("caisse_postcode", "public_site", "which_service")  #: the rest is at the address of the account


@dataclass(frozen=True)
class WayIn:
    """What a browser remembers of the questions on the way: each is asked once."""

    facts: ClassVar = (
        Fact(
            "cookies",
            "Ce qui a été répondu à la fenêtre des cookies.",
            lambda way: way.cookies,
            among=lambda _: (ACCEPTED, REFUSED),
        ),
    )

    caisse_known: bool = False  #: the postcode was given
    cookies: str = ""

    def __post_init__(self) -> None:
        """Refuse an answer that the window does not have."""
        if self.cookies not in ("", ACCEPTED, REFUSED):
            raise ValueError("cookies")

    def with_caisse(self) -> "WayIn":
        """Take in that the postcode was given."""
        return replace(self, caisse_known=True)

    def with_cookies(self, answer: str) -> "WayIn":
        """Take in what was answered about the cookies."""
        return replace(self, cookies=answer)


def _open(world: "World") -> Iterator[str]:
    """Yield the pages of the way, without the questions that were answered."""
    answered = {"caisse_postcode": world.way_in.caisse_known, "cookies": bool(world.way_in.cookies)}
    yield from (page for page in world.edition.way_in if not answered.get(page))


def first_page(world: "World") -> str:
    """Return the page that the address of the public site opens."""
    return next(_open(world))


def door(world: "World") -> str:
    """Return the page that the address of the account opens."""
    return next(page for page in _open(world) if page not in _BEFORE_THE_DOOR)


def page_after(world: "World", name: str) -> str:
    """Return the page that comes after one of the way."""
    way = world.edition.way_in
    return next(page for page in way[way.index(name) + 1 :] if page in _open(world))


def page_before_sign_in(world: "World") -> str:
    """Return the page that the browser's « Page précédente » leads to from where one signs in."""
    return world.edition.way_in[-2]
