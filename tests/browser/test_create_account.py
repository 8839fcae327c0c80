"""Creating an account by keyboard alone, then signing in with it on the next page.."""

from playwright.sync_api import Page, expect

from atelier_ameli import Screen
from practice.session import Context
from tests.journeys.creation import JEAN, JEANS_CONTACT, JEANS_PROOFS
from tests.support import SITE
from tests.support.stage import put_on_stage, tab_to

LABELS = {
    "last_name": "Mon nom",
    "number": "Mon n° de sécurité sociale",
    "birth_date": "Ma date de naissance",
    "postcode": "Mon code postal",
    "vitale_end": "Les 7 derniers chiffres du numéro de ma carte Vitale",
    "account_end": "Les 7 derniers signes de mon numéro de compte",
    "email": "Mon adresse e-mail",
    "phone": "Mon téléphone mobile (pas obligatoire)",
}


def fill_in(page: Page, answers: dict[str, str]) -> None:
    """Go from field to field with Tab, and send with Enter."""
    for name, answer in answers.items():
        tab_to(page, "textbox", LABELS[name])
        page.keyboard.type(answer)
    page.keyboard.press("Enter")


def type_with_the_help_open(page: Page, name: str, help_: str) -> None:
    """Open the help of a field, and type: it stays open, and the focus stays where it was."""
    tab_to(page, "textbox", LABELS[name])
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_text(help_)).to_be_visible()
    page.keyboard.press("Shift+Tab")
    page.keyboard.type(JEAN[name])
    expect(page.locator("body[data-answers='1']")).to_have_count(0)
    expect(page.get_by_label(LABELS[name], exact=True)).to_be_focused()
    expect(page.get_by_label(LABELS[name], exact=True)).to_have_value(JEAN[name])
    expect(page.get_by_text(help_)).to_be_visible()


def test_an_account_is_created_by_keyboard_and_opens_in_the_next_chapter(page):
    put_on_stage(page, Screen("create_account", persona="jean", at=Context(SITE, chapter="04_creer_son_compte")))
    last_name, *others = JEAN
    type_with_the_help_open(page, last_name, "Votre nom de famille, comme sur votre carte Vitale.")
    fill_in(page, {name: JEAN[name] for name in others})
    expect(page.get_by_role("heading", name="Étape 2 sur 5")).to_be_focused()
    fill_in(page, JEANS_PROOFS)
    expect(page.get_by_role("heading", name="Étape 3 sur 5")).to_be_focused()
    page.get_by_role("button", name="Revenir en arrière").press("Enter")
    expect(page.get_by_label(LABELS["vitale_end"])).to_have_value(JEANS_PROOFS["vitale_end"])
    page.get_by_label(LABELS["vitale_end"]).press("Enter")
    fill_in(page, JEANS_CONTACT)
    expect(page.get_by_role("heading", name="Étape 4 sur 5")).to_be_focused()
    for label in ("Mon code", "Je tape encore mon code"):
        tab_to(page, "textbox", label)
        page.keyboard.type("Autre-chose-7")
    expect(page.get_by_text("À faire")).to_have_count(0)
    tab_to(page, "checkbox", "J'ai lu les conditions et je les accepte")
    page.keyboard.press("Space")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Étape 5 sur 5")).to_be_focused()
    tab_to(page, "button", "Recevoir un nouveau lien")
    page.get_by_role("button", name="Validez votre adresse e-mail").press("Enter")
    tab_to(page, "button", "Valider mon adresse")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Votre compte est créé")).to_be_focused()
    assert "Autre-chose-7" not in page.evaluate("JSON.stringify(localStorage)")

    next_chapter = page.context.new_page()
    put_on_stage(next_chapter, Screen("login", persona="jean", at=Context(SITE, chapter="06_se_connecter")))
    expect(next_chapter.get_by_text("Ruisseau-60")).to_be_visible()
    next_chapter.get_by_label("Mon numéro de sécurité sociale").fill(JEAN["number"])
    next_chapter.get_by_label("Mon code personnel").fill("Ruisseau-60")
    next_chapter.get_by_role("button", name="Me connecter").press("Enter")
    expect(next_chapter.get_by_text("Bonjour Jean NEAJE")).to_be_visible()
