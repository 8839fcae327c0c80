"""Documents downloaded by a real browser, then read back: on the stage, in the room's Voilà, over plain http."""

import re

import pypdf
from playwright.sync_api import Download, Locator, Page, expect

from atelier_ameli import Screen
from practice.doors.voila.app import lan_addresses
from tests.journeys import reach
from tests.support.stage import put_on_stage
from tests.support.steps import screen_of

GIVEN = "Le document est dans vos téléchargements."
CARDS = {
    "Attestation de droits": "attestation_de_droits_benali_karim.pdf",
    "Attestation de paiement d'indemnités journalières": "attestation_indemnites_journalieres_benali_karim.pdf",
    "Relevé fiscal": "releve_fiscal_2020.pdf",
    "Relevé mensuel": "releve_mensuel_fevrier_2021.pdf",
    "Relevé annuel": "releve_annuel_2020.pdf",
}


def press(page: Page, place: Page | Locator, card: str) -> Download:
    """Press a card's button and return what comes."""
    region = place.get_by_role("region", name=card, exact=True)
    if card in ("Relevé fiscal", "Relevé annuel"):  # no year is chosen for the learner
        region.get_by_label("2020").check()
    with page.expect_download() as coming:
        region.get_by_role("button").click()
    return coming.value


def text(download: Download) -> str:
    """Return a file's words, with ordinary spaces only."""
    return " ".join(" ".join(page.extract_text() for page in pypdf.PdfReader(download.path()).pages).split())


def told(given: Locator) -> list[str]:
    """Return the amounts that the page tells of a file, with ordinary spaces."""
    return [" ".join(amount.split()) for amount in re.findall(r"[\d\xa0]+,\d\d\xa0€", given.inner_text())]


def test_each_document_lands_in_the_downloads_with_the_sums_of_the_page_and_may_be_taken_again(page):
    put_on_stage(page, Screen("documents", persona="karim"))
    for card, name in CARDS.items():
        page.get_by_role("status").evaluate("status => { status.textContent = ''; }")  # it was said of the one before
        download = press(page, page, card)
        assert download.suggested_filename == name
        given = page.get_by_role("region", name=card, exact=True).get_by_role("group", name=GIVEN)
        expect(given).to_be_focused()
        expect(page.get_by_role("status")).to_have_text(GIVEN)
        words, amounts = text(download), told(given)
        assert [amount for amount in amounts if f" {amount}" not in words] == [], card
        assert amounts or card == "Attestation de droits" or "Aucune somme" in given.inner_text(), card
        assert "Karim BENALI" in words
        assert words.count("SPECIMEN") >= 2
    again = press(page, page, card)
    assert again.path().read_bytes() == download.path().read_bytes()


def test_after_an_error_the_links_lead_to_the_choice_and_the_file_holds_who_is_ticked_then(page):
    given = []
    page.on("download", lambda download: given.append(download))  # noqa: PLW0108
    put_on_stage(page, reach("documents"))
    send = page.get_by_role("button", name="Télécharger l'attestation de droits (PDF)")
    send.click()
    summary = page.get_by_role("group", name="Une chose est à corriger")
    expect(summary).to_be_focused()
    summary.get_by_role("link").press("Enter")
    jessica, zoe = (page.get_by_role("checkbox", name=name) for name in ("Jessica PETIT", "Zoé PETIT"))
    expect(jessica).to_be_focused()
    zoe.press("Space")
    assert given == []
    with page.expect_download() as coming:
        send.press("Enter")
    assert "02 Zoé PETIT" in text(coming.value)
    assert "01 Jessica PETIT" not in text(coming.value)
    expect(zoe).to_be_checked()
    expect(jessica).not_to_be_checked()


def test_the_chapter_gives_real_files_in_the_room(page, open_chapter):
    host = [*lan_addresses(), "localhost"][0]  # by the network, where nothing is secure
    open_chapter("10_telecharger_ses_documents", host)
    screen = screen_of(page, "Karim BENALI")
    screen.get_by_role("textbox", name="Date de début").fill("01/02/2021")
    screen.get_by_role("textbox", name="Date de fin").fill("01/03/2021")
    download = press(page, screen, "Attestation de paiement d'indemnités journalières")
    given = screen.get_by_role("group", name=GIVEN)
    expect(given).to_be_visible()
    words, amounts = text(download), told(given)
    assert amounts
    assert [amount for amount in amounts if f" {amount}" not in words] == []
