"""A screen read as a learner reads it: its text, its fields by their labels, its errors; left, and taken up again."""

import json
import re
from dataclasses import dataclass
from functools import lru_cache
from html import unescape

import lxml.html
from bs4 import BeautifulSoup, Tag

from atelier_ameli import Screen
from practice.session import Context

_UNSEEN = re.compile(r"<!--.*?-->|<(script|style|template)\b.*?</\1>", re.DOTALL)
_TAG = re.compile(r"""</?[a-z](?:[^>"']|"[^"]*"|'[^']*')*>""", re.IGNORECASE)


@dataclass(frozen=True)
class Field:
    value: str
    type: str
    hidden: bool  #: drawn as dots
    invalid: bool
    error: str  #: what aria-describedby ties to the field


@lru_cache(maxsize=8)
def read(html: str) -> BeautifulSoup:
    """Return a drawing as a tree, which no test changes: what is asked several things is read once."""
    return BeautifulSoup(html, "html.parser")


def tree(html: str) -> lxml.html.HtmlElement:
    """Return a drawing as a tree that is asked by XPath: it is read twenty times faster."""
    return lxml.html.document_fromstring(html)


def soup(screen: Screen) -> BeautifulSoup:
    return read(screen.html)


def text_of(html: str) -> str:
    """Return the text of a drawing, as `get_text(" ")` does, twenty times faster."""
    return unescape(_TAG.sub(" ", _UNSEEN.sub(" ", html)))


def text(screen: Screen) -> str:
    return _folded(text_of(screen.html))


def _plain(node: BeautifulSoup) -> str:
    return _folded(node.get_text(" "))


def _folded(words: str) -> str:
    """Return a text, its ordinary spaces folded and its non-breaking ones kept."""
    return " ".join(part for part in words.replace("\n", " ").split(" ") if part)


def errors(screen: Screen) -> list[str]:
    """Return the messages of the summary."""
    items = tree(screen.html).xpath("//*[@id=$name]//li", name=f"{screen.key}-errors")
    return [_folded(" ".join(item.itertext())) for item in items]


def field(screen: Screen, label: str) -> Field:
    """Return the field whose label begins so."""
    page = soup(screen)
    found = next(node for node in page.find_all("label") if node.get_text().startswith(label))
    control = page.find(id=found["for"])
    described = " ".join(_plain(page.find(id=i)) for i in control.get("aria-describedby", "").split())
    return Field(
        control.get("value", ""),
        control["type"],
        control.has_attr("data-hidden"),
        control.get("aria-invalid") == "true",
        described,
    )


def status(screen: Screen) -> str:
    """Return what a screen reader says after the last action."""
    return screen.say


def plain(screen: Screen) -> str:
    """Return the text with ordinary spaces in the place of those that do not break."""
    return re.sub("[\u00a0\u202f]", " ", text(screen))


def again(screen: Screen) -> Screen:
    """Return the screen that a reload of the page gives."""
    after = Screen(screen.start, persona=screen.world.persona.id, device=screen.device.value, at=Context(screen.site))
    after.resume(json.loads(json.dumps(screen.snapshot())))
    return after


def follow(screen: Screen, *days: str) -> None:
    """Open « Suivre mes demandes » and let days go by."""
    screen.do("open", page="follow_up")
    for some in days:
        screen.do("wait", days=some)


def found(words: str) -> list[str]:
    """Return the ids of the requests that the catalogue finds for these words."""
    screen = Screen("requests", persona="jessica")
    screen.do("search", words=words)
    return [request.id for request in screen.page.found]


def part(screen: Screen, name: str) -> Tag | None:
    """Return what has this id on a screen."""
    return soup(screen).find(id=f"{screen.key}-{name}")


def play(persona: str, *actions: tuple, start: str = "create_account") -> Screen:
    """Return a screen after some actions of a persona."""
    screen = Screen(start, persona=persona)
    for action, answers in actions:
        screen.do(action, **answers)
    return screen


def reloaded(screen: Screen, persona: str = "jean", start: str = "create_account", chapter: str = "") -> Screen:
    """Return the screen of a page that takes up what another has kept."""
    after = Screen(start, persona=persona, at=Context(screen.site, chapter=chapter))
    after.resume(json.loads(json.dumps(screen.snapshot())))
    return after
