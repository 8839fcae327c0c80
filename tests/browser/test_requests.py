"""A request in a real browser: by keyboard alone from the catalogue to the follow-up, and on a phone's width."""

from playwright.sync_api import expect

from atelier_ameli import Screen
from tests.journeys import reach
from tests.support.stage import put_on_stage, tab_to


def press(page, name, role="button"):
    tab_to(page, role, name)
    page.keyboard.press("Enter")


def fill(page, label, text):
    tab_to(page, "textbox", label)
    page.keyboard.insert_text(text)


def test_a_change_of_address_by_keyboard_alone_from_the_catalogue_to_the_account(page):
    put_on_stage(page, Screen("requests", persona="jessica"))
    fill(page, "Que voulez-vous faire ?", "déménagement")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="1 démarche pour")).to_be_focused()
    press(page, "Modifier mon adresse postale")
    expect(page.get_by_role("heading", name="Modifier mon adresse postale")).to_be_focused()
    press(page, "Commencer")
    expect(page.get_by_role("heading", name="Votre nouvelle adresse (étape 1 sur 4)")).to_be_focused()
    press(page, "Continuer")
    expect(page.get_by_role("group", name="3 choses sont à corriger")).to_be_focused()
    fill(page, "Numéro et rue", "9 avenue du Modèle")
    fill(page, "Code postal", "31500")
    fill(page, "Ville", "Toulouse")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="La date du déménagement (étape 2 sur 4)")).to_be_focused()
    press(page, "Revenir en arrière")
    expect(page.get_by_role("textbox", name="Numéro et rue")).to_have_value("9 avenue du Modèle")
    press(page, "Continuer")
    fill(page, "Depuis quand habitez-vous là ?", "20/02/2021")
    page.keyboard.press("Enter")
    tab_to(page, "checkbox", "Zoé PETIT")
    page.keyboard.press("Space")
    press(page, "Continuer")
    expect(page.get_by_role("heading", name="Vérifiez avant d'envoyer (étape 4 sur 4)")).to_be_focused()
    press(page, "Envoyer ma demande")
    expect(page.get_by_role("heading", name="Votre demande est envoyée")).to_be_focused()
    press(page, "Suivre ma demande")
    press(page, "Avancer de 2 jours")
    expect(page.get_by_text("Nous sommes maintenant le 3 mars 2021")).to_be_focused()
    press(page, "Mes informations")
    expect(page.get_by_text("9 avenue du Modèle")).to_be_visible()


def test_a_european_card_on_a_phones_width(page):
    page.set_viewport_size({"width": 390, "height": 844})
    put_on_stage(page, Screen("requests", persona="karim"))
    page.get_by_text("Mes droits et mes soins").click()
    page.get_by_role("button", name="Demander une carte européenne").click()
    page.get_by_role("button", name="Commencer", exact=True).click()
    page.get_by_label("Quand partez-vous ?").fill("06/03/2021")
    page.get_by_role("button", name="Continuer").click()
    page.get_by_role("checkbox", name="Karim BENALI").check()
    page.get_by_role("button", name="Continuer").click()
    page.get_by_role("button", name="Envoyer ma demande").click()
    with page.expect_download() as given:
        page.get_by_role("button", name="Télécharger le certificat provisoire").click()
    assert given.value.suggested_filename.startswith("certificat_provisoire")
    assert not page.evaluate("document.documentElement.scrollWidth > innerWidth")


def test_an_answer_that_calls_for_another_question_shows_it_without_moving_the_focus(page):
    screen = Screen("requests", persona="jessica")
    screen.do("begin", request="usage_name")
    screen.do("start")
    put_on_stage(page, screen)
    page.get_by_label("Prendre un nom d'usage").check()
    expect(page.get_by_role("textbox", name="Le nom d'usage")).to_be_visible()
    expect(page.get_by_label("Prendre un nom d'usage")).to_be_focused()
    expect(page.get_by_role("status")).to_contain_text("Une question est apparue")


def test_the_total_of_the_incomes_runs_while_one_types_by_keyboard_alone_and_all_is_kept_at_once(page):
    put_on_stage(page, reach("solidarity, months"))
    fill(page, "Février 2020", "900")
    expect(page.get_by_text("1 mois rempli sur 12")).to_be_visible()
    expect(page.get_by_role("textbox", name="Février 2020")).to_be_focused()
    fill(page, "Mars 2020", "0")
    expect(page.get_by_text("2 mois remplis sur 12")).to_be_visible()
    fill(page, "Avril 2020", "620,50")
    expect(page.get_by_text("1 520,50 €")).to_be_visible()
    assert any("620,50" in text for text in page.evaluate("Object.values(localStorage)"))
    expect(page.get_by_role("textbox", name="Février 2020")).to_have_value("900")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Les mois 4 à 6 (étape 5 sur 9)")).to_be_focused()
