"""The levels of headings, as a screen reader hears them."""

import re

_HEADING = re.compile(r"<h([3-5])(?=[ >])")


def one_lower(html: str) -> str:
    """Return a drawing whose headings are heard one level lower, and look the same.

    >>> one_lower('<h3 id="a">Mes documents</h3>')
    '<h3 aria-level="4" id="a">Mes documents</h3>'
    """
    return _HEADING.sub(lambda found: f'{found[0]} aria-level="{int(found[1]) + 1}"', html)
