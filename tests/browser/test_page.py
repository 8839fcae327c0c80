"""The page around the screens, in the room: what it weighs, what it keeps, what a trainer may put in it."""

import json
import re

import pytest
from playwright.sync_api import expect

from tests.support.browser import LIVE
from tests.support.chapter_page import CHAPTER, CODE, CUT, HOME, LOGIN, NEXT, NUMBER, sign_in, signed_in
from tests.support.steps import contents, go_to, wake

ARRIVAL = 6_000  #: ms of the page's own clock, which a test puts forward (link.js): without a first answer
BETWEEN_ITS_PARTS = "satisf(ied|ying) version"  #: what JupyterLab's front end says of itself


# ---- What it weighs


def test_a_first_visit_is_six_requests_and_a_hundred_kilobytes_and_a_second_fetches_only_the_chapter(
    context, page, open_chapter
):
    requests, sockets = [], []
    page.on("request", lambda request: requests.append(request))  # noqa: PLW0108 - Playwright cannot take a built-in
    page.on("websocket", lambda socket: sockets.append(socket))  # noqa: PLW0108
    open_chapter(CHAPTER, step=LOGIN)
    assert len(requests) + len(sockets) <= 6, [request.url for request in requests]
    assert not [r.url for r in requests if re.search(r"voila\.js|labextensions|voila-style", r.url)], "of JupyterLab"
    sizes = [request.sizes() for request in requests]
    assert sum(size["responseBodySize"] + size["responseHeadersSize"] for size in sizes) <= 100_000
    open_chapter(NEXT)
    assert not page.evaluate(
        "performance.getEntriesByType('resource').filter((entry) => entry.transferSize).map((entry) => entry.name)"
    )
    assert page.evaluate("performance.getEntriesByType('resource').length") == 3


def test_only_the_screen_of_the_step_that_is_shown_asks_the_server(page, open_chapter):
    asked = []
    page.on("websocket", lambda socket: socket.on("framesent", lambda frame: asked.append(json.loads(frame))))
    open_chapter(CHAPTER)
    assert [said for said in asked if "n" in said or said["open"]] == []
    go_to(page.get_by_label(NUMBER, exact=True).first)
    told = [(said["to"], said["message"]["do"]) for said in asked if "n" in said]
    assert told == [("exercice1", "resume")]
    assert page.locator("[data-session][data-state]").count() == 1


# ---- What one can do before and without the server's answer


def test_all_text_and_every_screen_are_there_without_a_connection(page, server):
    page.route_web_socket(re.compile("door"), lambda socket: None)
    page.goto(server.address(CHAPTER, step=LOGIN))
    go_on = page.get_by_role("link", name="Étape suivante")
    expect(go_on).to_be_visible()
    chapter = (server.notebooks / f"{CHAPTER}.ipynb").read_text(encoding="utf-8")
    expect(page.locator("[data-session]")).to_have_count(len(LIVE.findall(chapter)))
    expect(page.get_by_label(NUMBER, exact=True).first).to_be_editable()
    assert page.locator("html").get_attribute("lang") == "fr"
    assert page.title() == ("Pour essayer librement – 6. Se connecter – Atelier « Mon compte ameli »")


def test_what_is_typed_and_clicked_before_the_scripts_arrive_is_kept(page, server):
    held = []
    page.route(re.compile(r"/screen\.js"), lambda route: held.append(route))  # noqa: PLW0108
    page.goto(server.address(CHAPTER, step=LOGIN), wait_until="commit")
    free = page.locator(f"#{LOGIN} [data-session]")
    free.get_by_label(NUMBER, exact=True).fill("2 82 02 95 000 199")
    free.get_by_label(CODE).fill("Faux-code-1")
    free.get_by_role("button", name="Me connecter").click()
    free.get_by_label(CODE).press("End")
    page.keyboard.type("2")
    for route in held:
        route.continue_()
    expect(page.get_by_role("heading", name="Lisez ceci, puis recommencez")).to_be_visible()
    expect(page.get_by_label(NUMBER, exact=True).locator("visible=true").first).to_have_value("2 82 02 95 000 199")


