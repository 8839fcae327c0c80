"""Every drawing in a real browser, one after the other in one page: axe, targets, reflow, text twice as large.

axe is slow, and most drawings are made of what others are made of. So axe looks at each shape once (look.js says what a
shape is), at colours once, whatever has them: at what is new in many drawings together, with no more of the rest than
holds it. What depends on words or on their order is asked of every drawing by
tests/test_accessibility.py, what depends on sizes is measured here on every drawing: ASKED says which is which.
"""

import pytest
from axe_playwright_python.base import AXE_SCRIPT

from tests.gallery import NAMES, drawing_of
from tests.support.axe import DRESS, LOOK, only, rules_of_axe
from tests.support.browser import unforgiving
from tests.support.stage import show

SMALLEST_TARGET = 44
LEAST_GAP = 12  #: between two choices
#: the width in pixels, and the size of the text
DEVICES = {
    "computer": (1280, "100%"),
    "phone": (390, "100%"),
    "small phone": (320, "100%"),
    "large text": (390, "200%"),
}
#: by what each rule of axe is kept on every drawing
ASKED = {
    # axe itself, once a shape: elements, roles, attributes, whether there are words, labels and what is referred to
    "shape": """aria-allowed-attr aria-allowed-role aria-braille-equivalent aria-conditional-attr aria-deprecated-role
        aria-hidden-focus aria-prohibited-attr aria-required-attr aria-required-children aria-required-parent aria-roles
        aria-text aria-valid-attr aria-valid-attr-value autocomplete-valid avoid-inline-spacing blink definition-list
        dlitem label-title-only link-in-text-block list listitem marquee nested-interactive presentation-role-conflict
        region scope-attr-valid tabindex td-headers-attr th-has-data-cells valid-lang landmark-banner-is-top-level
        landmark-contentinfo-is-top-level landmark-main-is-top-level landmark-no-duplicate-banner
        landmark-no-duplicate-contentinfo landmark-no-duplicate-main server-side-image-map frame-focusable-content
        frame-tested no-autoplay-audio video-caption""",
    "colours": "color-contrast",
    # test_accessibility.py: what has a name has words for it
    "names": """aria-command-name aria-dialog-name aria-input-field-name aria-meter-name aria-progressbar-name
        aria-tab-name aria-toggle-field-name aria-tooltip-name aria-treeitem-name button-name empty-heading
        empty-table-header input-button-name label link-name role-img-alt select-name summary-name svg-img-alt""",
    # test_accessibility.py: ids, labels, landmarks, headings, links
    "order": "duplicate-id-aria form-field-multiple-labels heading-order landmark-unique skip-link",
    # test_accessibility.py: no drawing has what these rules are about
    "absent": """accesskeys area-alt frame-title frame-title-unique image-alt image-redundant-alt input-image-alt
        object-alt table-duplicate-name""",
    "size": "target-size scrollable-region-focusable",
    # the page around a drawing: the same for all here, tests/browser/test_page.py for the real one
    "page": """aria-hidden-body bypass document-title html-has-lang html-lang-valid html-xml-lang-mismatch
        landmark-one-main meta-refresh meta-viewport meta-viewport-large page-has-heading-one""",
}


MEASURED = {
    "framed": "framed twice",
    "rows": "tabs on two rows",
    "flat": "headings as large as those above them",
    "close": "too close",
    "small": "too small",
    "stuck": "no key scrolls",
    "wide": "wider than the page",
}
#: what is new on a device -> the rules that axe is asked about it
NEW = {"shape": [*ASKED["shape"].split(), *ASKED["names"].split()], "colours": ASKED["colours"].split()}
#: what is measured on each device, by the names that look.js gives; what may be new there
ON = {
    "computer": (("small", "close", "rows", "flat", "stuck"), NEW),
    "phone": (("small", "close", "framed", "stuck"), NEW),
    "small phone": (("wide",), {}),
    "large text": (("wide",), {}),
}


@pytest.fixture(scope="module")
def stage(browser, browser_context_args):
    """Open a page for all drawings."""
    page = browser.new_context(**browser_context_args).new_page()
    show(page)
    page.add_script_tag(content=LOOK)
    page.evaluate(AXE_SCRIPT)
    # what stays in view hides what is under it until one scrolls: axe would take that for a target too small
    page.add_style_tag(content=".task-bar, .card { position: static !important; }")
    return page


