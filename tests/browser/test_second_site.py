"""« Mon espace énergie » in a real browser: the engine's screens are accessible whatever the site."""

from playwright.sync_api import expect

from practice.screen import Screen
from practice.session import Context
from tests.support.energy.site import Site
from tests.support.stage import put_on_stage, tab_to


def test_one_signs_in_and_takes_a_bill_by_keyboard(page, axe):
    put_on_stage(page, Screen("sign_in", persona="lea", at=Context(Site.load())))
    axe(page)
    tab_to(page, "textbox", "Mon numéro de contrat")
    page.keyboard.type("0012345")
    page.keyboard.press("Tab")
    page.keyboard.type("lune-8")
    page.keyboard.press("Enter")
    expect(page.get_by_text("Le numéro et le code ne vont pas ensemble.")).to_be_visible()
    axe(page)
    page.get_by_label("Mon code").fill("soleil-7")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Mes factures")).to_be_focused()
    axe(page)
    tab_to(page, "button", "Télécharger la facture du 5 janvier 2025")
    with page.expect_download() as download:
        page.keyboard.press("Enter")
    assert download.value.suggested_filename == "facture_2025_01_05.pdf"
