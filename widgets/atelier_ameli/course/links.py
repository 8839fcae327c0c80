"""The useful addresses: to read, to copy, to photograph with a phone. None is ever opened from here."""

import itertools
from collections.abc import Mapping
from functools import cache
from typing import Any

import segno
from markupsafe import Markup

from atelier_ameli import data
from atelier_ameli.desk import UnknownActionError
from atelier_ameli.draw import draw
from atelier_ameli.screen import Carrier

_count = itertools.count(1)


class LinksDesk:
    """What carries the addresses: nothing to do but copy, which the browser does alone, and nothing to keep."""

    download = focus = None
    say = ""

    def __init__(self, key: str) -> None:
        self.key = key

    def do(self, action: str, _: Mapping[str, Any]) -> None:
        """Refuse any action: there is none. Raises UnknownActionError."""
        raise UnknownActionError(action)

    def resume(self, kept: object) -> None:
        """Take up nothing: nothing was kept."""

    def snapshot(self) -> dict[str, Any]:
        return {}

    def draw(self) -> str:
        return draw("links.html", key=self.key, links=data.useful_links().values(), qr_code=qr_code)


class Links(Carrier):
    """The addresses of data/useful_links.toml, and what each is for."""

    def __init__(self) -> None:
        super().__init__(LinksDesk(f"liens{next(_count)}"))

    def __repr__(self) -> str:
        return "Links()"


@cache
def qr_code(address: str) -> Markup:
    """Return the drawing that a phone's camera reads as this address: SVG, made here, its colour left to the CSS."""
    drawing = segno.make(address, micro=False).svg_inline(omitsize=True, svgclass="qr", lineclass=None)
    return Markup(drawing)  # noqa: S704 - modules of a QR code, no text
