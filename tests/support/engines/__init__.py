"""The engines of browsers that the main journeys are tried in, behind one small interface.

Chromium is Playwright's, as in the other tests. Firefox and WebKit are Debian's own, asked by the W3C's protocols:
Playwright's are browsers of its making, which nobody has at home.
"""

from pathlib import Path
from typing import Any, Protocol


class NotHereError(Exception):
    """Says in French why an engine is not tried on this computer, and how to have it."""


class Engine(Protocol):
    """A browser with one page. A « function » is the source of one in JavaScript, of JSON, that gives JSON."""

    name: str
    downloads: Path

    def go(self, address: str) -> None:
        """Open an address."""

    def run(self, function: str, *arguments: Any) -> Any:
        """Return what a function gives in the page, once it is there. Raises GoneError if the page goes meanwhile."""

    def click(self, x: float, y: float) -> None:
        """Click at a point of the window, as a mouse does."""

    def type(self, text: str) -> None:
        """Type letters, one after the other, where the focus is."""

    def press(self, chord: str) -> None:
        """Press a key, or several at once: « Enter », « Control+v »."""

    def faults(self) -> list[str]:
        """Return the errors of the console, as far as this engine tells them, and the requests to other hosts."""

    def close(self) -> None:
        """Close the browser."""


class GoneError(Exception):
    """Says that a page went away while it was asked."""
