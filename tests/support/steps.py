"""The path of a chapter, as a learner takes it: one step on the page at a time."""

from playwright.sync_api import Locator, Page, expect


def contents(page: Page) -> Locator:
    return page.get_by_role("navigation", name="Dans ce chapitre")


def forward(page: Page) -> Locator:
    return page.get_by_role("link", name="Étape suivante")


#: what is still to come: the scripts, the step that the address names, the first answer of a screen that is shown
TO_COME = (
    "html:not([data-scripts])",
    ".page-step[hidden]:target",
    ".page-step[hidden] :target",
    "[data-session]:not([data-state=ready], [hidden] *)",
)


def wait_for_step(page: Page) -> None:
    """Wait until the step that the address names is shown, and each of its screens has had its first answer."""
    expect(page.locator(", ".join(TO_COME))).to_have_count(0, timeout=20_000)


def wake(page: Page) -> None:
    """Have a page try its server again at once, as when the network is there again: alone, it waits some seconds."""
    page.evaluate("dispatchEvent(new Event('online'))")


def go_to(place: Locator) -> Locator:
    """Go, by its address, to the step of the chapter that holds a place, hidden until then; return the place."""
    place.first.evaluate("place => { location.hash = place.closest('.page-step').id; }")
    wait_for_step(place.page)
    expect(place.first).to_be_visible()
    return place


def screen_of(page: Page, person: str, at: int = 0) -> Locator:
    """Go to the step whose screen has a person's card on it, the first or another; return the screen."""
    card = page.get_by_role("heading", name=person, exact=True, include_hidden=True)
    return go_to(page.locator("[data-session]").filter(has=card).nth(at))
