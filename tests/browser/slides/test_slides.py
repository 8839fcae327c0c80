"""The slides, opened by a double click with the network cut: projected, read on a phone, printed."""

import re
from collections.abc import Callable
from pathlib import Path

import nbformat
import pytest
from nbformat import v4
from playwright.sync_api import Page, expect

from atelier_ameli.site import NOTEBOOKS, Site
from practice.doors.slides.page import Slides
from practice.doors.slides.reveal import reveal
from tests.support.axe import faults_of_new

CHAPTERS = ("00_accueil", "06_se_connecter")
PROJECTOR = {"width": 1280, "height": 720}
PHONE = {"width": 390, "height": 844}
SMALLEST_TEXT = 16  # pixels, on that projector
TEXT_SIZES = """slide => [...slide.querySelectorAll(".atelier *")].filter(element => element.checkVisibility()
    && [...element.childNodes].some(node => node.nodeType === Node.TEXT_NODE && node.data.trim())
    && !element.closest(".sr")).map(element => parseFloat(getComputedStyle(element).fontSize)
    * (element.currentCSSZoom ?? 1))"""
#: all that is asked of what is projected
PROJECTED = """([textSizes, placeIsSeen]) => {
    const slide = document.querySelector("section.present section.present");
    const drawn = (one) => one.checkVisibility({ visibilityProperty: true });
    const within = ({ top, bottom, left, right }) => bottom > 0 && right > 0 && top < innerHeight && left < innerWidth;
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (texts.nextNode() && !(/SIMULATION/.test(texts.currentNode.data) && drawn(texts.currentNode.parentElement)));
    const sizes = eval(textSizes)(slide), here = eval(placeIsSeen);
    const { next } = Reveal.availableFragments();
    return {
        named: [...slide.querySelectorAll("h1, h2, h3, h4, h5, h6")].some(drawn),
        simulation: within(texts.currentNode.parentElement.getBoundingClientRect()),
        enabled: slide.querySelectorAll("button:enabled").length,
        smallest: Math.min(99, ...sizes),
        fits: [...slide.querySelectorAll(".screen")].every((one) => one.scrollHeight <= one.clientHeight + 1),
        seen: [...slide.querySelectorAll(".step.current-fragment")].every((one) => here(one)),
        whole: !next, last: Reveal.isLastSlide() && !next,
    };
}"""
PLACE_IS_SEEN = """step => {
    const view = step.querySelector(".view"), wanted = step.matches(".slip") ? ".summary, .note" : "[data-here]";
    const place = view.querySelector(wanted);
    const [frame, box] = [view, place ?? view].map(element => element.getBoundingClientRect());
    return box.height > 0 && box.top >= frame.top && box.bottom <= frame.bottom + 1;
}"""


@pytest.fixture(scope="module")
def exported(tmp_path_factory: pytest.TempPathFactory) -> Path:
    output = tmp_path_factory.mktemp("slides")
    notes = v4.new_notebook(cells=[v4.new_markdown_cell("# Avec des notes"), v4.new_markdown_cell("Dites bonjour.")])
    notes.cells[1].metadata = {"slideshow": {"slide_type": "notes"}}
    nbformat.write(notes, output / "notes.ipynb")
    slides = Slides(Site.load(), reveal())
    for notebook in (*(NOTEBOOKS / f"{name}.ipynb" for name in CHAPTERS), output / "notes.ipynb"):
        (output / f"{notebook.stem}.html").write_text(slides.draw(notebook), encoding="utf-8")
    return output


@pytest.fixture
def open_slides(page: Page, exported: Path) -> Callable[..., None]:
    """Open the slides of a chapter from its file; the network is cut."""
    requests = []
    page.context.set_offline(True)
    page.on("request", lambda request: requests.append(request.url))  # closed with the page

    def open_(chapter: str, query: str = "", size: dict[str, int] = PROJECTOR) -> None:
        page.set_viewport_size(size)
        page.goto(f"{(exported / chapter).as_uri()}.html{query}")

    yield open_
    page.context.set_offline(False)
    assert [url for url in requests if not url.startswith(("file:", "data:"))] == []


