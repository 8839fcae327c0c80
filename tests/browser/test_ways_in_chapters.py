"""Chapters 1 and 2 as a learner opens them, in the room's Voilà, on a phone."""

import re

import pytest
from playwright.sync_api import expect

from tests.support.steps import go_to, screen_of

PHONE = {"width": 390, "height": 844}


@pytest.fixture
def chapter(page, open_chapter):
    page.set_viewport_size(PHONE)

    def open_(name):
        open_chapter(name)
        return page

    return open_


def test_discovering_the_account_ends_in_a_list_that_a_reload_keeps(chapter, axe):
    page = chapter("01_decouvrir_le_compte_ameli")
    go_to(page.get_by_text("Je me déplace moins"))
    expect(page.get_by_role("heading", name="Je me déplace moins")).to_be_visible()
    axe(page)
    go_to(page.get_by_role("button", name="Voir ma liste", include_hidden=True))
    for answer in page.get_by_label("Je ne sais pas").all():
        answer.check()
    page.get_by_role("button", name="Voir ma liste").click()
    expect(page.get_by_role("group", name="Ma liste : ce que je prépare")).to_be_focused()
    page.reload()
    expect(page.get_by_role("group", name="Ma liste : ce que je prépare")).to_be_visible()


def test_finding_the_site_from_the_address_to_the_door(chapter, axe):
    page = chapter("02_trouver_le_site")
    luc = go_to(page.locator("#pour-essayer-librement [data-session]"))
    luc.get_by_role("textbox", name="Barre d'adresse").fill("AMELI.FR")
    luc.get_by_role("button", name="Ouvrir").click()
    expect(luc.get_by_role("heading", name="Site de l'Assurance Maladie")).to_be_focused()
    jean = screen_of(page, "Jean NEAJE")
    jean.get_by_role("button", name=re.compile("^Profil")).click()
    jean.get_by_role("button", name="Compte ameli").click()
    expect(jean.get_by_role("button", name="Je crée mon compte")).to_be_visible()  # what axe is to look at
    axe(page)
    jean.get_by_role("button", name="Je crée mon compte").click()
    expect(jean.get_by_role("button", name="Je crée mon compte")).to_have_count(0)
