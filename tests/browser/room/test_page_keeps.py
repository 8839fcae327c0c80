"""What a browser keeps: the learner is never told that it is kept when it is not, and no tab undoes another's work."""

import re
from datetime import UTC, datetime

import pytest
from playwright.sync_api import expect

from tests.support.chapter_page import CHAPTER, CODE, LOGIN, NEXT, NUMBER, sign_in, signed_in
from tests.support.steps import go_to, screen_of, wait_for_step

UNKEPT = "Ce navigateur ne peut pas garder votre travail."
REFUSED = """Object.defineProperty(window, "localStorage", { get() { throw new DOMException("no", "SecurityError"); },
});"""
FULL = """const put = Storage.prototype.setItem;
Storage.prototype.setItem = function (name, text) {
  if (text.length > 40) throw new DOMException("full", "QuotaExceededError");
  put.call(this, name, text);
};"""


def eight_seconds_after_it_began(page, server, without):
    """Open a page of which a part never comes, and put its clock forward, where it stops: nobody waits."""
    page.clock.install(time=0)
    page.route(re.compile(without), lambda route: None)
    page.goto(server.address(CHAPTER, step=LOGIN), wait_until="commit")
    expect(page.locator("#page-gone")).to_be_attached()
    page.clock.pause_at(datetime.fromtimestamp(page.evaluate("Date.now()") / 1000 + 8, UTC))


def elsewhere(page):
    return page.get_by_role("alert").filter(has_text="ouvert dans un autre onglet")


@pytest.mark.parametrize("storage", [REFUSED, FULL], ids=["refused", "full"])
def test_work_that_cannot_be_kept_is_said_once_and_nothing_says_the_contrary(page, open_chapter, storage):
    page.add_init_script(storage)
    open_chapter(CHAPTER, step=LOGIN)
    told = page.get_by_role("status").filter(has_text=UNKEPT)
    expect(told).to_be_visible()
    expect(page.get_by_text("Votre travail est gardé")).to_have_count(0)
    expect(page.get_by_role("contentinfo")).to_contain_text(UNKEPT)
    told.get_by_role("button", name="J'ai compris").click()
    sign_in(page)
    expect(signed_in(page)).to_be_visible()
    expect(told).to_have_count(0)


def test_of_two_tabs_the_one_that_was_left_says_so_and_undoes_nothing(page, open_chapter, server):
    open_chapter(CHAPTER, step=LOGIN)
    other = page.context.new_page()
    other.goto(server.address(CHAPTER, step=LOGIN))
    expect(other.locator("[data-session][data-state=ready]").first).to_be_attached()
    sign_in(other)
    expect(signed_in(other)).to_be_visible()
    expect(elsewhere(page)).to_be_visible()
    sign_in(page, code="Faux-code-1")
    other.reload()
    expect(signed_in(other)).to_be_visible()
    elsewhere(page).get_by_role("button", name="Continuer ici").click()
    expect(signed_in(page)).to_be_visible()
    page.get_by_role("button", name="Me déconnecter").click()
    expect(elsewhere(other)).to_be_visible()
    other.close()


def test_two_tabs_on_two_chapters_do_not_disturb_one_another(page, open_chapter, server):
    open_chapter(CHAPTER, step=LOGIN)
    other = page.context.new_page()
    other.goto(server.address(NEXT))
    go_to(other.get_by_role("button", name="Recommencer depuis le début", include_hidden=True))
    sign_in(page)
    expect(signed_in(page)).to_be_visible()
    other.get_by_role("button", name="Recommencer depuis le début").first.click()
    expect(elsewhere(page)).to_have_count(0)
    expect(elsewhere(other)).to_have_count(0)
    other.close()


