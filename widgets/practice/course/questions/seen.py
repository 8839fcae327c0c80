"""Where the answer to a question can be read, so that a price or a date that changes cannot make the question lie."""

import re
from html import unescape

from practice.course.exercises.placeholders import typed_by
from practice.course.questions.questions import Asked, Seen
from practice.screen import SiteSession
from practice.session import Context
from practice.site import Site

_ABOUT = ("card", "device")  #: regions that are no part of the site


def misses(site: Site, asked: Asked) -> str:
    """Say in French what a question promises that its page does not show; an empty text when all is there."""
    if asked.seen is None:
        return ""
    wanted = asked.seen.shows or asked.answers[0]
    there = _plain(wanted) in page_text(site, asked.seen)
    return "" if there else f"seen : « {wanted} » ne se lit pas sur la page « {asked.seen.start} »"


def page_text(site: Site, seen: Seen) -> str:
    """Return what can be read on the site, without the persona's card, which says what to type."""
    world = site.world(site, seen.persona, seen.device)
    session = SiteSession(world, seen.start, at=Context(site, "lu"))
    for step in seen.steps:
        session.handle(step.do, typed_by(step, world))
    drawn = " ".join(html for name, html in session.regions().items() if name not in _ABOUT)
    return _plain(unescape(re.sub(r"<[^>]*>", " ", drawn)))


def _plain(text: str) -> str:
    return " ".join(text.split()).casefold()
