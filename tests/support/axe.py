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
#: of all that axe can say, what a test has use for: no style sheet is read again, no path to an element is made
QUICK = {"resultTypes": ["violations"], "preload": False, "selectors": False}
RULES = {**QUICK, "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
#: axe looks through the whole page again and again: the steps or slides that are hidden are empty meanwhile, if
#: nothing that is shown refers to what is in them
_RUN_AXE = """async ([place, rules]) => {
    if (!("axe" in window)) return null;
    const naming = ["for", "headers", "list", "aria-activedescendant", "aria-controls", "aria-describedby",
        "aria-details", "aria-errormessage", "aria-flowto", "aria-labelledby", "aria-owns"];
    const steps = [...document.querySelectorAll(".page-step, .slides > section")]
        .filter((step) => !step.checkVisibility());
    const kept = steps.map((step) => [...step.childNodes]);
    steps.forEach((step) => step.replaceChildren());
    const named = [...document.querySelectorAll(naming.map((name) => `[${name}]`))]
        .flatMap((node) => naming.flatMap((name) => (node.getAttribute(name) ?? "").split(/\\s+/)));
    const giveBack = (step, at) => step.childNodes.length || step.append(...kept[at]);
    steps.forEach((step, at) => {
        const ids = kept[at].flatMap((node) => node.querySelectorAll ? [node, ...node.querySelectorAll("[id]")] : []);
        if (ids.some(({ id }) => id && named.includes(id))) giveBack(step, at);
    });
    try {
        const { violations } = await axe.run(place ?? document, { ...rules, elementRef: true });
        const begin = ({ element }) => element.outerHTML.slice(0, 120);
        return violations.map(({ id, help, nodes }) => `${id}: ${help}: ${nodes.map(begin).join(" | ")}`);
    } finally {
        steps.forEach(giveBack);
    }
}"""


def only(rules: Iterable[str]) -> dict:
    """Return what has axe look for some of its rules."""
    return {**QUICK, "runOnly": {"type": "rule", "values": list(rules)}}


def faults(page: Page, rules: dict = RULES, place: str | None = None) -> list[str]:
    """Return what axe finds on a page or in one place of it: the rule, the advice, the elements."""
    found = page.evaluate(_RUN_AXE, [place, rules])
    if found is None:
        page.evaluate(AXE_SCRIPT)
        found = page.evaluate(_RUN_AXE, [place, rules])
    return found


def faults_of_new(page: Page, seen: set[int]) -> list[str]:
    """Return what axe finds in what is like nothing seen, in a window of this size or another; now it is seen."""
    return faults(page, place=FRESH) if mark_new(page, seen) else []


def mark_new(page: Page, seen: set[int]) -> bool:
    """Mark what is like nothing seen, and say whether there is anything; now it is seen."""
    known = str(list(seen))  # a list of numbers is carried far more slowly
    new = page.evaluate("known => window.markFresh?.(known)", known)
    if new is None:
        page.evaluate(f"{LOOK}; undefined")  # a last function would be called
        new = page.evaluate("known => markFresh(known)", known)
    seen.update(new)
    return bool(new)


def rules_of_axe(page: Page) -> set[str]:
    """Return the names of the rules that are run."""
    page.evaluate(AXE_SCRIPT)
    rules = page.evaluate("tags => axe.getRules(tags).map(({ ruleId, tags }) => [ruleId, tags])", RULES["runOnly"])
    return {name for name, tags in rules if not {"experimental", "deprecated"} & set(tags)}
