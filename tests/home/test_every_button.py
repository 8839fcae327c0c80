"""No dead end, no button to nowhere: each button of each page does what it says, as whoever is played."""

import json

import pytest

from atelier_ameli import Screen
from atelier_ameli.identity.personas import AccountStatus
from tests.support import SITE
from tests.support.pages import soup

HOLDERS = [p.id for p in SITE.personas.values() if p.account is AccountStatus.ACTIVE]
PAGES = [name for name, _ in SITE.tabs]


@pytest.mark.parametrize("persona", HOLDERS)
@pytest.mark.parametrize("start", PAGES)
def test_a_button_of_the_account_leads_to_what_it_names(persona, start):
    screen = Screen(start, persona=persona)
    kept = json.loads(json.dumps(screen.snapshot()))
    buttons = soup(screen).select(".site button[data-action]")
    assert buttons
    for button in buttons:
        action, name = button["data-action"], button.get("value", "")
        screen.do("start_again")
        screen.resume(kept)
        before = "" if action in ("open", "begin") else screen.html
        screen.do(action, **({button["name"]: name} if button.get("name") else {}))
        words = button.get_text(" ", strip=True)
        if action == "open":
            assert screen.page.name == name, words
            assert name != "requests" or "démarches" in words, words
        elif action == "begin":
            wanted = SITE.requests[name]
            assert screen.page.name == (wanted.page or "request"), words
            assert wanted.page or screen.page.request.id == name, words
        else:
            assert screen.html != before or screen.focus or screen.say, words
