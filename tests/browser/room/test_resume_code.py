"""A resume code in a real browser: noted with the keyboard alone, typed on another tablet, photographed on a third."""

from playwright.sync_api import expect

from practice.course.resume.held import held_of, text_of
from tests.support import SITE
from tests.support.stage import tab_to

DONE = {"exercise:se_connecter": "alone", "exercise:se_deconnecter": "guided", "last": "se_deconnecter"}
HOME = "00_accueil"


def kept(page):
    names = "Object.fromEntries(Object.entries(localStorage).filter(([name]) => name.includes(':exercise:')))"
    return {name.rpartition(":")[2]: text.strip('"') for name, text in page.evaluate(names).items()}


def test_a_code_goes_from_one_tablet_to_another_without_a_mouse_and_a_drawing_to_a_third(page, open_chapter, server):
    open_chapter(HOME)
    for name, value in DONE.items():
        page.evaluate("([name, text]) => localStorage.setItem(name, text)", [SITE.names.of(name), f'"{value}"'])
    page.reload()
    tab_to(page, "button", "Je note mon code")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Votre code")).to_be_focused()
    code = page.locator(".later-letters > [aria-hidden]").inner_text()
    tab_to(page, "button", "Fermer")
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Je note mon code")).to_be_focused()

    page.evaluate("localStorage.clear()")  # another tablet
    page.reload()
    tab_to(page, "button", "J'ai un code")
    page.keyboard.press("Enter")
    expect(page.get_by_role("textbox", name="J'ai un code")).to_be_focused()
    page.keyboard.type("1234 5678")
    page.keyboard.press("Enter")
    expect(page.get_by_role("group", name="Une chose est à corriger")).to_be_focused()
    page.get_by_role("textbox", name="J'ai un code").fill(code.lower())
    page.keyboard.press("Enter")
    expect(page.get_by_text("C'est repris : 2 exercices de plus.")).to_be_focused()
    assert kept(page) == {"se_connecter": "alone", "se_deconnecter": "guided"}

    page.evaluate("localStorage.clear()")  # a third one, with a camera
    page.goto("about:blank")
    page.goto(f"http://localhost:{server.port}/2021/#reprise={text_of(SITE, held_of(SITE, DONE))}")
    expect(page.get_by_role("group", name="Le dessin de votre feuille est lu")).to_be_focused()
    assert "reprise" not in page.url, "it is nobody else's, and not in the history"
    assert not kept(page), "nothing is taken before a yes"
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_text("C'est repris : 2 exercices de plus.")).to_be_focused()
    expect(page.get_by_role("link", name="Reprendre où j'en étais : 6. Se connecter")).to_be_visible()
    assert kept(page) == {"se_connecter": "alone", "se_deconnecter": "guided"}
