"""A chapter as a path: one step on the page at a time, each with its address, its heading and a way on and back."""

import json
import re

import pytest
from playwright.sync_api import Page, expect

from tests.support import SITE
from tests.support.axe import faults_of_new, mark_new
from tests.support.chapter_page import CHAPTER, HOME, LOGIN, NEXT, sign_in, signed_in
from tests.support.steps import contents, forward, go_to, wait_for_step

SIZES = [(1280, 720), (768, 1024), (390, 844)]
CHAPTERS = [
    CHAPTER,
    "03_reconnaitre_un_faux_message",
    "12_faire_une_demarche",
    "22_utiliser_l_application_sur_son_telephone",
]


def shown(page: Page) -> list[str]:
    """Return the steps that are shown, by their names."""
    return page.locator(".page-step:visible").evaluate_all("steps => steps.map((step) => step.id)")


def names(page: Page) -> list[str]:
    return page.locator(".page-step").evaluate_all("steps => steps.map((step) => step.id)")


#: come back to the first step
FIRST = """async () => {
  const first = document.querySelector(".page-step");
  if (first.hidden) location.hash = first.id;
  while (first.hidden) await new Promise((wake) => setTimeout(wake, 2));
}"""


def back(page: Page):
    return page.get_by_role("link", name="Étape précédente")


#: what is under the middle of the link to the next step takes a click; then the link takes the focus
AIM = """(link) => {
  link.scrollIntoView({ block: "center" });
  const { left, top, width, height } = link.getBoundingClientRect();
  link.focus({ preventScroll: true });
  return link.contains(document.elementFromPoint(left + width / 2, top + height / 2));
}"""
#: wait for a step and for its screens, and say what is shown; at first, go to it by the link of the step before
STEP = """async ([name, goOn]) => {
  const aim = AIM;
  const seen = (one) => one.checkVisibility({ visibilityProperty: true });
  const all = (what) => [...document.querySelectorAll(what)].filter(seen);
  const kinds = (what) => all(what).map((one) => one.nodeName);
  const until = async (done) => {
    for (let turns = 0; !done() && turns < 2000; turns++) await new Promise((wake) => setTimeout(wake, 2));
  };
  const link = goOn && all("a.page-forward")[0];
  const aimed = !goOn || aim(link);
  if (goOn) link.click();
  await until(() => seen(document.getElementById(name)));
  const scrolled = scrollY; // a screen that comes to life may bring what it asks for into view
  const waiting = () => all("[data-session]").filter((one) => one.dataset.state !== "ready").length;
  await until(() => !waiting());
  return {
    aimed, scrolled, waiting: waiting(), width: document.documentElement.scrollWidth, hash: location.hash.slice(1),
    shown: all(".page-step").map((one) => one.id), at: all(".page-at")[0].textContent.trim(),
    focus: document.activeElement === all(".page-step h2")[0], headings: kinds("h1, h2"),
    main: kinds("main :is(h1, h2)"),
    twice: [...document.querySelectorAll("[id]")].map((one) => one.id).filter((id, at, ids) => ids.indexOf(id) < at),
    places: all(":is(nav, aside, header.page-header, footer.page-footer, main)").length,
  };
}""".replace("AIM", AIM)


@pytest.fixture(scope="module")
def seen() -> set[int]:
    """Return what axe has looked at, at any size and in any chapter."""
    return set()


def walk(page: Page, seen: set[int], width: int, *, keys: bool) -> list[tuple]:
    """Go from the first step to the last by the link of each, with a key or a click; return the outlines of all."""
    steps, outlines = names(page), []
    for number, name in enumerate(steps, 1):
        if number > 1 and keys:
            assert forward(page).evaluate(AIM)
            page.keyboard.press("Enter")
        found = page.evaluate(STEP, [name, number > 1 and not keys])
        assert (found["shown"], found["waiting"], found["aimed"]) == ([name], 0, True)
        assert found["at"].replace("\u00a0", " ") == f"Étape {number} sur {len(steps)}"
        assert found["scrolled"] == 0
        assert found["width"] <= width
        assert found["headings"][0] == "H1"
        assert found["headings"].count("H1") == 1
        assert found["places"] <= 7
        assert found["twice"] == []
        if number > 1:
            assert (found["hash"], found["focus"], found["main"][1]) == (name, True, "H2")
        assert faults_of_new(page, seen) == []
        outlines.append((name, found["headings"], found["main"], found["places"]))
    return outlines


