"""Instructions read aloud by the device's own voice, where it has a French one. Chromium here has none: one is lent."""

import json

from playwright.sync_api import expect

from atelier_ameli import Question
from practice.course.exercises.exercise import Exercise
from tests.support.stage import put_on_stage

_VOICES = """voices => {
  window.spoken = [];
  const lent = {
    voices, speaking: false,
    getVoices: () => lent.voices.map(([lang, localService = true]) => ({ lang, localService })),
    addEventListener() {},
    speak({ lang, text, voice }) { spoken.push([lang, text, voice.lang]); lent.speaking = true; },
    cancel() { spoken.push("stop"); lent.speaking = false; },
  };
  Object.defineProperty(window, "speechSynthesis", { value: lent });
  window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
}"""


def told(*voices):
    """Return voices as the lent device tells them: the language, and whether it is the device's own."""
    return json.dumps([[one] if isinstance(one, str) else one for one in voices])


def lend(page, *voices):
    page.add_init_script(f"({_VOICES})({told(*voices)})")


def test_an_instruction_is_read_in_french_until_a_second_press_or_a_change_stops_it(page):
    lend(page, "en-GB", "fr-FR")
    put_on_stage(page, Exercise("se_deconnecter"))
    listen = page.get_by_role("button", name="Écouter la consigne")
    listen.click()
    lang, words, voice = page.evaluate("spoken[0]")
    assert (lang, voice) == ("fr-FR", "fr-FR")
    assert "Cliquez sur «\u00a0Me déconnecter\u00a0»." in words
    expect(listen).to_have_count(0)
    page.get_by_role("button", name="Arrêter la lecture").click()
    assert page.evaluate("spoken[1]") == "stop"
    listen.click()
    page.get_by_role("button", name="Me déconnecter").click()
    expect(listen).to_be_visible()
    assert page.evaluate("spoken[3]") == "stop", "what has changed meanwhile is not read on"


def test_a_question_is_read_by_a_voice_of_the_device_itself_and_of_france_if_it_has_one(page):
    lend(page, "fr-FR")
    put_on_stage(page, Question("information_medecin"))
    for voices, chosen in (
        ([("fr-FR", False), ("fr-FR", True), ("fr-CA", True)], "fr-FR"),
        (["fr-CA", "fr-FR"], "fr-FR"),
        ([("fr-FR", False), ("fr_CA", True)], "fr_CA"),
        (["fr_FR"], "fr_FR"),
    ):
        page.evaluate(f"spoken = []; speechSynthesis.voices = {told(*voices)}")
        page.get_by_role("button", name="Écouter la question").click()
        (_, words, voice), *_ = page.evaluate("spoken")
        assert voice == chosen, voices
        assert "mieux remboursée" in words
        page.get_by_role("button", name="Arrêter la lecture").click()


def test_without_a_french_voice_no_button_promises_one(page):
    lend(page, "en-GB", ("fr-FR", False))  # the second speaks through the Internet
    put_on_stage(page, Exercise("se_deconnecter"))
    expect(page.get_by_role("button", name="Écouter la consigne")).to_have_count(0)


def test_in_a_chapter_a_text_is_read_line_by_line_and_a_hard_word_is_explained_by_keyboard_alone(
    page, open_chapter, axe
):
    lend(page, "fr-FR")
    open_chapter("06_se_connecter")
    goals = page.locator(".page-prose", has_text="À la fin de ce chapitre")
    listen = goals.locator("+ .page-listen").get_by_role("button", name="Écouter ce texte")
    listen.click()
    lines = [text for _, text, _ in page.evaluate("spoken")]
    assert lines[0].startswith("À la fin de ce chapitre")
    assert "taper un numéro de sécurité sociale et un code\u00a0;" in lines
    assert not any("Écouter" in text or "13 chiffres" in text for text in lines), "the names of buttons are not read"
    goals.locator("+ .page-listen").get_by_role("button", name="Arrêter la lecture").click()
    assert page.evaluate("spoken.at(-1)") == "stop"

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