def test_what_is_done_before_the_connection_reaches_its_session_once(context, page, server, forgiven):
    forgiven += CUT
    sent = []
    page.on("websocket", lambda socket: socket.on("framesent", lambda frame: sent.append(frame)))  # noqa: PLW0108
    page.clock.install()
    page.add_init_script("""window.WebSocket = class extends WebSocket {
        constructor(url) { super(window.open_to_all ? url : url.replace("door", "nowhere")); }
    };""")
    page.goto(server.address(CHAPTER, step=LOGIN))
    sign_in(page)
    advice = page.get_by_role("status").filter(has_text="le réseau bloque peut-être")
    expect(advice).to_have_count(0)
    page.clock.fast_forward(ARRIVAL)
    expect(advice).to_be_visible()
    page.evaluate("window.open_to_all = true")
    wake(page)
    expect(signed_in(page)).to_be_visible()
    assert len([frame for frame in sent if '"sign_in"' in frame]) == 1
    expect(advice).to_have_count(0)


# ---- Comfort


def test_text_size_and_contrast_are_remembered_and_there_before_the_first_paint(page, server, forgiven):
    forgiven.append("ERR_FAILED")
    page.emulate_media(contrast="more")  # what she told her own device is heard, until she says otherwise here
    page.goto(server.address(HOME))
    expect(page.get_by_role("button", name="Contraste renforcé")).to_have_attribute("aria-pressed", "true")
    page.emulate_media(contrast="no-preference")
    page.goto(server.address(HOME))
    larger = page.get_by_role("button", name="Agrandir le texte")
    larger.click()
    larger.click()
    expect(page.get_by_text("Taille du texte : 150 %")).to_be_attached()
    page.get_by_role("button", name="Contraste renforcé").click()
    page.route(re.compile(r"\.js$"), lambda route: route.abort())  # the scripts have no part in it
    page.goto(server.address(CHAPTER, step=LOGIN), wait_until="commit")
    expect(page.get_by_role("button", name="Contraste renforcé")).to_be_visible()
    assert page.evaluate("[document.documentElement.style.fontSize, document.documentElement.dataset.contrast]") == [
        "150%",
        "high",
    ]


def test_work_is_forgotten_only_when_one_says_so_and_text_size_stays(page, open_chapter):
    open_chapter(CHAPTER, step=LOGIN)
    page.get_by_role("button", name="Agrandir le texte").click()
    sign_in(page)
    expect(signed_in(page)).to_be_visible()
    for answer, left in (("Non, garder mon travail", 1), ("Oui, effacer mon travail", 0)):
        page.get_by_role("button", name="Effacer mon travail", exact=True).click()
        page.get_by_role("dialog", name="Effacer votre travail").get_by_role("button", name=answer).click()
        expect(signed_in(page)).to_have_count(left)
    assert page.evaluate("document.documentElement.style.fontSize") == "125%"


def test_a_browser_without_boxes_asks_in_its_own_way(page, open_chapter):
    page.add_init_script("HTMLDialogElement.prototype.showModal = undefined")
    open_chapter(CHAPTER, step=LOGIN)
    sign_in(page)
    expect(signed_in(page)).to_be_visible()
    page.once("dialog", lambda box: box.dismiss())
    page.get_by_role("button", name="Effacer mon travail", exact=True).click()
    expect(signed_in(page)).to_be_visible()
    page.once("dialog", lambda box: box.accept())
    page.get_by_role("button", name="Effacer mon travail", exact=True).click()
    expect(signed_in(page)).to_have_count(0)


