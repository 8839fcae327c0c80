"""All slides of all chapters, projected and printed: what one cannot scroll by a remote control has to fit."""

import re

import pytest

from atelier_ameli.site import NOTEBOOKS, Site
from practice.doors.slides.page import draw_slides
from practice.doors.slides.reveal import reveal

PROJECTORS = [{"width": 1280, "height": 720}, {"width": 1024, "height": 768}]
#: walk to the end; what is larger than its place, where a picture may be cut but nothing may be scrolled
WALK = """() => {
  const wrong = [];
  const large = (box) => box.scrollHeight > box.clientHeight + 1 || box.scrollWidth > box.clientWidth + 1;
  const outside = (box, frame) => box.top < frame.top - 1 || box.bottom > frame.bottom + 1;
  for (let states = 1; ; states += 1) {
    const slide = Reveal.getCurrentSlide(), title = slide.querySelector("h1, h2, h3")?.textContent;
    if (large(slide)) wrong.push(`${title}: the slide is too small for its words`);
    for (const screen of slide.querySelectorAll(".screen"))
      if (large(screen)) wrong.push(`${title}: the screen is not cut`);
    for (const says of slide.querySelectorAll(".step.current-fragment .says")) {
      const [box, frame] = [says, says.parentElement].map((one) => one.getBoundingClientRect());
      if (outside(box, frame)) wrong.push(`${title}: words of a step`);
    }
    for (const scrolled of slide.querySelectorAll("[tabindex='0']")) wrong.push(`${title}: to be scrolled`);
    if (Reveal.isLastSlide() && !Reveal.availableFragments().next) return [states, wrong];
    Reveal.next();
  }
}"""
CHAPTERS = sorted(path.stem for path in NOTEBOOKS.glob("*.ipynb"))


@pytest.fixture(scope="module")
def exported(tmp_path_factory):
    """Return what gives the file of a chapter's slides, each made once."""
    folder, site, made = tmp_path_factory.mktemp("slides"), Site.load(), {}

    def file_of(name):
        if name not in made:
            made[name] = folder / f"{name}.html"
            made[name].write_text(draw_slides(site, NOTEBOOKS / f"{name}.ipynb", reveal()), encoding="utf-8")
        return made[name].as_uri()

    return file_of


@pytest.mark.parametrize("name", CHAPTERS)
def test_every_slide_and_step_fits_a_projector(page, exported, name):
    for size in PROJECTORS:
        page.set_viewport_size(size)
        page.goto(exported(name))
        page.wait_for_function("Reveal.isReady()")
        states, wrong = page.evaluate(WALK)
        assert states > 2
        assert not wrong, size


def test_what_does_not_fit_is_seen(page, exported):
    page.set_viewport_size(PROJECTORS[0])
    page.goto(exported("23_bilan"))
    page.wait_for_function("Reveal.isReady()")
    page.evaluate("Reveal.getCurrentSlide().insertAdjacentHTML('beforeend', '<div style=\"height: 900px\">Haut</div>')")
    _, wrong = page.evaluate(WALK)
    assert len(set(wrong)) == 1


@pytest.mark.parametrize("name", CHAPTERS)
def test_printed_from_the_address_each_page_has_its_band(page, exported, name):
    page.add_init_script("document.addEventListener('pdf-ready', () => { window.laidOut = true; });")
    page.goto(f"{exported(name)}?print-pdf")
    page.wait_for_function("window.laidOut")
    expected = page.locator(".pdf-page").count()
    bands = page.locator(".pdf-page :is(section:not(.stack, :has(section), :has(> .step)), .step)").count()
    paper = page.pdf(prefer_css_page_size=True, print_background=True)
    assert len(re.findall(rb"/Type\s*/Page\b", paper)) == expected == bands
