"""What tells of the course, with a keyboard alone: the practice, the results and how one erases them."""

from playwright.sync_api import Page, expect

from atelier_ameli import Practice, Progress
from tests.support.stage import put_on_stage, show, tab_to

#: under which name an older version kept a result, and under which it is kept now
_BEFORE, _NOW = "atelier:exercise:se_connecter", "atelier:ameli:2021:2:exercise:se_connecter"
_KEPT = "Object.entries(localStorage).filter(([, text]) => text === '\"done\"')"


def test_the_practice_is_done_without_a_mouse(page: Page) -> None:
    put_on_stage(page, Practice())
    tab_to(page, "button", "Thé")
    page.keyboard.press("Enter")
    expect(page.get_by_role("group", name="Bravo")).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Taper dans une case")).to_be_focused()
    tab_to(page, "textbox", "Prénom inventé")
    page.keyboard.type("Camille")
    page.keyboard.press("Enter")
    expect(page.get_by_role("group", name="Bravo")).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Cocher deux cases")).to_be_focused()
    tab_to(page, "checkbox", "Pain")
    page.keyboard.press("Space")
    tab_to(page, "checkbox", "Pommes")
    page.keyboard.press("Space")
    tab_to(page, "button", "Valider")
    page.keyboard.press("Enter")
    expect(page.get_by_role("group", name="Bravo")).to_be_focused()


def test_results_are_shown_then_erased_in_the_browser(page: Page) -> None:
    show(page)
    page.evaluate("name => localStorage.setItem(name, '\"done\"')", _BEFORE)
    put_on_stage(page, Progress())
    expect(page.get_by_text("1 exercice sur").first).to_be_visible()
    tab_to(page, "button", "Effacer tout ce que j'ai fait")
    page.keyboard.press("Enter")
    expect(page.get_by_role("group", name="Effacer tout ce que vous avez fait ?")).to_be_focused()
    assert page.evaluate(_KEPT) == [[_NOW, '"done"']]  # moved, and lost by nobody
    tab_to(page, "button", "Oui, tout effacer")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Ce que j'ai fait")).to_be_focused()
    assert page.evaluate(_KEPT) == []
