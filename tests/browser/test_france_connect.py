"""FranceConnect by keyboard alone, in a real browser: the choice, the phone, the consent.."""

from playwright.sync_api import expect

from atelier_ameli import Screen
from tests.journeys import reach
from tests.support.stage import put_on_stage, tab_to


def test_the_whole_way_in_by_keyboard_and_the_choice_is_remembered(page):
    put_on_stage(page, Screen("login", persona="karim"))
    tab_to(page, "button", "S'identifier avec FranceConnect")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="S'identifier avec FranceConnect")).to_be_focused()
    tab_to(page, "checkbox", "Se souvenir de mon choix")
    page.keyboard.press("Space")
    expect(page.get_by_role("status")).to_have_text("Votre choix sera retenu.")
    page.get_by_role("button", name="Mobile Connect et moi").press("Enter")
    expect(page.get_by_role("heading", name="Se connecter avec Mobile Connect et moi")).to_be_focused()
    tab_to(page, "textbox", "Numéro de téléphone portable")
    page.keyboard.type("06 39 98 01 06")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Le téléphone de Karim")).to_be_focused()
    tab_to(page, "button", "Oui, c'est moi")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Est-ce bien vous")).to_be_focused()
    tab_to(page, "button", "C'est bien moi\u00a0: continuer")
    page.keyboard.press("Enter")
    expect(page.get_by_text("Bonjour Karim BENALI")).to_be_visible()
    page.get_by_role("button", name="Me déconnecter").press("Enter")
    page.get_by_role("button", name="S'identifier avec FranceConnect").press("Enter")
    for said in ("Votre choix ne sera pas retenu.", "Votre choix sera retenu."):
        page.get_by_label("Se souvenir de mon choix").press("Space")
        expect(page.get_by_role("status")).to_have_text(said)
    page.get_by_role("button", name="Oublier ce choix").press("Enter")
    expect(page.get_by_role("heading", name="Identifiez-vous avec votre compte")).to_be_focused()
    expect(page.get_by_label("Se souvenir de mon choix")).not_to_be_checked()


def test_a_number_that_could_be_real_leaves_no_trace_in_the_browser(page):
    put_on_stage(page, reach("FranceConnect, password asked"))
    page.get_by_label("Numéro fiscal").fill("2 34 56 78 901 234")
    page.get_by_label("Mot de passe des impôts").fill("Mon-secret-1")
    page.get_by_role("button", name="Me connecter").click()
    expect(page.get_by_role("group", name="Une chose est à corriger")).to_be_focused()
    expect(page.get_by_label("Numéro fiscal")).to_have_value("")
    kept = page.evaluate("JSON.stringify(localStorage)")
    assert "901 234" not in kept
    assert "Mon-secret-1" not in kept
