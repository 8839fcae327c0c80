"""The engine in a real browser: focus, what was typed, scroll, double clicks, failures.."""

import re

from playwright.sync_api import Page, expect

from atelier_ameli import Screen
from tests.journeys import fail, reach
from tests.journeys.access import FATOU, JESSICA, MONIQUE
from tests.support.stage import put_on_stage, tab_to

NUMBER = "Mon numéro de sécurité sociale"
CODE = "Mon code personnel (ou provisoire à 4 chiffres)"


def sign_in(page: Page, number: str, code: str) -> None:
    page.get_by_label(NUMBER, exact=True).fill(number)
    page.get_by_label(CODE).fill(code)
    page.get_by_role("button", name="Me connecter").click()


def actions(received: list[dict]) -> list[str]:
    return [message["do"] for message in received]


def test_after_an_error_the_focus_is_on_the_summary_and_its_links_lead_to_the_fields(page):
    put_on_stage(page, reach("sign in"))
    sign_in(page, "2 82", "")
    summary = page.get_by_role("group", name="2 choses sont à corriger")
    expect(summary).to_be_focused()
    summary.get_by_role("link", name=re.compile("trop court")).press("Enter")
    number, code = page.get_by_label(NUMBER, exact=True), page.get_by_label(CODE)
    expect(number).to_be_focused()
    sign_in(page, "2 82 02 95 046 199", "48151623")
    expect(page.get_by_role("group", name="Une chose est à corriger")).to_be_focused()
    expect(number).to_have_value("")  # refused: it could be real
    expect(code).to_have_value("48151623")  # in no error: it stays in the browser


def test_a_redraw_moves_neither_the_focus_nor_the_page_and_loses_nothing_that_was_typed_or_opened(page):
    page.set_viewport_size({"width": 390, "height": 500})
    put_on_stage(page, reach("sign in"))
    number, code = page.get_by_label(NUMBER, exact=True), page.get_by_label(CODE)
    number.fill("2 82 02")
    code.fill("4815")
    page.get_by_text("Où trouver mon numéro de sécurité sociale").click()
    show = page.get_by_role("button", name="Afficher le code")
    show.focus()
    before = page.evaluate("scrollY")
    assert before > 0
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Masquer le code")).to_be_focused()
    expect(page.get_by_role("status")).to_have_text("Le code est visible.")
    assert page.evaluate("scrollY") == before
    expect(number).to_have_value("2 82 02")
    expect(code).to_have_value("4815")
    expect(code).to_have_attribute("type", "text")
    expect(page.get_by_role("img", name=re.compile("carte Vitale"))).to_be_visible()


def test_the_caret_stays_while_rules_are_ticked_and_a_code_is_kept_nowhere(page):
    put_on_stage(page, reach("sign in"))
    sign_in(page, **FATOU)
    code = page.get_by_label("Mon nouveau code", exact=True)
    code.press_sequentially("baobab")
    expect(page.get_by_text("Fait\u00a0: au moins une lettre minuscule")).to_be_visible()
    expect(code).to_be_focused()
    code.press("Home")
    code.press_sequentially("A")
    expect(page.get_by_text("Fait\u00a0: au moins une lettre majuscule")).to_be_visible()
    code.press_sequentially("-")
    expect(code).to_have_value("A-baobab")
    code.fill("Autre-chose-7")
    page.get_by_label("Je tape encore mon nouveau code").fill("Autre-chose-7")
    page.get_by_role("button", name="Valider").click()
    expect(page.get_by_role("heading", name="Accueil de votre compte")).to_be_focused()
    kept = page.evaluate("JSON.stringify(localStorage)")
    assert "account_home" in kept
    assert "Autre-chose-7" not in kept
    assert FATOU["code"] not in kept


def test_the_number_is_grouped_as_one_types_and_a_forgotten_figure_can_be_put_back_in_the_middle(page):
    put_on_stage(page, reach("sign in"))
    field = page.get_by_label(NUMBER, exact=True)
    field.press_sequentially("2820295000199")
    expect(field).to_have_value("2 82 02 95 000 199")
    field.fill("")
    field.press_sequentially("28202950001993")
    expect(field).to_have_value("2 82 02 95 000 199 3")
    field.fill("2 82 02 95 00 199")
    field.evaluate("field => field.setSelectionRange(11, 11)")
    page.keyboard.type("0")
    expect(field).to_have_value("2 82 02 95 000 199")
    page.keyboard.press("Backspace")
    expect(field).to_have_value("2 82 02 95 001 99")


