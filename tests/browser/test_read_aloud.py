"""Instructions read aloud by the device's own voice, where it has a French one. Chromium here has none: one is lent."""

import pytest
from playwright.sync_api import expect

from atelier_ameli import Question
from practice.course.exercises.exercise import Exercise
from tests.support.stage import put_on_stage

_VOICES = """voices => {
  window.spoken = [];
  const lent = {
    speaking: false,
    getVoices: () => voices.map((lang) => ({ lang })),
    addEventListener() {},
    speak({ lang, text }) { spoken.push([lang, text]); lent.speaking = true; },
    cancel() { spoken.push("stop"); lent.speaking = false; },
  };
  Object.defineProperty(window, "speechSynthesis", { value: lent });
  window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
}"""


def lend(page, *voices):
    page.add_init_script(f"({_VOICES})({list(voices)!r})")


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
    lang, text = page.evaluate("spoken[0]")
    assert lang == "fr-FR"
    assert words in text
    listen.click()
    assert page.evaluate("spoken[1]") == "stop"


def test_without_a_french_voice_no_button_promises_one(page):
    lend(page, "en-GB")
    put_on_stage(page, Exercise("se_deconnecter"))
    expect(page.get_by_role("button", name="Écouter la consigne")).to_have_count(0)


def test_the_text_of_a_chapter_is_read_line_by_line_without_the_names_of_buttons(page, open_chapter):
    lend(page, "fr-FR")
    open_chapter("06_se_connecter")
    goals = page.locator(".page-prose", has_text="À la fin de ce chapitre")
    listen = goals.locator("+ .page-listen").get_by_role("button", name="Écouter ce texte")
    listen.click()
    told = [text for _, text in page.evaluate("spoken")]
    assert told[0].startswith("À la fin de ce chapitre")
    assert "taper un numéro de sécurité sociale et un code\u00a0;" in told
    assert not any("Écouter" in text or "13 chiffres" in text for text in told)
    listen.click()
    assert page.evaluate("spoken.at(-1)") == "stop"


def test_a_hard_word_is_explained_under_its_line_by_keyboard_alone(page, open_chapter, axe):
    open_chapter("06_se_connecter")
    word = page.get_by_role("button", name="numéro de sécurité sociale", exact=True, expanded=False)
    word.press("Enter")
    meaning = page.locator(".page-prose").get_by_text("Votre numéro à vous, de 13 chiffres.")
    expect(meaning).to_be_visible()
    expect(page.get_by_role("status").filter(has_text="de 13 chiffres")).to_be_attached()
    axe(page)
    page.keyboard.press("Space")
    expect(meaning).to_be_hidden()
    page.keyboard.press("Enter")
    expect(meaning).to_be_visible()
    page.keyboard.press("Escape")
    expect(meaning).to_be_hidden()
    expect(page.locator("[aria-controls=mot-num-ro-de-s-curit--sociale]")).to_be_focused()
