"""Instructions read aloud by the device's own voice, where it has a French one. Chromium here has none: one is lent."""

import json

import pytest
from playwright.sync_api import expect

from atelier_ameli import Question
from practice.course.exercises.exercise import Exercise
from tests.support.stage import put_on_stage

_VOICES = """voices => {
  window.spoken = [];
  const lent = {
    speaking: false,
    getVoices: () => voices.map(([lang, localService = true]) => ({ lang, localService })),
    addEventListener() {},
    speak({ lang, text, voice }) { spoken.push([lang, text, voice.lang]); lent.speaking = true; },
    cancel() { spoken.push("stop"); lent.speaking = false; },
  };
  Object.defineProperty(window, "speechSynthesis", { value: lent });
  window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
}"""


def lend(page, *voices):
    page.add_init_script(f"({_VOICES})({json.dumps([[one] if isinstance(one, str) else one for one in voices])})")


@pytest.mark.parametrize(
    ("carrier", "button", "words"),
    [
        (lambda: Exercise("se_deconnecter"), "Écouter la consigne", "Cliquez sur «\u00a0Me déconnecter\u00a0»."),
        (lambda: Question("information_medecin"), "Écouter la question", "mieux remboursée"),
    ],
)
def test_an_instruction_is_read_in_french_and_a_second_press_stops(page, carrier, button, words):
    lend(page, "en-GB", "fr-FR")
    put_on_stage(page, carrier())
    listen = page.get_by_role("button", name=button)
    listen.click()
    lang, text, _ = page.evaluate("spoken[0]")
    assert lang == "fr-FR"
    assert words in text
    expect(listen).to_have_count(0)
    page.get_by_role("button", name="Arrêter la lecture").click()
    assert page.evaluate("spoken[1]") == "stop"
    expect(listen).to_be_visible()


@pytest.mark.parametrize(
    ("voices", "chosen"),
    [
        ([("fr-FR", False), ("fr-FR", True), ("fr-CA", True)], "fr-FR"),
        (["fr-CA", "fr-FR"], "fr-FR"),
        ([("fr-FR", False), ("fr_CA", True)], "fr_CA"),
        (["fr_FR"], "fr_FR"),
    ],
)
def test_the_voice_is_one_of_the_device_itself_and_of_france_if_it_has_one(page, voices, chosen):
    lend(page, *voices)
    put_on_stage(page, Question("information_medecin"))
    page.get_by_role("button", name="Écouter la question").click()
    assert page.evaluate("spoken[0][2]") == chosen


def test_what_has_changed_meanwhile_is_not_read_on(page):
    lend(page, "fr-FR")
    put_on_stage(page, Exercise("se_deconnecter"))
    page.get_by_role("button", name="Écouter la consigne").click()
    page.get_by_role("button", name="Me déconnecter").click()
    expect(page.get_by_role("button", name="Écouter la consigne")).to_be_visible()
    assert page.evaluate("spoken[1]") == "stop"


def test_without_a_french_voice_no_button_promises_one(page):
    lend(page, "en-GB", ("fr-FR", False))  # the second speaks through the Internet
    put_on_stage(page, Exercise("se_deconnecter"))
    expect(page.get_by_role("button", name="Écouter la consigne")).to_have_count(0)


def test_the_text_of_a_chapter_is_read_line_by_line_without_the_names_of_buttons(page, open_chapter):
    lend(page, "fr-FR")
    open_chapter("06_se_connecter")
    goals = page.locator(".page-prose", has_text="À la fin de ce chapitre")
    listen = goals.locator("+ .page-listen").get_by_role("button", name="Écouter ce texte")
    listen.click()
    told = [text for _, text, _ in page.evaluate("spoken")]
    assert told[0].startswith("À la fin de ce chapitre")
    assert "taper un numéro de sécurité sociale et un code\u00a0;" in told
    assert not any("Écouter" in text or "13 chiffres" in text for text in told)
    goals.locator("+ .page-listen").get_by_role("button", name="Arrêter la lecture").click()
    assert page.evaluate("spoken.at(-1)") == "stop"


def test_a_hard_word_is_explained_under_its_line_by_keyboard_alone(page, open_chapter, axe):
    open_chapter("06_se_connecter")
    word = page.get_by_role("button", name="numéro de sécurité sociale", exact=True, expanded=False)
    word.press("Enter")
    meaning = page.locator(".page-prose").get_by_text("Votre numéro à vous : 13 chiffres")
    expect(meaning).to_be_visible()
    expect(page.get_by_role("status").filter(has_text="13 chiffres")).to_be_attached()
    axe(page)
    page.keyboard.press("Space")
    expect(meaning).to_be_hidden()
    page.keyboard.press("Enter")
    expect(meaning).to_be_visible()
    page.keyboard.press("Escape")
    expect(meaning).to_be_hidden()
    expect(page.locator("[aria-controls=mot-num-ro-de-s-curit--sociale]")).to_be_focused()
