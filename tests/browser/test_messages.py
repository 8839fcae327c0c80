"""Writing to the caisse and answering a question, in a real browser: what is typed, chosen and kept.."""

import re

from playwright.sync_api import Page, expect

from atelier_ameli import Question, Screen
from tests.journeys import reach
from tests.support.stage import put_on_stage


def write(page: Page, subject: str, text: str) -> None:
    page.get_by_label("Le sujet").select_option(subject)
    page.get_by_label("Votre message").fill(text)


def test_a_message_is_written_sent_and_found_again(page):
    put_on_stage(page, Screen("messages", persona="ange"))
    page.get_by_role("button", name="Écrire à ma caisse").click()
    expect(page.get_by_role("heading", name="Écrire à ma caisse")).to_be_focused()
    write(page, "Ma carte Vitale", "Bonjour,\nMa carte ne marche plus.")
    page.get_by_role("button", name="Envoyer mon message").click()
    expect(page.get_by_role("heading", name="Votre message est envoyé")).to_be_focused()
    page.get_by_role("button", name="Revenir à ma messagerie").click()
    page.get_by_role("button", name="Envoyés").click()
    expect(page.get_by_role("heading", name="Messages envoyés")).to_be_focused()
    page.get_by_role("button", name=re.compile("Ma carte Vitale")).click()
    expect(page.get_by_role("heading", name="Ma carte Vitale")).to_be_focused()
    expect(page.get_by_text("Ma carte ne marche plus.")).to_be_visible()


def test_typing_moves_neither_the_focus_nor_the_text_counts_and_keeps_a_draft_and_an_error_loses_nothing(page):
    put_on_stage(page, reach("write a message"))
    write(page, "Autre question", "")
    page.get_by_label("Votre message").press_sequentially("Bonjour")
    expect(page.get_by_text("Il vous reste 993 caractères.")).to_be_visible()
    message = page.get_by_label("Votre message")
    expect(message).to_be_focused()
    expect(message).to_have_value("Bonjour")
    expect(page.get_by_label("Le sujet")).to_have_value("Autre question")
    assert "Bonjour" in page.evaluate("JSON.stringify(localStorage)")
    write(page, "Autre question", "Mon numéro : 2 82 02 95 046 199")
    page.get_by_role("button", name="Envoyer mon message").click()
    expect(page.get_by_role("group", name="Une chose est à corriger")).to_be_focused()
    expect(message).to_have_value("Mon numéro : (numéro effacé)")
    expect(page.get_by_label("Le sujet")).to_have_value("Autre question")
    assert "046" not in page.evaluate("JSON.stringify(localStorage)")


def test_a_question_is_answered_by_keyboard_and_tried_again(page):
    put_on_stage(page, Question("information_medecin"))
    page.get_by_label("Une adresse e-mail").check()
    page.get_by_role("button", name="Vérifier ma réponse").press("Enter")
    expect(page.get_by_role("group", name="Pas encore")).to_be_focused()
    expect(page.get_by_label("Une adresse e-mail")).to_be_checked()
    page.get_by_label("Un médecin traitant").check()
    page.get_by_role("button", name="Vérifier ma réponse").press("Enter")
    expect(page.get_by_role("group", name="Oui")).to_be_focused()
    expect(page.get_by_label("Un médecin traitant")).to_be_checked()
