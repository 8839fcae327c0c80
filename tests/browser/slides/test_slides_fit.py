"""All slides of all chapters, projected and printed: what one cannot scroll by a remote control has to fit."""

import re

import pytest
from jupyter_client.provisioning import KernelProvisionerFactory

from atelier_ameli.site import NOTEBOOKS, Site
from practice.doors.slides import command

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
PRINTED = ("00_accueil", "09_consulter_ses_paiements", "23_bilan")  #: to the last page, by the browser itself
CHAPTERS = sorted(path.stem for path in NOTEBOOKS.glob("*.ipynb"))


@pytest.fixture(scope="module")
def exported(tmp_path_factory):
    """Make the slides of all chapters, without a kernel; return their folder."""
    folder = tmp_path_factory.mktemp("slides")
    with pytest.MonkeyPatch.context() as nothing_runs:
        refuse = lambda *_, **__: pytest.fail("a kernel was to be started")  # noqa: E731
        nothing_runs.setattr(KernelProvisionerFactory, "create_provisioner_instance", refuse)
        assert command.main(Site, ["--output", str(folder)]) == 0
    return folder


def address(folder, name):
    return (folder / f"{name}.html").as_uri()


def test_the_slides_of_all_chapters_are_made_without_a_kernel(exported):
    assert sorted(path.stem for path in exported.iterdir()) == CHAPTERS


@pytest.mark.parametrize("name", CHAPTERS)
def test_every_slide_and_step_fits_a_projector(page, exported, name):
    page.set_viewport_size(PROJECTORS[0])
    page.goto(address(exported, name))
    page.wait_for_function("Reveal.isReady()")
    states, wrong = page.evaluate(WALK)
    assert states > 2
    assert not wrong


def test_on_a_projector_of_another_shape_a_slide_is_the_same_slide_drawn_smaller(page, exported):
    page.goto(address(exported, "09_consulter_ses_paiements"))
    page.wait_for_function("Reveal.isReady()")
    walked = []
    for size in PROJECTORS:
        page.set_viewport_size(size)
        page.evaluate("Reveal.layout(); Reveal.slide(0, 0, -1)")
        walked.append(
            [
                *page.evaluate(WALK),
                page.evaluate(
                    "[...document.querySelectorAll('.slides')].map((one) => [one.offsetWidth, one.offsetHeight])"
                ),
            ]
        )
    assert walked[0] == walked[1]
    assert not walked[0][1]


def test_what_does_not_fit_is_seen(page, exported):
    page.set_viewport_size(PROJECTORS[0])
    page.goto(address(exported, "23_bilan"))
    page.wait_for_function("Reveal.isReady()")
    page.evaluate("Reveal.getCurrentSlide().insertAdjacentHTML('beforeend', '<div style=\"height: 900px\">Haut</div>')")
    _, wrong = page.evaluate(WALK)
    assert len(set(wrong)) == 1


@pytest.mark.parametrize("name", CHAPTERS)
def test_printed_from_the_address_each_page_has_its_band_and_none_is_longer_than_its_paper(page, exported, name):
    page.add_init_script("document.addEventListener('pdf-ready', () => { window.laidOut = true; });")
    page.goto(f"{address(exported, name)}?print-pdf")
    page.wait_for_function("window.laidOut")
    expected = page.locator(".pdf-page").count()
    bands = page.locator(".pdf-page :is(section:not(.stack, :has(section), :has(> .step)), .step)").count()
    page.emulate_media(media="print")
    sizes = page.locator(".pdf-page").evaluate_all("all => all.map((one) => [one.offsetHeight, one.scrollHeight])")
    assert {whole for _, whole in sizes} == {height for height, _ in sizes}
    assert len({height for height, _ in sizes}) == 1
    assert expected == bands
    if name in PRINTED:
        paper = page.pdf(prefer_css_page_size=True, print_background=True)
        assert len(re.findall(rb"/Type\s*/Page\b", paper)) == expected
