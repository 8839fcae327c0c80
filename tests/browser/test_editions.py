"""The choice of a year on the home page, in a real browser: with the keyboard alone, at two widths."""

from playwright.sync_api import Page, expect

from tests.support.server import Server
from tests.support.stage import tab_to

TODAY, BEFORE = "Le site d'aujourd'hui (2026)", "Le site de 2021"


def test_a_learner_chooses_a_year_by_keyboard_and_keeps_it(page: Page, server: Server, axe_too) -> None:
    page.set_viewport_size({"width": 390, "height": 900})
    page.goto(server.address("00_accueil"))
    band = page.get_by_role("complementary", name="Avertissement")
    choice = page.get_by_role("navigation", name="Quel site voulez-vous apprendre ?")
    expect(band).to_contain_text("Ici, le site de 2021.")
    expect(choice.get_by_role("link", name=BEFORE)).to_have_attribute("aria-current", "true")
    tab_to(page, "link", TODAY)
    page.keyboard.press("Enter")
    expect(band).to_contain_text("Ici, le site de 2026.")
    expect(choice.get_by_role("link", name=TODAY)).to_have_attribute("aria-current", "true")
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    axe_too(page, 1280)
    page.get_by_role("link", name="Se connecter", exact=True).click()
    expect(page.get_by_role("heading", name="6. Se connecter")).to_be_visible()
    expect(band).to_contain_text("Ici, le site de 2026.")
    page.get_by_role("link", name="Atelier « Mon compte ameli »").click()
    expect(band).to_contain_text("Ici, le site de 2026.")
