"""QR codes: the drawing that a camera reads as an address, made here, its colour left to the style."""

from functools import cache

import segno
from markupsafe import Markup


@cache
def qr_code(address: str, look: str = "qr", border: int = 4) -> Markup:
    """Return a drawing in SVG. `look`: its class; `border`: the modules that are left free around it."""
    drawing = segno.make(address, micro=False).svg_inline(omitsize=True, svgclass=look, lineclass=None, border=border)
    return Markup(drawing)  # noqa: S704 - modules of a QR code, no text
