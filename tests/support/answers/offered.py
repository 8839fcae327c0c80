"""What a page offers, read in its drawing: the buttons, and for each action of a form what can be answered there."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from html import unescape

_TAG = re.compile(r"<(/?)(form|button|input|select|option|textarea)\b([^>]*)>", re.ASCII)
_ATTRIBUTE = re.compile(r'([\w-]+)(?:="([^"]*)")?', re.ASCII)


@dataclass
class Control:
    """One field as it is drawn: its kind, what it holds, what else can be chosen."""

    kind: str
    value: str = ""
    options: list[str] = field(default_factory=list)


@dataclass
class Offer:
    """One thing to click: an action, what its button says, the fields that go with it."""

    action: str
    own: dict[str, str]
    controls: dict[str, Control]
    current: bool = False  #: where one already is

    @property
    def typed(self) -> dict[str, str]:
        """What is sent when one clicks and changes nothing."""
        return {name: one.value for name, one in self.controls.items() if one.value} | self.own


@lru_cache(maxsize=200)
def offers(html: str) -> tuple[Offer, ...]:
    """Return all that can be clicked, in reading order; a form is offered by its own action too. No test changes it."""
    found: list[Offer] = []
    form: Offer | None = None
    chosen: Control | None = None
    for closing, tag, raw in _TAG.findall(html):
        said = {name: unescape(value) for name, value in _ATTRIBUTE.findall(raw)}
        if tag == "form":
            form = None if closing else Offer(said.get("data-action", ""), {}, {})
            found += [form] if form and form.action else []
        elif closing:
            continue
        elif tag == "button" and "data-action" in said:
            own = {said["name"]: said.get("value", "")} if said.get("name") else {}
            within = form.controls if form and said.get("type") == "submit" else {}
            found.append(Offer(said["data-action"], own, within, "aria-current" in said))
        elif tag == "option" and chosen:
            value = said.get("value", "")
            chosen.options.append(value)
            chosen.value = value if "selected" in said or len(chosen.options) == 1 else chosen.value
        elif form is not None and said.get("name"):
            chosen = _into(form.controls, tag, said)
    return tuple(found)


def _into(controls: dict[str, Control], tag: str, said: dict[str, str]) -> Control:
    kind = said.get("type", "text") if tag == "input" else tag
    control = controls.setdefault(said["name"], Control(kind))
    if kind in ("radio", "checkbox"):
        control.options.append(said.get("value", "on"))
        control.value = said.get("value", "on") if "checked" in said else control.value
    elif kind != "select":
        control.value = said.get("value", "")
    return control


def offered(html: str, action: str) -> Iterator[Offer]:
    """Yield the ways in which a page offers an action."""
    yield from (offer for offer in offers(html) if offer.action == action)
