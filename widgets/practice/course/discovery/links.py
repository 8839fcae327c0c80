"""The useful addresses: to read, to copy, to photograph with a phone. None is ever opened from here."""

from functools import cache

import segno
from markupsafe import Markup

from practice.session import Session


class Links(Session):
    """The addresses of data/useful_links.toml, and what each is for. One only copies, which the browser does alone."""

    prefix = "liens"

    def draw(self) -> str:
        return self.site.draw("links.html", key=self.key, links=self.site.useful_links.values(), qr_code=qr_code)

    def __repr__(self) -> str:
        return "Links()"


@cache
def qr_code(address: str) -> Markup:
    """Return the drawing that a phone's camera reads as this address: SVG, made here, its colour left to the CSS."""
    drawing = segno.make(address, micro=False).svg_inline(omitsize=True, svgclass="qr", lineclass=None)
    return Markup(drawing)  # noqa: S704 - modules of a QR code, no text