@pytest.mark.parametrize("chapter", CHAPTERS)
def test_each_chapter_is_walked_from_its_first_step_to_the_next_chapter(page, open_chapter, axe, seen, chapter):
    open_chapter(chapter)
    outlines = []
    for width, height in SIZES:
        page.set_viewport_size({"width": width, "height": height})
        page.evaluate(FIRST)
        if not outlines or chapter == CHAPTER:
            # the page as a whole: at another size it has the same outline, and what is new there is looked at
            axe(page)
            mark_new(page, seen)
        outlines.append(walk(page, seen, width, keys=not outlines))
        assert outlines[0] == outlines[-1]
    if chapter == CHAPTER:
        page.get_by_role("button", name="Contraste renforcé").click()
        axe(page)
    page.get_by_role("link", name=re.compile("^Chapitre suivant (?!:)")).click()
    expect(page.get_by_text(re.compile(r"^Étape 1 sur \d+$"))).to_be_visible()


def test_the_step_before_and_the_back_button_lead_back(page, open_chapter):
    open_chapter(CHAPTER)
    first, second, third, *_ = names(page)
    forward(page).click()
    expect(page.locator(f"#{second}")).to_be_visible()
    forward(page).click()
    expect(page.locator(f"#{third}")).to_be_visible()
    back(page).click()
    expect(page.locator(f"#{second}")).to_be_visible()
    page.go_back()
    expect(page.locator(f"#{third}")).to_be_visible()
    page.go_back()
    page.go_back()
    expect(page.locator(f"#{first}")).to_be_visible()
    assert shown(page) == [first]
    expect(back(page)).to_have_count(0)


def test_the_place_is_kept_by_a_reload_and_by_the_browser_until_work_is_forgotten(page, open_chapter):
    open_chapter(CHAPTER)
    forward(page).click()
    expect(page.get_by_text(re.compile(r"^Étape 2 sur \d+$"))).to_be_visible()
    page.reload()
    wait_for_step(page)
    assert shown(page) == names(page)[1:2]
    open_chapter(HOME)
    open_chapter(CHAPTER)
    assert shown(page) == names(page)[1:2]
    open_chapter(NEXT)
    assert shown(page) == names(page)[:1]
    page.get_by_role("button", name="Effacer mon travail", exact=True).click()
    with page.expect_navigation():
        page.get_by_role("button", name="Oui, effacer mon travail").click()
    open_chapter(CHAPTER)
    assert shown(page) == names(page)[:1]


def test_an_address_leads_to_a_step_an_exercise_or_a_heading_and_a_short_one_too(page, open_chapter, server):
    addresses = {
        "etape-13": LOGIN,
        LOGIN: LOGIN,
        "se-tromper-expres": "se-tromper-ce-n-est-pas-grave",  # an exercise, by its id
        "etape-99": "a-retenir",
        "%C3%80-retenir": "a-retenir",  # a heading, as Jupyter names it
        "nulle-part": "pour-commencer",
    }
    for address, step in addresses.items():
        open_chapter(CHAPTER, step=address)
        assert shown(page) == [step], address
        page.evaluate("localStorage.clear()")  # the place that was kept
        page.goto("about:blank")
    page.goto(f"http://localhost:{server.port}/6/13")
    wait_for_step(page)
    assert shown(page) == [LOGIN]


