"""« À quelles aides regarder ? » and the useful links in a real browser: by keyboard alone.."""

import re

from playwright.sync_api import expect

from atelier_ameli import Links, RightsSimulator
from tests.support.stage import put_on_stage, tab_to


def test_the_exercise_is_done_by_keyboard_alone_from_an_error_on_and_going_back_loses_nothing(page):
    put_on_stage(page, RightsSimulator())
    press(page, "button", "Répondre pour Lucas")
    expect(heading(page, "le foyer")).to_be_focused()
    press(page, "button", "Continuer")
    expect(page.get_by_role("group", name="Une chose est à corriger")).to_be_focused()
    press(page, "link", re.compile("Choisissez une réponse"))
    expect(page.get_by_role("radio", name="Une seule personne")).to_be_focused()
    answer(page, "Une seule personne", "Continuer")
    choose(page, "le travail", "Elle travaille", "Continuer")
    press(page, "button", "Je préfère ne pas répondre")
    choose(page, "la complémentaire santé", "Non", "Revenir à l'étape 3")
    expect(heading(page, "les revenus")).to_be_focused()
    expect(page.get_by_role("radio", checked=True)).to_have_count(0)
    choose(page, "les revenus", "753 € ou moins", "Continuer")
    expect(page.get_by_role("radio", name="Non")).to_be_checked()
    press(page, "button", "Continuer")
    choose(page, "ce qui se passe en ce moment", "Elle part bientôt en Europe", "Voir le résultat", role="checkbox")
    expect(page.get_by_role("heading", name="Le résultat pour Lucas")).to_be_focused()
    expect(page.get_by_role("heading", name="La Complémentaire santé solidaire, gratuite")).to_be_visible()
    assert page.evaluate("Object.keys(localStorage)") == []


def test_an_address_is_copied_and_nothing_is_opened(page):
    put_on_stage(page, Links())
    page.get_by_role("button", name=re.compile("Copier l'adresse : Les Bons Clics")).click()
    expect(page.get_by_role("status")).to_have_text("Copié.")
    assert page.get_by_role("link").count() == 0


def press(page, role, name):
    tab_to(page, role, name)
    page.keyboard.press("Enter")


def choose(page, topic, words, then, role="radio"):
    expect(heading(page, topic)).to_be_focused()
    tab_to(page, role, words) if role == "checkbox" else reach_in_group(page, words)
    answer(page, words, then, role)


def answer(page, words, then, role="radio"):
    page.keyboard.press("Space")
    expect(page.get_by_role(role, name=words, exact=True)).to_have_attribute("checked", "")  # the answer is kept
    press(page, "button", then)


def reach_in_group(page, answer):
    """Tab enters the group of radios; the arrows choose."""
    radio = page.get_by_role("radio", name=answer, exact=True)
    page.keyboard.press("Tab")
    for _ in range(6):
        if radio.evaluate("node => node === document.activeElement"):
            return
        page.keyboard.press("ArrowDown")
    raise AssertionError(f"{answer} cannot be reached by the arrows")


def heading(page, topic):
    return page.get_by_role("heading", name=re.compile(f"Étape . sur 5 : {topic}"))
