"""« Mon espace énergie » in a real browser: the engine's screens are accessible whatever the site."""

from playwright.sync_api import expect

from practice.screen import Screen
from practice.session import Context
from tests.support.energy.site import Site
from tests.support.stage import put_on_stage, tab_to

SITE = Site.load()


def opened(start):
    return Screen(start, persona="lea", at=Context(SITE))


def press(page, name):
    tab_to(page, "button", name)
    page.keyboard.press("Enter")


def fill(page, label, typed):
    tab_to(page, "textbox", label)
    page.keyboard.insert_text(typed)


def heading(page, name):
    return page.get_by_role("heading", name=name)


def test_a_procedure_by_keyboard_alone_from_the_search_to_the_follow_up(page, axe_too):
    page.set_viewport_size({"width": 1280, "height": 844})
    put_on_stage(page, opened("bills"))
    press(page, "Mes démarches")
    expect(heading(page, "Mes démarches")).to_be_focused()
    axe_too(page, 390)
    fill(page, "Que voulez-vous faire ?", "je déménage")
    page.keyboard.press("Enter")
    expect(heading(page, "1 démarche pour")).to_be_focused()
    press(page, "Signaler un déménagement")
    press(page, "Commencer")
    expect(heading(page, "Votre nouveau logement (étape 1 sur 3)")).to_be_focused()
    fill(page, "Numéro et rue", "4 rue du Modèle")
    fill(page, "Code postal", "315")
    page.keyboard.press("Enter")
    expect(page.get_by_role("group", name="Une chose est à corriger")).to_be_focused()
    axe_too(page, 390)
    page.set_viewport_size({"width": 390, "height": 844})  # the rest on a phone
    page.get_by_label("Code postal").fill("31500")
    press(page, "Continuer")
    fill(page, "Quel jour partez-vous ?", "31/01/2025")
    press(page, "Garder et finir plus tard")
    expect(page.get_by_text("Elle est gardée ici : vous pourrez la reprendre.")).to_be_visible()
    press(page, "Reprendre : Signaler un déménagement")
    expect(heading(page, "Signaler un déménagement")).to_be_focused()
    expect(page.get_by_role("textbox", name="Quel jour partez-vous ?")).to_have_value("31/01/2025")
    fill(page, "Relevé du compteur", "04217")
    page.keyboard.press("Enter")
    expect(heading(page, "Vérifiez avant d'envoyer (étape 3 sur 3)")).to_be_focused()
    axe_too(page, 1280)
    press(page, "Envoyer ma demande")
    expect(heading(page, "Votre demande est envoyée")).to_be_focused()
    axe_too(page, 1280)
    press(page, "Suivre ma demande")
    press(page, "Avancer de 7 jours")
    expect(page.get_by_text("Signaler un déménagement : Dernière facture prête.")).to_be_focused()
    axe_too(page, 1280)


def test_one_signs_in_and_takes_a_bill_by_keyboard(page, axe):
    put_on_stage(page, opened("sign_in"))
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