def test_a_double_click_and_a_second_press_while_waiting_send_once(page):
    received = put_on_stage(page, reach("signed in"))
    page.get_by_role("button", name="Me déconnecter").dblclick()
    expect(page.get_by_role("heading", name="J'accède à mon compte ameli")).to_be_focused()
    assert actions(received) == ["resume", "sign_out"], "what comes in the place of a button is not pressed"
    page.evaluate("window.hold = true")
    page.get_by_label(NUMBER, exact=True).fill(JESSICA["number"])
    page.get_by_label(CODE).fill("Faux-code-1")
    for _ in range(3):
        page.get_by_label(CODE).press("Enter")
    page.evaluate("release()")
    expect(page.get_by_text("Il vous reste 2 essais")).to_be_visible()
    assert actions(received) == ["resume", "sign_out", "sign_in"]


def test_a_failure_in_python_is_a_calm_page_with_a_way_to_start_again(page):
    screen = reach("sign in")
    screen.page.handle_sign_in = fail
    put_on_stage(page, screen)
    sign_in(page, **JESSICA)
    expect(page.get_by_role("heading", name="L'écran s'est arrêté")).to_be_focused()
    assert "Traceback" not in page.content()
    assert "Mon-secret-1" not in page.content()
    page.get_by_role("button", name="Recommencer").click()
    expect(page.get_by_role("heading", name="J'accède à mon compte ameli")).to_be_focused()
    sign_in(page, **JESSICA)
    expect(page.get_by_role("heading", name="Accueil de votre compte")).to_be_visible()


def test_no_answer_is_said(context, page):
    context.clock.install()
    put_on_stage(page, reach("sign in"))
    page.evaluate("window.hold = true")
    page.get_by_role("button", name="Afficher le code").click()
    context.clock.run_for(11_000)
    expect(page.get_by_role("status")).to_have_text(re.compile("cet écran ne répond plus"))


def test_copying_works_without_the_clipboard_api(page):
    put_on_stage(page, reach("sign in"))
    page.evaluate("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
    page.get_by_role("button", name="Copier\u00a0: Numéro de sécurité sociale").click()
    expect(page.get_by_role("status")).to_have_text("Copié.")
    expect(page.get_by_role("button", name="Copier\u00a0: Numéro de sécurité sociale")).to_be_focused()
    page.get_by_label(NUMBER, exact=True).press("Control+v")
    expect(page.get_by_label(NUMBER, exact=True)).to_have_value("2 82 02 95 000 199")


def test_damaged_storage_never_blocks(page):
    page.add_init_script("localStorage.setItem('atelier:persona:jessica', '{')")
    put_on_stage(page, reach("sign in"))
    sign_in(page, **JESSICA)
    expect(page.get_by_role("heading", name="Accueil de votre compte")).to_be_visible()


def test_the_whole_recovery_can_be_done_by_keyboard_alone(page):
    put_on_stage(page, Screen("login", persona="monique"))

    tab_to(page, "button", "Code oublié\u00a0?")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="J'ai oublié mon code")).to_be_focused()
    for label, answer in zip(
        [NUMBER, "Mon nom", "Ma date de naissance", "Mon code postal"], MONIQUE.values(), strict=True
    ):
        tab_to(page, "textbox", label)
        page.keyboard.type(answer)
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Votre demande est enregistrée")).to_be_focused()
    page.keyboard.press("Shift+Tab")
    tab_to(page, "button", "Revenir à la connexion")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="J'accède à mon compte ameli")).to_be_focused()
    tab_to(page, "textbox", NUMBER)
    page.keyboard.type(MONIQUE["number"])
    tab_to(page, "textbox", CODE)
    page.keyboard.type("3382")
    tab_to(page, "button", "Me connecter")
    page.keyboard.press("Space")
    expect(page.get_by_role("heading", name="Je choisis mon nouveau code")).to_be_focused()
    for label in ("Mon nouveau code", "Je tape encore mon nouveau code"):
        tab_to(page, "textbox", label)
        page.keyboard.type("Tilleul-47")
    page.keyboard.press("Enter")
    expect(page.get_by_text("Bonjour Monique GARNIER. Vous êtes connectée.")).to_be_visible()