def all_that_is_wrong(page, drawings):
    """Return, for each drawing, what was measured and is wrong on each device, and what axe finds in what is new.

    Many drawings are looked at in one call: to ask a browser costs more than to lay a drawing out.
    """
    page.evaluate("drawings => { window.drawings = drawings; }", drawings)
    wrong = [[] for _ in drawings]
    for device, (measured, new) in ON.items():
        width, text = DEVICES[device]
        page.set_viewport_size({"width": width, "height": 900})
        page.evaluate("size => { document.documentElement.style.fontSize = size; }", text)
        about = {"dressed": DRESS, "smallest": SMALLEST_TARGET, "apart": LEAST_GAP}
        said = page.evaluate("how => look(drawings, ...how)", [[*measured, *new], about])
        for mine, seen in zip(wrong, said, strict=True):
            mine += [f"{device}: {MEASURED[what]}: {it}" for what in measured for it in seen[what]]
        for what, rules in new.items():
            asked = [[seen[what] for seen in said], only(rules)]
            for mine, found in zip(wrong, page.evaluate("asked => findFaults(drawings, ...asked)", asked), strict=True):
                mine += [f"{device}: {it}" for it in found]
    return wrong


def test_every_state_is_accessible_and_never_wider_than_a_phone_even_with_large_text(stage):
    with unforgiving(stage):
        found = zip(NAMES, all_that_is_wrong(stage, [drawing_of(name) for name in NAMES]), strict=True)
    wrong = [f"{name}: {it}" for name, all_of_it in found for it in all_of_it]
    assert not wrong, "\n".join(wrong)


def test_each_rule_of_axe_is_asked_in_one_way(page):
    show(page)
    asked = [rule for rules in ASKED.values() for rule in rules.split()]
    assert len(asked) == len(set(asked))
    assert set(asked) == rules_of_axe(page)


#: what is wrong -> a drawing of it
BAD = {
    "computer: color-contrast": '<p style="color: #bbb; background: #fff">Pâle</p>',
    "phone: color-contrast": "<style>@media (width < 500px) { .a { color: #bbb !important } }</style><p class=a>Un</p>",
    "computer: list": "<ul><p>Rien</p></ul>",
    "computer: aria-roles": '<p role="nawak">Ici</p>',
    "computer: label": '<input id="seul" type="text">',
    "phone: too small: Oui": '<button style="all: unset; color: black">Oui</button>',
    "computer: tabs on two rows": '<div class="account-tabs" style="width:3em"><ul><li>Un</li><li>Deux</li></ul></div>',
    "computer: headings": '<section class="site"><h3>Un</h3><h4 style="font-size: 3em">Deux</h4></section>',
    "phone: framed twice": '<div style="border: 1px solid"><p style="border: 1px solid">Deux cadres</p></div>',
    "phone: too close": '<label><input type="checkbox">Oui</label><label><input type="checkbox">Non</label>',
    "phone: no key scrolls": '<div style="overflow: auto; height: 20px"><p style="height: 90px">Loin</p></div>',
    "small phone: wider": '<p style="width: 330px">Large</p>',
    "large text: wider": '<p style="width: 24rem">Large en lettres larges</p>',
}


@pytest.fixture(scope="module")
def found(stage):
    """Return what is found in a drawing that is right, in each that is wrong in one thing, and in the first again."""
    seen = '<div class="atelier"><h3>Titre</h3><p>Un texte.</p>{}</div>'
    drawings = [seen.format(wrong) for wrong in ("", *BAD.values(), "")]
    first, *told, last = all_that_is_wrong(stage, drawings)
    return {"first": first, **dict(zip(BAD, told, strict=True)), "last": last}


@pytest.mark.parametrize("wrong", BAD)
def test_what_is_wrong_with_a_drawing_is_seen_even_if_the_rest_was_seen_before(found, wrong):
    assert [one for one in found[wrong] if one.startswith(wrong)], found[wrong]


def test_nothing_is_said_of_a_drawing_that_is_right_before_and_after_one_that_is_wrong(found):
    assert found["first"] == found["last"] == []