@pytest.mark.parametrize("notebook", [HOME, CHAPTER])
def test_the_skip_link_comes_first_and_nothing_is_wider_than_a_small_phone_even_with_large_text(
    page, open_chapter, notebook
):
    open_chapter(notebook)
    page.keyboard.press("Tab")
    skip = page.get_by_role("link", name="Aller au contenu")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(page.get_by_role("main")).to_be_focused()
    page.set_viewport_size({"width": 320, "height": 640})
    for text in ("100%", "200%"):
        page.evaluate("size => { document.documentElement.style.fontSize = size; }", text)
        assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_the_home_page_begins_with_its_chapters_and_the_pages_follow_each_other(page, open_chapter):
    page.set_viewport_size({"width": 1280, "height": 720})
    open_chapter(HOME)
    assert page.get_by_role("heading", name="Les chapitres").bounding_box()["y"] < 720, "in the first window"
    expect(contents(page)).to_have_count(0)  # it has no steps
    expect(page.locator("a.go")).to_have_count(1)
    expect(page.get_by_role("banner").get_by_role("link", name="Présenter à une salle")).to_have_count(0)
    page.get_by_role("link", name="Commencer : 0. Bienvenue").click()
    expect(page.get_by_role("heading", level=1, name="0. Bienvenue")).to_be_visible()
    open_chapter(NEXT, step="a-retenir")
    expect(page.get_by_role("link", name="Chapitre précédent Se connecter")).to_be_visible()
    page.get_by_role("link", name="Accueil Tous les chapitres").click()
    expect(page.get_by_role("heading", level=1, name="Atelier « Mon compte ameli »")).to_be_visible()


@pytest.mark.parametrize("notebook", [HOME, NEXT])
def test_axe_finds_nothing_on_a_computer_and_on_a_phone_and_with_more_contrast(
    page, open_chapter, axe, axe_too, notebook
):
    page.set_viewport_size({"width": 1280, "height": 900})
    open_chapter(notebook)
    axe_too(page, 390)
    page.set_viewport_size({"width": 390, "height": 844})
    page.get_by_role("button", name="Contraste renforcé").click()
    axe(page)


def test_what_the_course_says_of_itself_is_accessible(page, server, axe_too):
    page.goto(server.address(HOME))
    links = {"Accessibilité": "Ce qui n'est pas respecté", "Ce qui est simulé": "Ce qui est inventé"}
    expect(page.get_by_role("contentinfo")).to_contain_text("Accessibilité : non conforme")
    page.set_viewport_size({"width": 1280, "height": 800})
    for link, title in links.items():
        page.get_by_role("contentinfo").get_by_role("link", name=link).click()
        expect(page.get_by_role("heading", name=title)).to_be_visible()
        assert page.evaluate("document.documentElement.scrollWidth") <= 1280
        axe_too(page, 320)


# ---- What a trainer may do


def test_a_stock_widget_brings_jupyterlabs_front_end_and_our_screens_still_work_though_a_cell_fails(
    context, page, server, axe, forgiven
):
    forgiven.append(BETWEEN_ITS_PARTS)
    page.goto(server.address("curseur"))
    slider = page.get_by_role("slider")
    expect(slider).to_be_visible(timeout=20_000)
    slider.press("ArrowRight")
    expect(slider).to_have_attribute("aria-valuetext", "1")
    assert page.get_by_role("alert").filter(has_text="n'a pas pu s'afficher").is_visible(), "it is said calmly"
    assert not re.search("ZeroDivision|Traceback|Error|error", page.get_by_role("main").inner_text())
    slider.evaluate("slider => slider.remove()")  # Jupyter gives it no name
    axe(page)
    sign_in(page)
    expect(signed_in(page)).to_be_visible()


def test_a_wrong_address_is_explained_in_french(page, server, axe, forgiven):
    forgiven += CUT
    page.goto(server.address("06_nulle_part"))
    expect(page.get_by_role("heading", name="Cette page n'existe pas")).to_be_visible()
    axe(page)
    page.get_by_role("link", name="Voir tous les chapitres").click()
    expect(page.get_by_role("heading", name="Les chapitres")).to_be_visible()