def test_the_contents_list_the_steps_and_say_where_one_is(page, open_chapter):
    open_chapter(CHAPTER, step=LOGIN)
    contents(page).get_by_text("Dans ce chapitre").press("Enter")
    links = contents(page).get_by_role("listitem").get_by_role("link")
    expect(links).to_have_count(len(names(page)))
    expect(contents(page).locator("[aria-current=step]")).to_have_text("Pour essayer librement")
    page.keyboard.press("Escape")
    page.evaluate("name => localStorage.setItem(name, '\"alone\"')", SITE.names.of("exercise:se_connecter"))
    expect(links.first).to_be_hidden()
    expect(contents(page).get_by_text("Dans ce chapitre")).to_be_focused()
    contents(page).get_by_text("Dans ce chapitre").press("Enter")
    expect(contents(page).get_by_role("listitem").filter(has_text="✓ fait")).to_have_count(1)
    expect(contents(page).locator("[aria-current=step]")).to_have_text("Pour essayer librement")
    contents(page).get_by_role("link", name="À retenir").press("Enter")
    expect(page.get_by_role("heading", name="À retenir", level=2)).to_be_focused()
    expect(links.first).to_be_hidden()


def test_the_heading_that_takes_the_focus_has_no_frame_and_a_button_has_one(page, open_chapter):
    open_chapter(CHAPTER)
    forward(page).press("Enter")
    heading = page.get_by_role("heading", level=2, name="Les mots de ce chapitre")
    expect(heading).to_be_focused()
    assert heading.evaluate("heading => getComputedStyle(heading).outlineStyle") == "none"
    page.keyboard.press("Tab")
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
    go_to(page.locator(f"#{LOGIN} [data-session]"))
    sign_in(page)
    inside = signed_in(page)
    expect(inside).to_be_focused()
    assert inside.evaluate("heading => getComputedStyle(heading).outlineStyle") == "none"


def test_all_is_shown_on_paper_and_on_one_page_and_one_comes_back_to_the_step(page, open_chapter):
    open_chapter(CHAPTER, step=LOGIN)
    page.emulate_media(media="print")
    assert shown(page) == names(page)
    expect(page.get_by_text("Étape suivante").first).to_be_hidden()
    page.emulate_media(media="screen")
    assert shown(page) == [LOGIN]
    page.get_by_role("button", name="Tout afficher").click()
    assert shown(page) == names(page)
    expect(page.locator(f"#{LOGIN}")).to_be_in_viewport()
    expect(forward(page)).to_have_count(0)
    expect(page.locator("[data-session]:not([data-state=ready])")).to_have_count(0)
    page.reload()
    expect(page.get_by_role("button", name="Revenir aux étapes")).to_be_visible()
    assert shown(page) == names(page)
    page.get_by_role("button", name="Revenir aux étapes").click()
    assert shown(page) == [LOGIN]
    assert "?" not in page.url


def test_without_scripts_the_whole_chapter_is_there(browser, server):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(server.address(CHAPTER))
    assert shown(page) == names(page)
    expect(page.get_by_role("heading", name="À retenir")).to_be_visible()
    contents(page).get_by_text("Dans ce chapitre").click()
    contents(page).get_by_role("link", name="À retenir").click()
    expect(page.get_by_role("heading", name="À retenir")).to_be_in_viewport()
    context.close()


def test_only_the_step_that_is_shown_is_painted_first_and_without_its_scripts_the_page_is_shown_whole(
    page, server, forgiven
):
    forgiven.append("ERR_FAILED")
    script, held = re.compile(r"/chapter\.js"), []
    page.route(script, lambda route: held.append(route))  # noqa: PLW0108
    with page.expect_request(script):
        page.goto(server.address(CHAPTER, step=LOGIN), wait_until="commit")
    expect(page.locator(f"#{LOGIN}")).to_be_visible()
    assert shown(page) == [LOGIN]
    for route in held:
        route.abort()
    expect(page.get_by_role("alert").filter(has_text="pas arrivée en entier")).to_be_visible()
    assert shown(page) == names(page)


def test_what_is_done_in_one_step_is_known_in_the_next_and_nothing_is_done_again(page, open_chapter):
    sent = []
    page.on("websocket", lambda socket: socket.on("framesent", lambda frame: sent.append(json.loads(frame))))
    open_chapter(CHAPTER, step=LOGIN)
    sign_in(page)
    expect(signed_in(page)).to_be_visible()
    forward(page).click()
    wait_for_step(page)
    back(page).click()
    expect(signed_in(page)).to_be_visible()
    actions = [(said["to"], said["message"]["do"]) for said in sent if "n" in said]
    assert actions == [("ecran1", "resume"), ("ecran1", "sign_in"), ("ecran2", "resume")]
