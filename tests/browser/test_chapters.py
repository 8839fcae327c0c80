"""Each chapter gone through to its end by a learner, in the room's Voilà, on a computer and on a phone."""

import re

from playwright.sync_api import Locator, Page, expect

from tests.journeys.access import FATOU, JESSICA, MARCEL, MONIQUE, YVETTE
from tests.support.chapter_page import LOGIN
from tests.support.steps import go_to, screen_of

SIZES = {"computer": {"width": 1280, "height": 900}, "phone": {"width": 390, "height": 844}}
LABELS = {
    "number": "Mon numéro de sécurité sociale",
    "last_name": "Mon nom",
    "birth_date": "Ma date de naissance",
    "postcode": "Mon code postal",
}


def on(page: Page, device: str) -> None:
    """Go on with a window of another size: each thing of a chapter is done on both."""
    page.set_viewport_size(SIZES[device])


def sign_in(screen: Locator, number: str, code: str) -> None:
    screen.get_by_role("textbox", name=LABELS["number"]).fill(number)
    screen.get_by_role("textbox", name=re.compile("^Mon code personnel")).fill(code)
    screen.get_by_role("button", name="Me connecter").click()


def ask_for_a_code(screen: Locator, answers: dict[str, str]) -> None:
    for name, answer in answers.items():
        screen.get_by_role("textbox", name=LABELS[name]).fill(answer)
    screen.get_by_role("button", name="Recevoir un code provisoire").click()
    expect(screen.get_by_role("heading", name="Votre demande est enregistrée")).to_be_focused()


def finish_with_the_code_of(screen: Locator, folder: str, number: str, new_code: str) -> None:
    screen.get_by_role("button", name=re.compile(f"^{folder}")).click()
    screen.get_by_role("button", name=re.compile("^Votre code provisoire")).click()
    expect(screen.get_by_role("heading", name="Votre code provisoire")).to_be_focused()
    letter = screen.get_by_role("article")
    code = re.search(r"code provisoire est\s*: (\d{4})", letter.inner_text())[1]
    screen.get_by_role("button", name="Revenir à la connexion").click()
    sign_in(screen, number, code)
    choose(screen, new_code)


def choose(screen: Locator, new_code: str) -> None:
    for label in ("Mon nouveau code", "Je tape encore mon nouveau code"):
        screen.get_by_role("textbox", name=label, exact=True).fill(new_code)
    screen.get_by_role("button", name="Valider mon nouveau code").click()


def test_signing_in_from_the_first_page_to_the_last_exercise_holds_when_one_comes_back(page, open_chapter, axe_too):
    open_chapter("06_se_connecter")
    on(page, "computer")
    jessica = go_to(page.locator(f"#{LOGIN} [data-session]"))
    sign_in(jessica, **JESSICA)
    expect(jessica.get_by_text("Bonjour Jessica PETIT. Vous êtes connectée.")).to_be_visible()

    on(page, "phone")
    ange = screen_of(page, "Ange SANTONI")
    sign_in(ange, "1 78 07 2A 000 04", "Maquis1978")
    expect(ange.get_by_role("link", name=re.compile("trop court"))).to_be_visible()
    sign_in(ange, "1 78 07 2A 000 042", "Faux-code-1")
    expect(ange.get_by_text(re.compile("Il vous reste 2 essais"))).to_be_visible()
    axe_too(page, 1280)
    sign_in(ange, "1 78 07 2A 000 042", "Maquis1978")
    expect(ange.get_by_text("Bonjour Ange SANTONI. Vous êtes connecté.")).to_be_visible()

    on(page, "computer")
    zoe = screen_of(page, "Zoé PETIT")
    sign_in(zoe, **JESSICA)
    expect(zoe.get_by_text("Bonjour Jessica PETIT. Vous êtes connectée.")).to_be_visible()

    on(page, "phone")
    fatou = screen_of(page, "Fatou DIALLO", -1)
    sign_in(fatou, **FATOU)
    choose(fatou, "Baobab-95")
    expect(fatou.get_by_text("Bonjour Fatou DIALLO. Vous êtes connectée.")).to_be_visible()

    go_to(page.get_by_role("heading", name="À retenir", include_hidden=True))
    page.get_by_role("link", name="Chapitre suivant Retrouver son code").click()
    expect(page.get_by_role("heading", level=1, name="7. Retrouver son code")).to_be_visible()

    on(page, "computer")
    open_chapter("06_se_connecter")
    go_to(fatou)
    expect(fatou.get_by_text("Bonjour Fatou DIALLO")).to_be_visible()
    fatou.get_by_role("button", name="Me déconnecter").click()
    expect(fatou.get_by_text("Nouveau code", exact=True)).to_be_visible()
    sign_in(fatou, FATOU["number"], "Baobab-95")
    expect(fatou.get_by_text("Bonjour Fatou DIALLO")).to_be_visible()


def test_recovering_a_code_in_each_of_the_three_ways(page, open_chapter):
    open_chapter("07_retrouver_son_code")
    on(page, "computer")
    monique = go_to(page.locator("#a-vous-debloquez-le-compte-de-monique [data-session]"))
    monique.get_by_role("button", name="Code oublié").click()
    expect(monique.get_by_role("heading", name="J'ai oublié mon code")).to_be_focused()
    ask_for_a_code(monique, MONIQUE)
    finish_with_the_code_of(monique, "Boîte de réception", MONIQUE["number"], "Tilleul-47")
    expect(monique.get_by_text("Bonjour Monique GARNIER. Vous êtes connectée.")).to_be_visible()

    on(page, "phone")
    yvette = screen_of(page, "Yvette ROUX")
    ask_for_a_code(yvette, YVETTE)
    expect(yvette.get_by_text("Aucun message ici.")).to_be_visible()
    finish_with_the_code_of(yvette, "Courriers indésirables", YVETTE["number"], "Mimosa-42")
    expect(yvette.get_by_text("Bonjour Yvette ROUX. Vous êtes connectée.")).to_be_visible()

    marcel = screen_of(page, "Marcel DUBOIS")
    ask_for_a_code(marcel, MARCEL)
    on(page, "computer")
    marcel.get_by_text("Je n'ai rien reçu, nulle part").click()
    marcel.get_by_role("button", name="Appeler le 36 46").click()
    finish_with_the_code_of(marcel, "SMS", MARCEL["number"], "Glycine-38")
    expect(marcel.get_by_text("Bonjour Marcel DUBOIS. Vous êtes connecté.")).to_be_visible()
