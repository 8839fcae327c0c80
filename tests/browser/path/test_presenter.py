"""A chapter presented to a room: the same path in large type, by keyboard, each step with its address."""

import re

import pytest
from playwright.sync_api import expect

from practice.doors.voila.app import lan_addresses
from tests.support.chapter_page import HOME
from tests.support.steps import go_to, wait_for_step

CHAPTER = "08_decouvrir_sa_page_d_accueil"
FIRST = re.compile(r"^1 sur \d+$")


@pytest.fixture
def present(page, server):
    def open_(notebook: str, step: str = "") -> None:
        page.goto(f"{server.address(notebook)}?presenter" + (f"#{step}" if step else ""))
        expect(page.locator(".page-where")).to_have_text(re.compile(r"\d"))  # before that, a key is nobody's
        wait_for_step(page)

    return open_


def test_a_chapter_is_presented_by_its_steps_by_keyboard(page, open_chapter, axe):
    open_chapter(CHAPTER)
    steps = page.locator(".page-step").count()
    page.get_by_role("link", name="Présenter à une salle").click()
    expect(page.locator(".page-where")).to_have_text(f"1 sur {steps}")
    page.keyboard.press("PageDown")
    expect(page.locator(".page-where")).to_have_text(f"2 sur {steps}")
    expect(page.locator(".page-step:visible h2")).to_be_focused()
    assert page.locator(".page-step:visible").count() == 1
    axe(page)
    page.reload()
    expect(page.locator(".page-where")).to_have_text(f"2 sur {steps}")
    page.keyboard.press("ArrowLeft")
    expect(page.locator(".page-where")).to_have_text(f"1 sur {steps}")
    page.get_by_role("button", name="Quitter la présentation").click()
    expect(page.get_by_role("navigation", name="Présentation")).to_have_count(0)
    expect(page.get_by_text(f"Étape 1 sur {steps}")).to_be_visible()


@pytest.mark.skipif(not lan_addresses(), reason="this machine has no address but its own")
def test_each_step_shows_the_address_that_leads_a_tablet_to_it(page, server, present):
    present(CHAPTER)
    page.keyboard.press("PageDown")
    here = page.locator(".page-here")
    expect(here).to_contain_text("/8/2")
    expect(here.locator("svg")).to_be_visible()
    page.goto(f"http://{here.locator('strong').inner_text()}")
    wait_for_step(page)
    expect(page.get_by_text(re.compile(r"^Étape 2 sur \d+$"))).to_be_visible()


@pytest.mark.skipif(not lan_addresses(), reason="this machine has no address but its own")
def test_the_home_page_shows_the_address_of_the_room(page, server, present):
    present(HOME)
    expect(page.locator(".page-here strong")).to_have_text(re.compile(rf":{server.port}/$"))
    expect(page.locator(".page-here svg")).to_be_visible()


def test_letters_are_larger_than_a_learners_and_answers_are_the_trainers_to_show(page, open_chapter, present):
    size = "parseFloat(getComputedStyle(document.querySelector('.page-prose li')).fontSize)"
    open_chapter(CHAPTER)
    before = page.evaluate(size)
    assert "La réponse :" not in page.content()
    present(CHAPTER)
    assert page.evaluate(size) >= 1.5 * before
    go_to(page.get_by_role("button", name="Montrer la réponse", include_hidden=True)).first.click()
    expect(page.locator("p.note", has_text="La réponse")).to_be_focused()


def test_the_steps_of_an_exercise_are_watched_with_the_same_keys(page, present):
    present("07_retrouver_son_code")
    watch = go_to(page.get_by_role("button", name="Regarder", include_hidden=True)).first
    at = page.locator(".page-where").inner_text()
    watch.press("Enter")
    step = page.locator("[id$='-exercise-now']:visible")
    expect(step).to_be_visible()
    first = step.inner_text()
    page.keyboard.press("PageDown")
    expect(step).not_to_have_text(first)
    expect(page.locator(".page-where")).to_have_text(at)
    page.keyboard.press("PageUp")
    expect(step).to_have_text(first)


def test_a_session_leads_from_the_home_page_to_a_room_where_another_person_is_played(page, open_chapter, axe):
    open_chapter(HOME)
    session = page.locator("summary", has_text="Deuxième séance")
    session.press("Enter")
    page.get_by_role("link", name="6. Se connecter", exact=True).locator("visible=true").first.press("Enter")
    expect(page.locator(".page-where")).to_have_text(FIRST)
    wait_for_step(page)
    other = go_to(page.get_by_role("button", name="Jouer avec une autre personne", include_hidden=True)).first
    at = page.locator(".page-where").inner_text()
    other.press("Enter")
    people = page.get_by_role("combobox", name="Jouer avec")
    expect(people).to_be_focused()
    axe(page)
    people.select_option("monique")
    page.get_by_role("button", name="Jouer avec cette personne").press("Enter")
    expect(page.get_by_role("heading", name="Monique GARNIER")).to_be_visible()
    page.reload()
    expect(page.locator(".page-where")).to_have_text(at)
    expect(page.get_by_role("heading", name="Monique GARNIER")).to_have_count(0)
    page.get_by_role("button", name="Remettre à zéro").click()
    with page.expect_navigation():
        page.get_by_role("button", name="Oui, effacer mon travail").click()
    expect(page.locator(".page-where")).to_have_text(at)
    wait_for_step(page)


def test_after_the_last_step_comes_the_next_chapter(page, present):
    present(CHAPTER, "a-retenir")
    page.keyboard.press("PageDown")
    onward = page.get_by_role("navigation", name="Présentation").get_by_role(
        "link", name=re.compile("^Chapitre suivant")
    )
    expect(onward).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator(".page-where")).to_have_text(FIRST)
