"""A carte Vitale ordered by someone who has no mouse, from the catalogue to the receipt.."""

import re

from playwright.sync_api import expect

from atelier_ameli import Screen
from tests.support.stage import put_on_stage, tab_to


def test_a_card_is_ordered_without_a_mouse(page):
    put_on_stage(page, Screen("requests", persona="jessica"))

    def press(role, name, key="Enter"):
        tab_to(page, role, name)
        page.keyboard.press(key)

    tab_to(page, "textbox", "Que voulez-vous faire ?")
    page.keyboard.type("carte vitale")
    page.keyboard.press("Enter")
    press("button", "Commander une carte Vitale")
    press("button", "Commencer")
    expect(page.get_by_role("heading", name="La personne")).to_be_focused()
    tab_to(page, "radio", re.compile("Jessica"))
    page.keyboard.press("ArrowDown")
    press("button", "Continuer")
    for step, wrong in (("La photo", "photo-vacances"), ("La pièce d'identité", "rib.pdf")):
        expect(page.get_by_role("heading", name=re.compile(step))).to_be_focused()
        tab_to(page, "radio", re.compile("photo-identite"))
        while not page.get_by_role("radio", name=re.compile(wrong)).is_checked():
            page.keyboard.press("ArrowDown")
        expect(page.get_by_role("heading", name=re.compile(f"Aperçu.*{wrong}"))).to_be_visible()
        press("button", "Continuer")
        expect(page.get_by_role("group", name="Une chose est à corriger")).to_be_focused()
        press("link", re.compile("Choisissez"))
        right = "photo-identite" if step == "La photo" else "carte-identite.pdf"
        while not page.get_by_role("radio", name=re.compile(right)).is_checked():
            page.keyboard.press("ArrowDown")
        press("button", "Continuer")
    expect(page.get_by_role("img", name=re.compile("carte Vitale de Zoé"))).to_be_visible()
    press("button", "Envoyer ma demande")
    expect(page.get_by_role("heading", name="Votre demande est envoyée")).to_be_focused()
