"""Every drawing under JupyterLab's own style sheet looks as it does on a page of ours."""

import re

import pytest

from atelier_ameli.site import Site
from practice.doors.lab_style import as_guest, guest_style
from tests.gallery import NAMES, drawing_of
from tests.support.lab_styles import lab_styles
from tests.support.stage import show

#: where a cell shows its output, with all that JupyterLab may call it
_NOTEBOOK = """<div class="jp-Notebook"><div class="jp-Cell jp-CodeCell"><div class="jp-OutputArea jp-Cell-outputArea">
<div class="jp-OutputArea-child jp-OutputArea-executeResult"><div id="stage" class="jp-OutputArea-output
jp-OutputArea-executeResult jp-RenderedHTMLCommon jp-RenderedHTML jupyter-widgets"></div></div></div></div></div>"""
#: what JupyterLab says of an element that it shows, and what would follow from it
_LOOKS = re.findall(
    r"[\w-]+",
    """float clear display position width height overflow-x overflow-y font-family font-size font-weight font-style
    line-height letter-spacing text-align text-transform text-decoration-line color background-color background-image
    margin-top margin-right margin-bottom margin-left padding-top padding-right padding-bottom padding-left
    border-top-width border-left-width border-top-color border-collapse box-sizing list-style-type vertical-align
    white-space word-break visibility opacity cursor max-width""",
)
#: the looks of all elements, each said once, and for each drawing which ones its elements have
_LOOK = """([htmls, names]) => {
  const stage = document.querySelector("#stage"), known = new Map();
  const look = (node) => {
    const style = getComputedStyle(node);
    const said = [node.nodeName, node.getAttribute("class"), ...names.map((name) => style[name])].join("\\n");
    if (!known.has(said)) known.set(said, known.size);
    return known.get(said);
  };
  const drawn = htmls.map((html) => {
    stage.innerHTML = html;
    stage.querySelectorAll("details").forEach((details) => { details.open = true; });
    return [...stage.querySelectorAll(".atelier, .atelier *")].map(look);
  });
  return [[...known.keys()], drawn];
}"""
_AS_WIDE = "#stage#stage { all: revert !important; width: 1100px !important; }"
_IN_LAB = """html => {
  document.querySelectorAll("style").forEach((style) => style.remove());
  document.body.innerHTML = html;
}"""


@pytest.fixture(scope="module")
def pages(browser, browser_context_args):
    """Open a page of ours, and a cell of JupyterLab's."""
    plain, lab = (browser.new_context(**browser_context_args).new_page() for _ in range(2))
    show(plain)
    show(lab)
    lab.evaluate(_IN_LAB, _NOTEBOOK)
    for style in (lab_styles(), guest_style(Site)):
        lab.add_style_tag(content=style)
    for page in (plain, lab):
        page.add_style_tag(content=_AS_WIDE)
    return plain, lab


def looks(page, drawings):
    """Return how each element of some drawings looks."""
    known, drawn = page.evaluate(_LOOK, [drawings, _LOOKS])
    return [known[number] for numbers in drawn for number in numbers]


def wrong_with(pages, drawings):
    """Return what is not the same on both pages: element and property, with what it is on each."""
    plain, lab = pages
    ours, theirs = looks(plain, drawings), looks(lab, [as_guest(one) for one in drawings])
    wrong = set()
    for one, other in zip(ours, theirs, strict=True):
        if one != other:
            (kind, dress, *was), (_, _, *now) = one.split("\n"), other.split("\n")
            told = zip(_LOOKS, was, now, strict=True)
            wrong |= {f"{kind}.{dress} {what}: {old} -> {new}" for what, old, new in told if old != new}
    return sorted(wrong)


def test_nothing_of_jupyterlab_reaches_any_screen(pages):
    wrong = wrong_with(pages, [drawing_of(name) for name in NAMES])
    assert not wrong, "\n".join(wrong[:50])


def test_what_would_reach_it_is_seen(pages):
    _, lab = pages
    facts = '<div class="atelier"><dl><dt>Numéro</dt><dd>2 82 02</dd></dl></div>'
    assert wrong_with(pages, [facts]) == []
    assert "left" in looks(lab, [facts])[2].split("\n")[2]
