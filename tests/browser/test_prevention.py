"""« Mon espace prévention » by keyboard alone, in a real browser.."""

from playwright.sync_api import Page, expect

from atelier_ameli import Screen
from tests.support.stage import put_on_stage, tab_to


def open_topic(page: Page, title: str) -> None:
    tab_to(page, "button", f"Ouvrir «\u00a0{title}\u00a0»")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name=title)).to_be_focused()


def test_a_voucher_is_printed_and_a_child_chosen_without_a_mouse(page):
    put_on_stage(page, Screen("prevention", persona="hugo"))
    open_topic(page, "M'T Dents")
    tab_to(page, "button", "Télécharger le bon de Tom (PDF)")
    with page.expect_download() as download:
        page.keyboard.press("Enter")
    assert download.value.suggested_filename == "bon_mt_dents_6_ans_marchand_tom.pdf"
    expect(page.get_by_role("group", name="Le bon est dans vos téléchargements.")).to_be_focused()
    tab_to(page, "button", "Revenir à mon espace prévention")
    page.keyboard.press("Enter")
    open_topic(page, "La santé de votre enfant")
    tab_to(page, "button", "Tom")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="En ce moment pour Tom")).to_be_focused()


def test_the_questionnaire_is_answered_without_a_mouse_and_the_browser_keeps_no_answer(page):
    put_on_stage(page, Screen("prevention", persona="gerard"))
    open_topic(page, "Risque cardio-vasculaire")
    for _ in range(5):
        page.keyboard.press("Tab")
        page.keyboard.press("Space")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Vos conseils")).to_be_focused()
    kept = page.evaluate("JSON.stringify(localStorage)")
    assert "prevention_heart" in kept
    assert "tobacco" not in kept
