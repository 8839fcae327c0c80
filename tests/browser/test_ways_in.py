"""Finding the site in a real browser, by keyboard alone: the bar, the results, the menu, the door.."""

import re

from playwright.sync_api import expect

from atelier_ameli import Checklist, Screen
from tests.support.stage import put_on_stage, tab_to


def test_from_the_empty_window_to_the_sign_in_by_keyboard_alone(page):
    put_on_stage(page, Screen("browser", persona="jean"))
    tab_to(page, "textbox", "Barre d'adresse")
    page.keyboard.type("ameli.fr")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Site de l'Assurance Maladie")).to_be_focused()
    tab_to(page, "button", "Profil : menu")
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Profil : menu")).to_be_focused()
    tab_to(page, "button", "Compte ameli")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Compte ameli")).to_be_focused()
    tab_to(page, "button", "Se connecter")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="J'accède à mon compte ameli")).to_be_focused()
    expect(page.get_by_role("textbox", name="Barre d'adresse")).to_have_value("https://assure.ameli.fr/")


def test_the_bar_shows_where_one_is_after_a_choice_and_after_going_back(page):
    put_on_stage(page, Screen("browser", persona="ange"))
    bar = page.get_by_role("textbox", name="Barre d'adresse")
    bar.fill("compte ameli")
    bar.press("Enter")
    expect(page.get_by_role("group", name="Le navigateur a fait une recherche")).to_be_focused()
    page.get_by_role("button", name=re.compile("^Annonce")).click()
    expect(page.get_by_role("group", name=re.compile("^Cette adresse ressemble"))).to_be_focused()
    expect(bar).to_have_value("compte-ameli.example")
    page.get_by_role("button", name="Page précédente").click()
    expect(page.get_by_role("button", name=re.compile("^Annonce"))).to_be_visible()
    expect(bar).to_have_value("compte ameli")


def test_the_checklist_is_answered_by_keyboard_and_gives_a_list(page):
    put_on_stage(page, Checklist("creer_un_compte"))
    for question in (
        "Êtes-vous au régime",
        "Avez-vous une adresse",
        "Avez-vous un ordinateur",
        "Avez-vous votre carte",
    ):
        page.get_by_role("group", name=re.compile(question)).get_by_label("Oui").press("Space")
    page.get_by_role("group", name=re.compile("le RIB")).get_by_label("Non").press("Space")
    page.get_by_role("button", name="Voir ma liste").press("Enter")
    outcome = page.get_by_role("group", name="Ma liste")
    expect(outcome).to_be_focused()
    expect(outcome).to_contain_text("Demandez un RIB à votre banque")
    page.get_by_role("button", name="Effacer mes réponses").press("Enter")
    expect(page.get_by_role("radio", checked=True)).to_have_count(0)


def test_in_2026_the_sign_in_and_its_code_are_done_by_keyboard_alone_and_a_code_with_a_space_is_pasted_whole(page):
    screen = Screen("login", persona="jessica", edition="2026")
    put_on_stage(page, screen)
    tab_to(page, "textbox", "Mon numéro de sécurité sociale")
    page.keyboard.type(screen.world.persona.nir)
    tab_to(page, "textbox", "Mon mot de passe (ou code provisoire)")
    page.keyboard.type(screen.world.persona.code)
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Encore une vérification")).to_be_focused()
    tab_to(page, "button", "Recevoir un code par e-mail")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Tapez le code reçu")).to_be_focused()
    code = screen.world.words()["one_time_code"]
    boxes = page.get_by_role("textbox", name="Code à 6 chiffres, reçu par e-mail")
    tab_to(page, "textbox", "Code à 6 chiffres, reçu par e-mail")
    page.keyboard.type("12 34")
    page.keyboard.press("Enter")
    expect(page.get_by_role("link", name=re.compile("Vous en avez tapé 4"))).to_be_visible()
    expect(boxes).to_have_value("")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(boxes).to_be_focused()
    page.keyboard.insert_text(f"{code[:3]} {code[3:]}")  # as a paste does
    expect(boxes).to_have_value(code)
    assert boxes.evaluate("field => field.scrollWidth <= field.clientWidth"), "all six are in their boxes"
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Accueil de votre compte")).to_be_focused()
