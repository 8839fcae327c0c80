"""Every drawing under JupyterLab's own style sheet looks as it does on a page of ours.

What one style sheet or the other may tell from all before is looked at, once: kinds.js says what that is.
"""

import re
from pathlib import Path

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
#: the looks of all elements that are new, each said once, and which one each has
_LOOK = """([htmls, names]) => {
  const stage = document.querySelector("#stage"), known = new Map();
  const look = (node) => {
    const style = getComputedStyle(node);
    const said = [node.nodeName, node.getAttribute("class"), ...names.map((name) => style[name])].join("\\n");
    if (!known.has(said)) known.set(said, known.size);
    return known.get(said);
  };
  const drawn = htmls.flatMap((html) => {
    stage.innerHTML = html;
    return [...stage.querySelectorAll("[data-kind]")].map(look);
  });
  return [[...known.keys()], drawn];
}"""
_KINDS = Path(__file__).with_name("kinds.js").read_text(encoding="utf-8")
_AS_WIDE = "#stage#stage { all: revert !important; width: 1100px !important; }"
_IN_LAB = """html => {
  document.querySelectorAll("style").forEach((style) => style.remove());
  document.body.innerHTML = html;
}"""


@pytest.fixture(scope="module")
def styles():
    """Return the style sheets of a page of JupyterLab."""
    return lab_styles(), guest_style(Site)


@pytest.fixture(scope="module")
def pages(browser, browser_context_args, styles):
    """Open a page of ours, and a cell of JupyterLab's."""
    plain, lab = (browser.new_context(**browser_context_args).new_page() for _ in range(2))
    show(plain)
    show(lab)
    lab.evaluate(_IN_LAB, _NOTEBOOK)
    for style in styles:
        lab.add_style_tag(content=style)
    for page in (plain, lab):
        page.add_style_tag(content=_AS_WIDE)
    return plain, lab


@pytest.fixture(scope="module")
def asked(styles):
    """Return what the style sheets ask about: attributes, those whose value is asked, what an element holds."""
    rules = "\n".join(styles)
    valued = {"class", "style", "type", *re.findall(r"\[([a-z-]+)\W?=", rules)}
    named = valued | {*re.findall(r"\[([a-z-]+)\]", rules)}
    held = {inside for inside in re.findall(r":has\(([^()+]+)\)", rules) if ":" not in inside}
    return {"named": [*named], "valued": [*valued], "held": [*held]}


def looks(page, drawings):
    """Return how each element of some drawings looks that is of a kind of its own."""
    known, drawn = page.evaluate(_LOOK, [drawings, _LOOKS])
    return [known[number] for number in drawn]


def wrong_with(pages, asked, drawings):
    """Return what is not the same on both pages: element and property, with what it is on each."""
    plain, lab = pages
    kinds = plain.evaluate(_KINDS, [drawings, asked])
    ours, theirs = looks(plain, kinds), looks(lab, [as_guest(one) for one in kinds])
    wrong = set()
    for one, other in zip(ours, theirs, strict=True):
        if one != other:
            (kind, dress, *was), (_, _, *now) = one.split("\n"), other.split("\n")
            told = zip(_LOOKS, was, now, strict=True)
            wrong |= {f"{kind}.{dress} {what}: {old} -> {new}" for what, old, new in told if old != new}
    return sorted(wrong)


def test_nothing_of_jupyterlab_reaches_any_screen(pages, asked):
    wrong = wrong_with(pages, asked, [drawing_of(name) for name in NAMES])
    assert not wrong, "\n".join(wrong[:50])


def test_what_would_reach_it_is_seen(pages, asked):
    facts = '<div class="atelier"><dl><dt>Numéro</dt><dd>2 82 02</dd></dl></div>'
    assert wrong_with(pages, asked, [facts]) == []
    (_, _, term, _) = looks(pages[1], pages[0].evaluate(_KINDS, [[facts], asked]))
    assert "left" in term.split("\n")[2]


@pytest.mark.parametrize(
    "rule",
    ["li:nth-child(3)", "li:last-child", "li:empty", "li:has(.step-now)", "p ~ p", "p:last-of-type"],
)
def test_what_a_rule_may_tell_from_what_was_seen_before_is_looked_at(pages, asked, rule):
    _, lab = pages
    items = ["Un", "Deux", "Trois", "", "<b class=step-now>Cinq</b>", "<ul><li>Six</li></ul>", "Sept"]
    drawing = f'<div class="atelier"><p>Ici</p><ul>{"".join(f"<li>{item}</li>" for item in items)}</ul><p>Là</p></div>'
    style = lab.add_style_tag(content=f"{rule} {{ opacity: 0.5 !important }}")
    wrong = wrong_with(pages, asked, [drawing])
    style.evaluate("style => style.remove()")
    assert [one for one in wrong if "opacity: 1 -> 0.5" in one]