def step(page: Page, key: str) -> None:
    """Press a key, which moves the slides; they have moved once the browser says that the key was heard."""
    before = page.evaluate("Reveal.getState()")
    page.keyboard.press(key)
    assert page.evaluate("Reveal.getState()") != before


@pytest.mark.parametrize("chapter", CHAPTERS)
def test_a_trainer_walks_to_the_last_slide_by_keyboard(
    page: Page, open_slides: Callable[..., None], axe: Callable[[Page], None], chapter: str
) -> None:
    open_slides(chapter)
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    axe(page)
    seen: set[int] = set()
    while True:
        found = page.evaluate(PROJECTED, [TEXT_SIZES, PLACE_IS_SEEN])
        assert found["named"]
        assert found["simulation"]
        assert found["enabled"] == 0
        assert found["smallest"] >= SMALLEST_TEXT
        assert found["fits"], "it does not fit"
        assert found["seen"], "the place is cut"
        if found["whole"]:  # all that a slide shows is there
            assert faults_of_new(page, seen) == []
        if found["last"]:
            break
        step(page, "ArrowRight")
    total = page.evaluate("Reveal.getTotalSlides()")
    expect(page.get_by_role("link", name=f"{total} / {total}")).to_be_visible()


def test_the_arrows_and_the_help_speak_french(page: Page, open_slides: Callable[..., None]) -> None:
    open_slides("06_se_connecter")
    page.get_by_role("button", name="diapositive suivante").click()
    expect(page.locator("section").get_by_text("À la fin de ce chapitre")).to_be_visible()
    page.keyboard.press("?")
    expect(page.get_by_role("cell", name="Diapositive suivante")).to_be_visible()


def test_the_arrow_shows_an_exercise_step_by_step_and_leads_back_to_its_goal(
    page: Page, open_slides: Callable[..., None]
) -> None:
    exercise = Site.load().exercises["se_tromper_expres"]
    open_slides("06_se_connecter")
    page.evaluate(
        "Reveal.slide(...Object.values(Reveal.getIndices(document.querySelectorAll('.walk')[1].closest('section'))))"
    )
    goal = page.get_by_role("heading", name=exercise.title)
    expect(goal).to_be_visible()
    for told in exercise.steps:
        step(page, "ArrowRight")
        expect(page.get_by_role("heading", name=told.instruction)).to_be_in_viewport()
        expect(goal).to_be_hidden()
        assert page.locator(".step.current-fragment").evaluate(PLACE_IS_SEEN)
    step(page, "ArrowRight")
    expect(page.get_by_role("heading", name="C'est réussi")).to_be_visible()
    for _ in range(len(exercise.steps) + 1):
        step(page, "ArrowLeft")
    expect(goal).to_be_visible()


def test_the_trainer_reads_the_notes_in_a_window_of_their_own(page: Page, open_slides: Callable[..., None]) -> None:
    open_slides("notes")
    expect(page.get_by_role("heading", name="Avec des notes")).to_be_visible()
    expect(page.get_by_text("Dites bonjour.")).to_be_hidden()
    with page.expect_popup() as popup:
        page.keyboard.press("s")
    expect(popup.value.get_by_text("Dites bonjour.")).to_be_visible()
    popup.value.close()


@pytest.mark.parametrize("chapter", CHAPTERS)
def test_on_a_phone_the_slides_are_a_page_that_one_reads_down(
    page: Page, open_slides: Callable[..., None], axe: Callable[[Page], None], chapter: str
) -> None:
    open_slides(chapter, size=PHONE)
    hidden = "headings => headings.filter(heading => !heading.checkVisibility({ visibilityProperty: true })).length"
    assert page.locator(":is(.words, .opening, .says) :is(h1, h2, h3, h4)").evaluate_all(hidden) == 0
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    axe(page)


@pytest.mark.parametrize("chapter", CHAPTERS)
def test_printed_from_the_menu_each_slide_is_a_page(page: Page, open_slides: Callable[..., None], chapter: str) -> None:
    open_slides(chapter)
    slides = page.locator(".slides > section > section, .step")
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    expect(slides).not_to_have_count(0)
    paper = page.pdf(prefer_css_page_size=True, print_background=True)
    assert len(re.findall(rb"/Type\s*/Page\b", paper)) == slides.count()
