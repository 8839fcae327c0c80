"""Every button that a page draws does something: the drawing changes, a file comes, or something is said."""

import json
import re
from collections import deque
from collections.abc import Iterator

import pytest

from atelier_ameli import Screen
from practice.pages.account_page import AccountPage
from practice.session import Context
from tests.support import SITE
from tests.support.answers.offered import Offer, offers

PEOPLE = [person.id for person in SITE.personas.values() if person.has_account]
OUTSIDE = ("login", "create_account", "public_site", "browser", "forgotten_code", "france_connect")
_NUMBERS = re.compile(r"\d+")


def starts() -> Iterator[tuple[str, str]]:
    """Yield the pages at which a screen can open, and for whom."""
    for name, page in SITE.pages.items():
        if name in OUTSIDE or (issubclass(page, AccountPage) and page.linked):
            yield from ((name, person) for person in PEOPLE)


def open_at(start: str, person: str, device: str, kept: dict) -> Screen:
    screen = Screen(start, persona=person, device=device, at=Context(SITE))
    screen.resume(kept)
    return screen


def kept_of(screen: Screen) -> dict:
    return json.loads(json.dumps(screen.snapshot()))


def kind(screen: Screen, offer: Offer) -> tuple:
    """Return what makes a button the same as another one: where it is, what it does and with what, but for numbers."""
    own = tuple((name, _NUMBERS.sub("#", value)) for name, value in offer.own.items())
    return screen.page.name, offer.action, own, frozenset(offer.controls)


@pytest.mark.parametrize("device", ["computer", "phone"])
def test_every_button_of_every_page_does_something(device):
    followed, silent = set(), []
    waiting = deque((start, person, {}) for start, person in starts())
    while waiting:
        start, person, kept = waiting.popleft()
        screen = open_at(start, person, device, kept)
        new = {kind(screen, one): one for one in offers(screen.html) if not one.current}
        here, new = kept_of(screen), {name: one for name, one in new.items() if name not in followed}
        followed |= new.keys()
        shown = open_at(start, person, device, here).html if new else ""
        for offer in new.values():
            screen = open_at(start, person, device, here)
            screen.show(shown)
            clicked = f"{person}, {screen.page.name}: {offer.action} {offer.own}"
            answer = screen.answer({"do": offer.action, "answers": offer.typed, "turn": 1})
            assert "trouble" not in str(answer["focus"]), clicked
            if not ("html" in answer or answer["file"] or answer["say"]):
                silent.append(clicked)
            if any(kind(screen, one) not in followed for one in offers(answer.get("html", ""))):
                waiting.append((start, person, kept_of(screen)))
    assert silent == []
    assert {name for name, *_ in followed} >= {start for start, _ in starts()}
    assert len(followed) > 400
