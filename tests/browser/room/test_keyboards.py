"""Keyboards of phones, and older Safaris: what is composed is not touched, and the button that was used is known."""

import re

from playwright.sync_api import expect

from practice.screen import Screen
from tests.support.chapter_page import CODE, NUMBER
from tests.support.stage import put_on_stage


def test_a_number_that_a_phones_keyboard_composes_is_grouped_once_it_is_there(page):
    put_on_stage(page, Screen("login", persona="jessica"))
    field = page.get_by_label(NUMBER, exact=True)
    keyboard = page.context.new_cdp_session(page)
    for letters, grouped in (("2820295000199", "2 82 02 95 000 199"), ("151072A000043", "1 51 07 2A 000 043")):
        field.fill("")
        field.focus()
        for end in range(1, len(letters) + 1):
            composed = {"text": letters[:end], "selectionStart": end, "selectionEnd": end}
            keyboard.send("Input.imeSetComposition", composed)
            expect(field).to_have_value(letters[:end])
        keyboard.send("Input.insertText", {"text": letters})
        expect(field).to_have_value(grouped)


def test_a_browser_that_does_not_name_the_button_of_a_form_uses_the_one_that_was_clicked(page):
    page.add_init_script("Object.defineProperty(SubmitEvent.prototype, 'submitter', { get() { return undefined; } })")
    received = put_on_stage(page, Screen("create_account", persona="jean"))
    page.evaluate("""() => {
      const form = document.querySelector("form[data-action]");
      form.insertAdjacentHTML("beforeend", '<button data-action="elsewhere" type="submit">Autrement</button>');
    }""")
    page.get_by_role("button", name="Autrement").click()
    assert received[-1]["do"] == "elsewhere"


def test_no_field_of_a_code_is_one_that_a_browser_offers_to_keep_and_it_is_hidden_all_the_same(page):
    put_on_stage(page, Screen("login", persona="jessica"))
    code = page.get_by_label(CODE)
    expect(code).to_have_attribute("type", "text")
    expect(code).to_have_css("-webkit-text-security", "disc")
    expect(code).to_have_accessible_description(re.compile("Ce que vous tapez est caché à l'écran"))
    page.get_by_role("button", name="Afficher").click()
    expect(code).to_have_css("-webkit-text-security", "none")
    page.get_by_role("button", name="Masquer").click()
    expect(code).to_have_css("-webkit-text-security", "disc")


def test_where_no_style_can_hide_a_code_its_field_is_one_for_passwords(page):
    page.add_init_script("CSS.supports = () => false")
    put_on_stage(page, Screen("login", persona="jessica"))
    code = page.get_by_label(CODE)
    expect(code).to_have_attribute("type", "password")
    expect(code).to_have_attribute("autocomplete", "one-time-code")  # which no browser offers to keep
    page.get_by_role("button", name="Afficher").click()
    expect(code).to_have_attribute("type", "text")
