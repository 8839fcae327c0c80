"""The path of a chapter, as a learner takes it: one step on the page at a time."""

from playwright.sync_api import Locator, Page, expect


def contents(page: Page) -> Locator:
    return page.get_by_role("navigation", name="Dans ce chapitre")


def forward(page: Page) -> Locator:
    return page.get_by_role("link", name="Étape suivante")


#: the step that holds what the address names: a page learns of a new address a moment after the link was followed
NAMED = "() => document.getElementById(decodeURIComponent(location.hash.slice(1)))?.closest('.page-step')?.id"


def wait_for_step(page: Page) -> None:
    """Wait until the step that the address names is shown, and each of its screens has had its first answer."""
    expect(page.locator("html[data-scripts]")).to_be_attached(timeout=20_000)
    if name := page.evaluate(NAMED):
        expect(page.locator(f".page-step[id='{name}']")).to_be_visible()
    places = page.locator("[data-session]:visible")
    expect(places.and_(page.locator("[data-state=ready]"))).to_have_count(places.count(), timeout=20_000)


def wake(page: Page) -> None:
    """Have a page try its server again at once, as when the network is there again: alone, it waits some seconds."""
    page.evaluate("dispatchEvent(new Event('online'))")


def go_to(place: Locator) -> Locator:
    """Go, by the contents, to the step of the chapter that holds a place, hidden until then; return the place."""
    page = place.page
    step = place.first.evaluate("place => place.closest('.page-step').id")
    contents(page).get_by_text("Dans ce chapitre").click()
    contents(page).locator(f"a[href='#{step}']").click()
    expect(place.first).to_be_visible()
    wait_for_step(page)
    return place


def screen_of(page: Page, person: str, at: int = 0) -> Locator:
    """Go to the step whose screen has a person's card on it, the first or another; return the screen."""
    card = page.get_by_role("heading", name=person, exact=True, include_hidden=True)
    return go_to(page.locator("[data-session]").filter(has=card).nth(at))
