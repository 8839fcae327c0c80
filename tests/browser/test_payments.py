"""« Mes paiements » in a real browser, by keyboard alone, and the file that it gives."""

import io
import re

import pypdf
from playwright.sync_api import expect

from atelier_ameli import Screen
from tests.support.stage import put_on_stage, tab_to


def test_a_payment_is_searched_and_read_by_keyboard_alone_then_others_are_searched(page):
    received = put_on_stage(page, Screen("payments", persona="jessica"))

    tab_to(page, "textbox", "Du")
    page.keyboard.press("Control+a")
    page.keyboard.type("01/12/2020")
    tab_to(page, "combobox", "Pour quelle personne\u00a0?")
    page.keyboard.type("Zo")
    tab_to(page, "checkbox", "Rente")
    page.keyboard.press("Space")
    tab_to(page, "button", "Rechercher")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Du 1er décembre 2020 au 1er mars 2021")).to_be_focused()
    expect(page.get_by_role("status")).to_have_text("5 paiements affichés.")
    tab_to(page, "button", re.compile("Remboursement de soins"))
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name=re.compile("^Paiement effectué le"))).to_be_focused()
    tab_to(page, "button", "Fermer ce détail")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Du 1er décembre 2020 au 1er mars 2021")).to_be_focused()
    for end, title in (("28/02/2021", "28 février 2021"), ("31/01/2021", "31 janvier 2021")):
        page.get_by_role("textbox", name="Au", exact=True).fill(end)
        page.get_by_role("button", name="Rechercher", exact=True).click()
        expect(page.get_by_role("heading", name=f"Du 1er décembre 2020 au {title}")).to_be_focused()
    assert received[-1]["answers"]["kind_care"] == "on"


def test_what_was_searched_is_seen_with_its_title_and_the_payments_to_send_are_downloaded(page):
    page.set_viewport_size({"width": 1280, "height": 720})
    put_on_stage(page, Screen("payments", persona="nadia"))
    page.get_by_role("button", name="Rechercher", exact=True).click()
    title = page.locator("h3:focus, h4:focus")
    expect(title).to_have_count(1)
    assert title.bounding_box()["y"] <= 360, "it is under the window"
    with page.expect_download() as download:
        page.get_by_role("button", name=re.compile("^Télécharger mes décomptes")).click()
    words = "".join(
        sheet.extract_text() for sheet in pypdf.PdfReader(io.BytesIO(download.value.path().read_bytes())).pages
    )
    assert "2,28" in words
    assert "18,50" in words
    assert "SPECIMEN" in words
    expect(page.get_by_text("est dans vos téléchargements").first).to_be_visible()
