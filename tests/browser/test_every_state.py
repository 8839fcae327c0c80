"""Every drawing in a real browser, one after the other in one page: axe, targets, reflow, text twice as large.

axe is slow, and most drawings are made of what others are made of. So axe looks at each shape once (look.js says what a
shape is), at colours once a dress. What depends on words or on their order is asked of every drawing by
tests/test_accessibility.py, what depends on sizes is measured here on every drawing: ASKED says which is which.
"""

import re
from pathlib import Path

import pytest

from atelier_ameli.site import Site
from tests.gallery import NAMES, drawing_of
from tests.support.axe import RULES, faults, rules_of_axe
from tests.support.browser import unforgiving
from tests.support.stage import show

SMALLEST_TARGET = 44
#: the width in pixels, and the size of the text
DEVICES = {
    "computer": (1280, "100%"),
    "phone": (390, "100%"),
    "small phone": (320, "100%"),
    "large text": (390, "200%"),
}
COLOURS = {**RULES, "runOnly": {"type": "rule", "values": ["color-contrast"]}}
WITHOUT_COLOURS = {**RULES, "rules": {"color-contrast": {"enabled": False}}}
NEW = "[data-fresh]"
#: attributes on which the look of an element depends
DRESS = sorted({"class", "style", "type", *re.findall(r"\[([a-z-]+)", Site.stylesheet())})
LOOK = (Path(__file__).parent / "look.js").read_text(encoding="utf-8")

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
    "dress": "color-contrast",
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


@pytest.fixture(scope="session")
def pages(browser, browser_context_args):
    """Open a page of each width, for all states."""
    opened = {}
    for device, (width, text) in DEVICES.items():
        size = {"width": width, "height": 900}
        opened[device] = browser.new_context(**{**browser_context_args, "viewport": size}).new_page()
        show(opened[device])
        opened[device].evaluate(LOOK)
        opened[device].evaluate("size => { document.documentElement.style.fontSize = size; }", text)
    return opened


def look(page, drawing):
    """Put a drawing on a page; return what is wrong with its sizes, and whether its dress and its shape are new."""
    seen = page.evaluate("([html, dress, smallest]) => look(html, dress, smallest)", [drawing, DRESS, SMALLEST_TARGET])
    wrong = [f"too small: {target}" for target in seen["small"]] + [f"no key scrolls: {it}" for it in seen["stuck"]]
    return wrong, seen["dress"], seen["shape"]


def on_a_computer(page, drawing):
    wrong, new_dress, new_shape = look(page, drawing)
    wrong += faults(page, WITHOUT_COLOURS) if new_shape else []
    return wrong + (faults(page, COLOURS, NEW) if new_dress else [])


def on_a_phone(page, drawing):
    wrong, new_dress, _ = look(page, drawing)
    return wrong + (faults(page, RULES, NEW) if new_dress else [])


def on_a_narrow_page(page, drawing):
    return [f"wider than the page: {it}" for it in page.evaluate("html => tooWide(html)", drawing)]


LOOKS = {
    "computer": on_a_computer,
    "phone": on_a_phone,
    "small phone": on_a_narrow_page,
    "large text": on_a_narrow_page,
}


def all_that_is_wrong(pages, drawing):
    return [f"{device}: {it}" for device, wrong in LOOKS.items() for it in wrong(pages[device], drawing)]


@pytest.mark.parametrize("state", NAMES)
def test_every_state_is_accessible_and_never_wider_than_a_phone_even_with_large_text(pages, state):
    with unforgiving(pages["computer"]), unforgiving(pages["phone"]):
        wrong = all_that_is_wrong(pages, drawing_of(state))
    assert not wrong, "\n".join(wrong)


def test_each_rule_of_axe_is_asked_in_one_way(page):
    show(page)
    asked = [rule for rules in ASKED.values() for rule in rules.split()]
    assert len(asked) == len(set(asked))
    assert set(asked) == rules_of_axe(page)


#: what is wrong -> a drawing of it
BAD = {
    "computer: color-contrast": '<p style="color: #bbb; background: #fff">Pâle</p>',
    "phone: color-contrast": '<p style="color: #ccc; background: #fff">Plus pâle</p>',
    "computer: list": "<ul><p>Rien</p></ul>",
    "computer: aria-roles": '<p role="nawak">Ici</p>',
    "computer: label": '<input id="seul" type="text">',
    "phone: too small: Oui": '<button style="all: unset; color: black">Oui</button>',
    "phone: no key scrolls": '<div style="overflow: auto; height: 20px"><p style="height: 90px">Loin</p></div>',
    "small phone: wider": '<p style="width: 330px">Large</p>',
    "large text: wider": '<p style="width: 24rem">Large en lettres larges</p>',
}


@pytest.mark.parametrize("wrong", BAD)
def test_what_is_wrong_with_a_drawing_is_seen_even_if_the_rest_was_seen_before(pages, wrong):
    seen = '<div class="atelier"><h3>Titre</h3><p>Un texte.</p>{}</div>'
    assert all_that_is_wrong(pages, seen.format("")) == []
    found = all_that_is_wrong(pages, seen.format(BAD[wrong]))
    assert [one for one in found if one.startswith(wrong)], found
    assert all_that_is_wrong(pages, seen.format("")) == []
