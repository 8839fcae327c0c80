"""Every state of every screen in a real browser: axe, targets, reflow, text twice as large."""

import pytest

from tests.browser.stage import show
from tests.test_accessibility import DRAWINGS

SMALLEST_TARGET = 44
_SMALL_TARGETS = """smallest => [...document
  .querySelectorAll("#stage :is(button, input, select, textarea, summary, a)")]
  .map((node) => [node.textContent || node.id, node.getBoundingClientRect()])
  .filter(([, box]) => box.width > 0 && (box.height < smallest || box.width < smallest))
  .map(([name, box]) => `${name.trim()}: ${box.width} × ${box.height}`)"""
_TOO_WIDE = """() => document.documentElement.scrollWidth > innerWidth"""


@pytest.mark.parametrize("state", DRAWINGS)
def test_every_state_is_accessible_on_a_computer_and_on_a_phone(page, axe, state):
    show(page, DRAWINGS[state])
    page.evaluate("document.querySelectorAll('details').forEach((details) => { details.open = true; })")
    for width in (1280, 390):
        page.set_viewport_size({"width": width, "height": 900})
        axe(page)
        assert page.evaluate(_SMALL_TARGETS, SMALLEST_TARGET) == []
    page.set_viewport_size({"width": 320, "height": 900})
    assert not page.evaluate(_TOO_WIDE)
    page.set_viewport_size({"width": 390, "height": 900})
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    assert not page.evaluate(_TOO_WIDE)
