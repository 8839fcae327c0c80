"""axe-core, the checker of accessibility, as the tests run it."""

import re
from collections.abc import Iterable

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page

from tests.support import ROOT, SITE

#: says what in a drawing or on a page is like nothing before
LOOK = (ROOT / "tests" / "browser" / "look.js").read_text(encoding="utf-8")
#: attributes on which the look of an element depends
DRESS = sorted({"class", "style", "type", *re.findall(r"\[([a-z-]+)", SITE.stylesheet())})
FRESH = "[data-fresh]"
RULES = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "resultTypes": ["violations"],
}
#: all that a test has use for: no style sheet is read again, no path to an element is made
QUICK = {"resultTypes": ["violations"], "preload": False, "selectors": False, "iframes": False}
_RUN_AXE = """async ([place, rules]) => (await axe.run(place ?? document, rules)).violations
    .map(({ id, help, nodes }) => `${id}: ${help}: ${nodes.map((node) => node.html.slice(0, 120)).join(" | ")}`)"""


def only(rules: Iterable[str]) -> dict:
    """Return what has axe look for some of its rules."""
    return {**QUICK, "runOnly": {"type": "rule", "values": list(rules)}}


def faults(page: Page, rules: dict = RULES, place: str | None = None) -> list[str]:
    """Return what axe finds on a page or in one place of it: the rule, the advice, the elements."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE_SCRIPT)
    return page.evaluate(_RUN_AXE, [place, rules])


def faults_of_new(page: Page, seen: set[int]) -> list[str]:
    """Return what axe finds in what is like nothing seen in a window of this size; from now on, it is seen."""
    if not page.evaluate("'markFresh' in window"):
        page.evaluate(f"{LOOK}; undefined")  # a last function would be called
    new = page.evaluate("about => markFresh(...about)", [list(seen), DRESS])
    seen.update(new)
    return faults(page, place=FRESH) if new else []


def rules_of_axe(page: Page) -> set[str]:
    """Return the names of the rules that are run."""
    page.evaluate(AXE_SCRIPT)
    rules = page.evaluate("tags => axe.getRules(tags).map(({ ruleId, tags }) => [ruleId, tags])", RULES["runOnly"])
    return {name for name, tags in rules if not {"experimental", "deprecated"} & set(tags)}
