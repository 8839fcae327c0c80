"""A learner in the course without a server: its engine takes a moment to be restored."""

import re
from collections.abc import Callable

from playwright.sync_api import Locator, Page, expect

from tests.journeys.access import JESSICA
from tests.support.steps import wait_for_step

LATE = 60_000  #: ms: a busy machine restores Python while it tests other things
SIGN_IN = "06_se_connecter"
YOUR_TURN = "a-vous-entrez-dans-le-compte-de-jessica"
FREE = "pour-essayer-librement"
_MOVE = "(to) => { history.pushState(null, '', to); dispatchEvent(new PopStateEvent('popstate')); }"


def go(page: Page, address: str) -> None:
    """Open an address of the folder: in the page that is open, as its button « Précédent » does, if there is one."""
    if page.url.startswith("file:"):
        page.evaluate(_MOVE, address)
    else:
        page.goto(address)


def forget(page: Page, address: Callable[..., str]) -> None:
    """Leave a page of the folder as a browser has it where nobody has done anything yet."""
    go(page, address("accessibilite"))  # it has no screen: nothing is kept any more
    expect(page.get_by_role("heading", level=1)).to_contain_text("Accessibilité")
    page.evaluate("() => { localStorage.clear(); sessionStorage.clear(); }")


def alive(page: Page) -> Locator:
    """Wait until the screen of the step that is shown answers; return it."""
    screens = page.locator("[data-session]:visible")
    expect(screens.and_(page.locator("[data-state=ready]")).first).to_be_attached(timeout=LATE)
    wait_for_step(page)
    return screens


def sign_in(screen: Locator, code: str) -> None:
    screen.get_by_role("textbox", name="Mon numéro de sécurité sociale").fill(JESSICA["number"])
    screen.get_by_role("textbox", name=re.compile("^Mon code personnel")).fill(code)
    screen.get_by_role("button", name="Me connecter").click()


def bar_of(page: Page) -> Locator:
    return page.get_by_role("region", name=re.compile("^À faire maintenant")).locator("visible=true")
