"""Every drawing in a real browser, one after the other in one page: axe, targets, reflow, text twice as large."""

import re

import pytest

from atelier_ameli.draw import stylesheet
from tests.gallery import NAMES, drawing_of
from tests.support.axe import RULES
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
WITHOUT_COLOURS = {**RULES, "rules": {"color-contrast": {"enabled": False}}}
_PUT = """html => {
  const stage = document.querySelector("#stage");
  stage.innerHTML = html;
  stage.querySelectorAll("details").forEach((details) => { details.open = true; });
  scrollTo(0, 0);
}"""
#: attributes on which the look of an element depends
_DRESS = sorted({"class", "style", "type", *re.findall(r"\[([a-z-]+)", stylesheet())})
# An element's dress: what it is and what it stands in, without what it says. Each dress gets a number.
_LOOK = f"""([html, smallest]) => {{
  ({_PUT})(html);
  const nodes = [...document.querySelectorAll("#stage *")];
  const numbers = (window.numbers ??= new Map()), known = numbers.size, dresses = new Map();
  for (const node of nodes.filter((node) => !node.ownerSVGElement || node.nodeName === "text")) {{
    const attributes = {_DRESS}.map((name) => node.getAttribute(name));
    const dress = [dresses.get(node.parentElement), node.nodeName, ...attributes].join();
    if (!numbers.has(dress)) numbers.set(dress, numbers.size);
    dresses.set(node, numbers.get(dress));
  }}
  const small = nodes.filter((node) => node.matches("button, input, select, textarea, summary, a"))
    .map((node) => [node.textContent || node.id, node.getBoundingClientRect()])
    .filter(([, box]) => box.width > 0 && (box.height < smallest || box.width < smallest))
    .map(([name, box]) => `${{name.trim()}}: ${{box.width}} × ${{box.height}}`);
  return {{ isNew: numbers.size > known, small }};
}}"""
_TOO_WIDE = f"""html => {{
  ({_PUT})(html);
  if (document.documentElement.scrollWidth <= innerWidth) return [];
  const sticksOut = (node) => node.getBoundingClientRect().right > innerWidth;
  return [...document.querySelectorAll("#stage *")].filter(sticksOut).map((node) => node.outerHTML.slice(0, 120));
}}"""


@pytest.fixture(scope="session")
def pages(browser, browser_context_args):
    """Open a page of each width, for all states."""
    opened = {}
    for device, (width, text) in DEVICES.items():
        size = {"width": width, "height": 900}
        opened[device] = browser.new_context(**{**browser_context_args, "viewport": size}).new_page()
        show(opened[device])
        opened[device].evaluate("size => { document.documentElement.style.fontSize = size; }", text)
    return opened


@pytest.mark.parametrize("state", NAMES)
def test_every_state_is_accessible_on_a_computer_and_on_a_phone(pages, axe, state):
    """Colours are looked at where anything is dressed as nothing was before; on a phone, so are the other rules."""
    for device in ("computer", "phone"):
        page = pages[device]
        with unforgiving(page):
            seen = page.evaluate(_LOOK, [drawing_of(state), SMALLEST_TARGET])
            assert not seen["small"], "\n".join(seen["small"])
            if seen["isNew"]:
                axe(page)
            elif device == "computer":
                axe(page, WITHOUT_COLOURS)


@pytest.mark.parametrize("state", NAMES)
def test_no_state_is_wider_than_a_phone_even_with_large_text(pages, state):
    for device in ("small phone", "large text"):
        found = pages[device].evaluate(_TOO_WIDE, drawing_of(state))
        assert not found, "\n".join([device, *found])
