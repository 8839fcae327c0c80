"""Targets: what a step is done on, named in words from its own drawing, which our templates made."""

import re
from html import unescape

from practice.drawing.typography import french
from practice.pages.regions import NAMES

_KINDS = {"button": "le bouton", "a": "le lien", "summary": "la ligne à ouvrir", "select": "la liste"}
_FIELDS = {"radio": "le choix", "checkbox": "la case à cocher"}
_USED = re.compile(r'<(button|a|summary|input|textarea|select)\b(?![^>]*type="hidden")([^>]*)>', re.DOTALL)
_LONGEST_NAME = 60  # letters
_UNSEEN = re.compile(r"<svg.*?</svg>", re.DOTALL)


def words_for(target: str, html: str, region: str) -> str:
    """Say where a target is: its region, then the first thing in it that is used, by its name on the page."""
    found = _USED.search(html, html.rfind("<", 0, html.index(f'id="{target}"')))
    if not found:
        return f"{NAMES[region]}."
    tag, attributes = found.groups()
    kind = _KINDS.get(tag) or _FIELDS.get(_attribute("type", attributes), "la case")
    return french(f"{NAMES[region]} : {kind} « {_name(tag, attributes, html, found.end())} ».")


def _name(tag: str, attributes: str, html: str, after: int) -> str:
    if given := _attribute("aria-label", attributes):
        return _plain(given)
    if tag in ("button", "a", "summary"):
        return _plain(html[after : html.index(f"</{tag}>", after)])
    label = re.search(
        rf'<label\b[^>]*for="{re.escape(_attribute("id", attributes))}"[^>]*>(.*?)</label>', html, re.DOTALL
    )
    if label:
        return _plain(label[1])
    around = _attribute("type", attributes) in _FIELDS  # its label is around it: the words come after the box
    return _plain(html[after : html.index("</label>", after)]) if around else ""


def _attribute(name: str, attributes: str) -> str:
    found = re.search(rf'\b{name}="([^"]*)"', attributes)
    return found[1] if found else ""


def _plain(html: str) -> str:
    """Return the words of a name; of a long one, which tells more than a name, the first."""
    pieces = [" ".join(unescape(piece).split()) for piece in re.split(r"<[^>]*>", _UNSEEN.sub("", html))]
    words = " ".join(piece for piece in pieces if piece)
    return words if len(words) <= _LONGEST_NAME else next(piece for piece in pieces if piece)
