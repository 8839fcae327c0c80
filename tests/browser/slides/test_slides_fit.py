"""All slides of all chapters, projected and printed: what one cannot scroll by a remote control has to fit."""

import re
from collections.abc import Iterator

import lxml.html
import pytest
from jupyter_client.provisioning import KernelProvisionerFactory

from atelier_ameli.site import NOTEBOOKS, Site
from practice.doors.slides import command
from tests.support.browser import unforgiving

PROJECTORS = [{"width": 1280, "height": 720}, {"width": 1024, "height": 768}]
#: go from slide to slide to the end; what is larger than its place, where a picture may be cut but nothing may be
#: scrolled. The steps of an exercise are layers of its slide, laid out before they are seen (test_slides.py sees each).
WALK = """() => {
  const wrong = [];
  const large = (box) => box.scrollHeight > box.clientHeight + 1 || box.scrollWidth > box.clientWidth + 1;
  const outside = (box, frame) => box.height === 0 || box.top < frame.top - 1 || box.bottom > frame.bottom + 1;
  for (let slides = 1; ; slides += 1) {
    const slide = Reveal.getCurrentSlide(), title = slide.querySelector("h1, h2, h3")?.textContent;
    if (large(slide)) wrong.push(`${title}: the slide is too small for its words`);
    for (const screen of slide.querySelectorAll(".screen"))
      if (large(screen)) wrong.push(`${title}: the screen is not cut`);
    for (const says of slide.querySelectorAll(".step > .says")) {
      const [box, frame] = [says, says.parentElement].map((one) => one.getBoundingClientRect());
      if (outside(box, frame)) wrong.push(`${title}: words of a step`);
    }
    for (const scrolled of slide.querySelectorAll("[tabindex='0']")) wrong.push(`${title}: to be scrolled`);
    if (Reveal.isLastSlide()) return [slides, Reveal.getTotalSlides(), wrong];
    Reveal.next({ skipFragments: true });
  }
}"""
CHAPTERS = sorted(path.stem for path in NOTEBOOKS.glob("*.ipynb"))
#: what the style sheet of the slides does not look into
DRAWN = {"atelier", "atelier-still", "words", "says", "opening", "notes"}
ASKED = ("desk", "question", "site")  #: but for these


@pytest.fixture(scope="module")
def exported(tmp_path_factory):
    """Make the slides of all chapters, without a kernel; return their folder."""
    folder = tmp_path_factory.mktemp("slides")
    with pytest.MonkeyPatch.context() as nothing_runs:
        refuse = lambda *_, **__: pytest.fail("a kernel was to be started")  # noqa: E731
        nothing_runs.setattr(KernelProvisionerFactory, "create_provisioner_instance", refuse)
        assert command.main(Site, ["--output", str(folder)]) == 0
    return folder


@pytest.fixture(scope="module")
def projected(browser, browser_context_args, exported):
    """Open chapters one after the other on a projector: a page for each would start a process for each."""
    context = browser.new_context(**browser_context_args, viewport=PROJECTORS[0])
    page = context.new_page()

    def open_(name):
        page.set_viewport_size(PROJECTORS[0])
        page.goto((exported / f"{name}.html").as_uri())
        page.wait_for_function("Reveal.isReady()")
        return page

    with unforgiving(page):
        yield open_
    context.close()


def test_the_slides_of_all_chapters_are_made_without_a_kernel(exported):
    assert sorted(path.stem for path in exported.iterdir()) == CHAPTERS


@pytest.mark.parametrize("name", CHAPTERS)
def test_every_slide_and_step_fits_a_projector(projected, name):
    walked, slides, wrong = projected(name).evaluate(WALK)
    assert walked == slides > 1
    assert not wrong


def test_on_a_projector_of_another_shape_a_slide_is_the_same_slide_drawn_smaller(projected):
    page = projected("09_consulter_ses_paiements")
    places = []
    for size in PROJECTORS:
        page.set_viewport_size(size)
        page.evaluate("Reveal.layout()")
        place = "[...document.querySelectorAll('.slides')].map((one) => [one.offsetWidth, one.offsetHeight])"
        places.append(page.evaluate(place))
    assert places[0] == places[1]
    walked, slides, wrong = page.evaluate(WALK)
    assert walked == slides > 1
    assert not wrong


@pytest.mark.parametrize(
    ("place", "told"),
    [
        (".slides > section > section", {"the slide is too small for its words"}),
        (".step > .says", {"the slide is too small for its words", "words of a step"}),
    ],
)
def test_what_does_not_fit_is_seen(projected, place, told):
    page = projected("23_bilan" if "says" not in place else "06_se_connecter")
    page.evaluate(
        """place => [...document.querySelectorAll(place)].at(-1)
          .insertAdjacentHTML("beforeend", '<div style="height: 900px">Haut</div>')""",
        place,
    )
    *_, wrong = page.evaluate(WALK)
    assert {one.rpartition(": ")[2] for one in wrong} == told


# ---- Printed


def shape(element: lxml.html.HtmlElement, path: str = "") -> Iterator[str]:
    """Give what the style sheet of the slides may ask of a slide: its elements and theirs, down to its drawings."""
    dress = element.get("class", "")
    path = f"{path}/{element.tag}.{dress}"
    yield path
    if DRAWN & set(dress.split()):
        yield from (f"{path} {name}" for name in ASKED if element.find_class(name))
    else:
        for child in element.iterchildren("*"):
            yield from shape(child, path)


def slides_of(document):
    return document.xpath("//div[@class='slides']/section/section")


@pytest.fixture(scope="module")
def every_shape(exported, tmp_path_factory):
    """Write a page of slides like no other: of all chapters, the longest of each shape."""
    longest = {}
    for name in CHAPTERS:
        for slide in slides_of(lxml.html.parse(exported / f"{name}.html")):
            kind, length = frozenset(shape(slide)), len(lxml.html.tostring(slide))
            longest[kind] = max(longest.get(kind, (0, None)), (length, slide), key=lambda one: one[0])
    page = lxml.html.parse(exported / f"{CHAPTERS[0]}.html")
    (deck,) = page.xpath("//div[@class='slides']")
    deck[:] = []
    for _, slide in longest.values():
        around = lxml.html.Element("section")
        around.append(slide)
        deck.append(around)
    path = tmp_path_factory.mktemp("printed") / "slides.html"
    path.write_bytes(lxml.html.tostring(page, encoding="utf-8", doctype="<!DOCTYPE html>"))
    assert len(slides_of(page)) == len(longest) > 10
    return path


def test_printed_from_the_address_each_page_has_its_band_and_none_is_longer_than_its_paper(page, every_shape):
    page.add_init_script("document.addEventListener('pdf-ready', () => { window.laidOut = true; });")
    page.goto(f"{every_shape.as_uri()}?print-pdf")
    page.wait_for_function("window.laidOut")
    expected = page.locator(".pdf-page").count()
    bands = page.locator(".pdf-page :is(section:not(.stack, :has(section), :has(> .step)), .step)").count()
    page.emulate_media(media="print")
    sizes = page.locator(".pdf-page").evaluate_all("all => all.map((one) => [one.offsetHeight, one.scrollHeight])")
    assert {whole for _, whole in sizes} == {height for height, _ in sizes}
    assert len({height for height, _ in sizes}) == 1
    assert expected == bands
    paper = page.pdf(prefer_css_page_size=True, print_background=True)
    assert len(re.findall(rb"/Type\s*/Page\b", paper)) == expected
