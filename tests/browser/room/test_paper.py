"""A chapter printed from a browser: ink on white, no page half empty, the card with what is to be typed."""

import io
import re

import pypdf
import pytest
from playwright.sync_api import expect

from tests.support.chapter_page import CHAPTER, HOME

#: the letters that a printer without backgrounds would leave white on white, or pale: darkness is that of WCAG
PALE = """() => [...document.querySelectorAll("body *")].filter((node) => node.checkVisibility()
  && [...node.childNodes].some(({ nodeType, data }) => nodeType === Node.TEXT_NODE && data.trim())).filter((node) => {
    const [r, g, b] = getComputedStyle(node).color.match(/[\\d.]+/g).map((part) => (part / 255) ** 2.2);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b > 0.18;
  }).map((node) => node.textContent.trim())"""
FULL = 0.6  #: of the height of a page that another one follows


def heights(pdf: bytes) -> list[float]:
    """Return how much of the height of each page has letters."""
    found = []
    for page in pypdf.PdfReader(io.BytesIO(pdf)).pages:
        lines: list[float] = []
        page.extract_text(
            visitor_text=lambda text, cm, tm, *_, to=lines: text.strip() and to.append(cm[5] + tm[5] * cm[3])
        )
        found.append((max(lines) - min(lines)) / float(page.mediabox.height) if lines else 0)
    return found


@pytest.mark.parametrize("notebook", [HOME, CHAPTER])
def test_a_page_is_printed_in_ink_on_white_without_large_blanks_each_card_whole(page, open_chapter, notebook):
    open_chapter(notebook)
    *followed, _ = heights(page.pdf(format="A4"))
    assert [height for height in followed if height < FULL] == []
    page.emulate_media(media="print")
    assert page.evaluate(PALE) == []
    page.set_viewport_size({"width": 720, "height": 1020})  # a sheet
    cards = page.get_by_role("group", name=re.compile("^Fiche de la personne")).all()
    assert bool(cards) == (notebook == CHAPTER)
    for card in cards:
        expect(card.locator(".card-body")).to_be_visible()  # what is to be typed is on it
        expect(card).to_have_css("position", "static")
    expect(page.get_by_role("button", name="Voir la fiche").locator("visible=true")).to_have_count(0)