def test_work_is_said_to_be_kept_and_what_was_typed_is_there_again_after_a_reload_but_no_code(
    context, page, open_chapter
):
    open_chapter(CHAPTER, step=LOGIN)
    expect(page.get_by_role("contentinfo")).to_contain_text("Votre travail est gardé dans ce navigateur")
    expect(page.get_by_text(UNKEPT)).to_have_count(0)
    page.get_by_label(NUMBER, exact=True).locator("visible=true").first.fill("2 54 06")
    page.get_by_label(CODE).locator("visible=true").first.fill("Faux-code-1")
    page.reload()
    wait_for_step(page)
    expect(page.get_by_label(NUMBER, exact=True).locator("visible=true").first).to_have_value("2 54 06")
    expect(page.get_by_label(CODE).locator("visible=true").first).to_have_value("")
    assert page.evaluate("sessionStorage.length") == 0


def test_what_was_ticked_and_chosen_is_there_again_too_unless_work_is_erased(page, open_chapter):
    open_chapter("09_consulter_ses_paiements")
    nadia = screen_of(page, "Nadia LOPEZ")
    start, kind = nadia.get_by_role("textbox", name="Du", exact=True), nadia.get_by_role("checkbox", name="Rente")
    whom = nadia.get_by_role("combobox", name="Pour quelle personne\u00a0?")
    start.fill("01/01/2019")
    kind.uncheck()
    whom.select_option("Inès LOPEZ")
    page.reload()
    wait_for_step(page)
    expect(start).to_have_value("01/01/2019")
    expect(kind).not_to_be_checked()
    expect(whom).to_have_value("Inès LOPEZ")
    page.get_by_role("button", name="Effacer mon travail").click()
    page.get_by_role("button", name="Oui, effacer mon travail").click()
    expect(kind).to_be_checked()
    expect(start).not_to_have_value("01/01/2019")


def test_typing_without_a_pause_is_told_all_the_same(context, page, open_chapter):
    told = []
    page.on("websocket", lambda socket: socket.on("framesent", lambda frame: told.append(frame)))  # noqa: PLW0108
    page.clock.install()
    open_chapter("04_creer_son_compte", step="a-vous-creez-le-compte-de-jean")
    name = page.locator("form[data-live] input[type=text]").locator("visible=true").first
    before = len(told)
    for _ in range(12):
        name.press("a")
        page.clock.run_for(100)
    assert len(told) > before


@pytest.mark.parametrize("path", [r"/chapter\.js", r"/screen\.js"])
def test_a_part_that_never_comes_is_said_within_eight_seconds(context, page, server, path):
    eight_seconds_after_it_began(page, server, without=path)
    expect(page.get_by_text("pas arrivée en entier")).to_be_visible()


def test_a_style_that_never_comes_does_not_hold_the_page_up_for_long(context, page, server):
    eight_seconds_after_it_began(page, server, without=r"/page\.css")
    free = page.locator(f"#{LOGIN} [data-session]")
    free.get_by_label(NUMBER, exact=True).fill("2 82 02 95 000 199")
    free.get_by_label(CODE).fill("48151623")
    free.get_by_role("button", name="Me connecter").click()
    expect(free.get_by_role("heading", name="Accueil de votre compte")).to_be_visible()


def test_a_browser_that_cannot_read_the_scripts_is_told_that_it_is_too_old(page, server, forgiven):
    forgiven.append("SyntaxError|Unexpected token|Invalid")
    page.route(
        re.compile(r"/chapter\.js"), lambda route: route.fulfill(body="a ???= 1;", content_type="text/javascript")
    )
    page.goto(server.address(CHAPTER, step=LOGIN))
    expect(page.get_by_role("alert").filter(has_text="Ce navigateur est trop ancien")).to_be_visible()


def test_a_browser_without_modules_is_told_too(page, server):
    page.add_init_script("delete HTMLScriptElement.prototype.noModule")
    page.goto(server.address(CHAPTER, step=LOGIN), wait_until="commit")
    expect(page.get_by_text("Ce navigateur est trop ancien")).to_be_attached()
