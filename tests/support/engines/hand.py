"""What a learner does in whatever browser: she finds things by their role and their French name."""

from collections.abc import Callable
from pathlib import Path
from time import monotonic
from typing import Any

from tests.support.engines import Engine, GoneError

_PATIENCE = 15  #: seconds until what should come is missing
#: what is seen and has this role and this name; a name that ends with « … » is only begun. All the words of an element
#: are read only if its first ones may be the name's: those of a whole page are many.
_FOUND = """
const plain = (text) => text.replace(/\\s+/g, " ").trim();
const words = (ids) => ids.split(" ").map((id) => document.getElementById(id)?.textContent ?? "").join(" ");
const kinds = {
  alert: "[role=alert]", button: "button", dialog: "dialog[open]", field: "input, textarea, select",
  group: "[role=group]", heading: "h1, h2, h3, h4, h5", link: "a[href]", text: "*",
};
const named = (node) => plain(node.getAttribute("aria-label")
  || node.hasAttribute("aria-labelledby") && words(node.getAttribute("aria-labelledby"))
  || [...node.labels ?? []].map((label) => label.textContent).join(" ") || node.textContent);
const is = (name) => (node) => name.endsWith("…") ? named(node).startsWith(name.slice(0, -1)) : named(node) === name;
const firstWords = (node) => {
  for (const texts = document.createTreeWalker(node, NodeFilter.SHOW_TEXT); texts.nextNode();)
    if (texts.currentNode.data.trim()) return plain(texts.currentNode.data);
  return "";
};
const mayBe = (name) => (node) => {
  const first = firstWords(node);
  return node.hasAttribute("aria-label") || node.hasAttribute("aria-labelledby") || node.labels?.length
    || name.startsWith(first) || first.startsWith(name.replace("…", ""));
};
const find = (kind, name) => [...document.querySelectorAll(kinds[kind])]
  .filter(mayBe(name)).filter(is(name)).find((node) => node.checkVisibility());
"""
#: wait a little in the page itself, and look again
_WAIT = """async (...asked) => {
  %s
  const look = %s;
  for (const until = Date.now() + 500; Date.now() < until;) {
    const found = document.body && look(...asked);
    if (found) return found;
    await new Promise((go_on) => setTimeout(go_on, 15));
  }
}"""
_PLACE = """(kind, name) => {
  const node = find(kind, name);
  if (!node) return null;
  node.scrollIntoView({ block: "center" });
  const box = node.getClientRects()[0];
  return [box.x + box.width / 2, box.y + box.height / 2];
}"""


class Hand:
    """A learner at a browser."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine

    def go(self, address: str) -> None:
        """Open an address, once the page before is there: not every engine leaves one that is still coming."""
        self.wait("() => document.readyState === 'complete'")
        self.engine.go(address)

    def open(self, address: str) -> None:
        """Open a page, and wait until its scripts are there and each screen that is shown has been answered."""
        self.go(address)
        self._wait_for_answers()

    def reload(self) -> None:
        """Load the page again, as its button does."""
        self.engine.run("() => { document.documentElement.dataset.left = 'yes'; location.reload(); }")
        self.wait("() => !document.documentElement.dataset.left")
        self._wait_for_answers()

    def _wait_for_answers(self) -> None:
        self.wait("""() => document.documentElement.dataset.scripts
          && [...document.querySelectorAll("[data-session]")].filter((place) => place.checkVisibility())
            .every((place) => place.dataset.state === "ready")""")

    def wait(self, function: str, *asked: Any) -> Any:
        """Wait until a function gives something in the page, which `find` may help to look at. Return it."""
        until, seen = monotonic() + _PATIENCE, None
        while not seen and monotonic() < until:
            try:
                seen = self.engine.run(_WAIT % (_FOUND, function), *asked)
            except GoneError:
                continue  # the next page is coming
        assert seen, f"{self.engine.name}: {function} {asked} – {self._seen()}"
        return seen

    def _seen(self) -> str:
        return self.engine.run(
            "() => document.title + ' – ' + (document.activeElement?.textContent ?? '').slice(0, 300)"
        )

    def sees(self, kind: str, name: str) -> None:
        self.wait("(kind, name) => Boolean(find(kind, name))", kind, name)

    def is_at(self, kind: str, name: str) -> None:
        """Wait until the focus is there."""
        self.wait("(kind, name) => find(kind, name) === document.activeElement", kind, name)

    def reads(self, kind: str, name: str, value: str) -> None:
        """Wait until a field has this value."""
        self.wait("(kind, name, value) => find(kind, name)?.value === value", kind, name, value)

    def click(self, kind: str, name: str) -> None:
        self.engine.click(*self.wait(_PLACE, kind, name))

    def type(self, field: str, text: str) -> None:
        """Type letters into a field, in the place of what was there."""
        self.click("field", field)
        self.engine.press("Control+a")
        self.engine.type(text)

    def kept_file(self, name: str) -> Path:
        """Wait until a file is in the downloads, whole."""
        file = self.engine.downloads / name
        self.until(lambda: file.exists() and file.read_bytes().rstrip().endswith(b"%%EOF"), name)
        return file

    def until(self, is_so: Callable[[], bool], what: str) -> None:
        """Wait until something is so outside the page."""
        until = monotonic() + _PATIENCE
        while not is_so():
            assert monotonic() < until, f"{self.engine.name}: {what}"
            self.engine.run("() => new Promise((go_on) => setTimeout(go_on, 20))")
