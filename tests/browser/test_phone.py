"""The drawn phone in a real browser: by keyboard alone on a computer, by touch on two phones, and its frame."""

import re

import pytest
from playwright.sync_api import Page, expect

from atelier_ameli import Screen
from tests.support.stage import put_on_stage, tab_to

PHONES = [{"width": 390, "height": 844}, {"width": 360, "height": 640}]


@pytest.fixture
def touched(browser, browser_context_args):
    """Give a page of a phone: fingers, no mouse."""
    size = {"viewport": PHONES[0], "has_touch": True, "is_mobile": True}
    context = browser.new_context(**{**browser_context_args, **size})
    yield context.new_page()
    context.close()


def press(page: Page, name: str | re.Pattern) -> None:
    tab_to(page, "button", name)
    page.keyboard.press("Enter")


def tap(page: Page, name: str | re.Pattern) -> None:
    """Tap a button; first beside everything, for two quick taps in one place would be a double tap."""
    page.touchscreen.tap(2, 2)
    page.get_by_role("button", name=name, exact=isinstance(name, str)).first.tap()


def test_the_application_is_installed_and_opened_by_keyboard_alone(page):
    put_on_stage(page, Screen("phone_home", persona="ange", device="phone"))
    press(page, "Magasin d'applications")
    expect(page.get_by_role("heading", name="Magasin d'applications")).to_be_focused()
    tab_to(page, "textbox", "Quelle application cherchez-vous\u00a0?")
    page.keyboard.type("ameli")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name=re.compile("4 applications"))).to_be_focused()
    press(page, re.compile("Assurance Maladie"))
    press(page, "Installer")
    expect(page.get_by_role("progressbar")).to_have_attribute("aria-valuenow", "30")
    press(page, "Attendre")
    expect(page.get_by_text("L'application est installée")).to_be_focused()
    press(page, "Ouvrir")
    for question in ("notifications", "appareil photo", "photos"):
        expect(page.get_by_role("heading", name=re.compile(f"Autoriser .*{question}"))).to_be_visible()
        press(page, "Autoriser")
    expect(page.get_by_role("heading", name="J'accède à mon compte ameli")).to_be_focused()


def test_a_phone_is_drawn_on_a_computer_and_its_menu_opens_by_keyboard_and_closes_after_a_choice(page):
    put_on_stage(page, Screen("account_home", persona="jessica", device="phone"))
    expect(page.locator(".handset-bar")).to_be_visible()
    assert page.locator(".handset").bounding_box()["width"] < 500
    page.get_by_role("button", name="Retour").click()
    expect(page.get_by_role("heading", name="L'écran d'accueil du téléphone")).to_be_focused()
    page.get_by_role("button", name="ameli", exact=True).click()
    expect(page.get_by_role("heading", name="Accueil")).to_be_focused()
    summary = page.locator(".app-menu > summary")
    for _ in range(60):
        page.keyboard.press("Tab")
        if summary.evaluate("node => node === document.activeElement"):
            break
    page.keyboard.press("Enter")
    press(page, "Mes documents")
    expect(page.get_by_role("heading", name="Mes documents")).to_be_focused()
    expect(page.get_by_role("navigation", name=re.compile("Menu de l'application"))).to_be_hidden()


def test_a_certificate_is_photographed_and_sent_by_touch(touched):
    put_on_stage(touched, Screen("account_home", persona="karim", device="phone"))
    for phone in PHONES:  # the journey is on the smaller one
        touched.set_viewport_size(phone)
        expect(touched.locator(".handset-bar")).to_be_hidden()
        assert touched.evaluate("document.documentElement.scrollWidth") <= phone["width"]
    tap(touched, "Mes démarches")
    touched.get_by_role("searchbox").or_(touched.get_by_label("Que voulez-vous faire")).fill("photo certificat")
    tap(touched, "Chercher")
    tap(touched, "Transmettre un document à ma caisse")
    tap(touched, "Commencer")
    touched.get_by_label("D'un accident du travail").tap()
    tap(touched, "Continuer")
    for name in ("Prendre une photo", "Autoriser", "Prendre la photo"):
        tap(touched, name)
    expect(touched.get_by_text("Le papier est coupé")).to_be_visible()
    tap(touched, "Prendre une autre photo")
    held = ("Reculer le téléphone", "Allumer la lumière", "Tenir le téléphone à deux mains")
    for name in ("Prendre une photo", *held, "Prendre la photo", "Continuer", "Envoyer ma demande"):
        tap(touched, name)
    expect(touched.get_by_role("heading", name="Votre demande est envoyée")).to_be_focused()
    tap(touched, "Passer à l'ordinateur")
    expect(touched.get_by_text("Vous êtes sur l'ordinateur")).to_be_visible()
