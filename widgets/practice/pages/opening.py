"""Opening: the page that a session begins at, or comes back to."""

from practice.pages.page import Page
from practice.parts import KeptError
from practice.services import Channel
from practice.world import World


def first_page(world: World, start: str) -> Page:
    """Return the page that a session opens at; somebody is signed in if it stands behind the door."""
    page = world.site.pages[start]
    page.open_first(world)
    return page(world)


def page_at(place: object, world: World, start: str) -> Page:
    """Return the page that a place names. Raises KeptError for one that cannot be reached so."""
    if place is None:
        return first_page(world, start)
    pages = world.site.pages
    name = place.get("page") if isinstance(place, dict) else None
    if not isinstance(name, str) or name not in pages:
        raise KeptError("page")
    world.device = Channel.PHONE if place.get("device") == Channel.PHONE.value else Channel.COMPUTER
    if not pages[name].reachable(world):
        return first_page(world, start)
    return pages[name].resume(world, place)
