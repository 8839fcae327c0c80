"""Chromium, asked by Playwright, as in the other tests."""

from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Download, Error

from tests.support.browser import OURS
from tests.support.engines import GoneError


class Chromium:
    """The browser of the other tests, without a window."""

    name = "chromium"

    def __init__(self, browser: Browser, folder: Path) -> None:
        self.downloads = folder
        self._context = browser.new_context(viewport={"width": 1280, "height": 900})
        self._page = self._context.new_page()
        self._asked, self._said = [], []
        self._context.on("request", lambda request: self._asked.append(request.url))
        self._page.on("console", lambda told: told.type in ("error", "warning") and self._said.append(told.text))
        self._page.on("pageerror", lambda error: self._said.append(str(error)))
        self._page.on("download", self._keep)

    def _keep(self, download: Download) -> None:
        download.save_as(self.downloads / download.suggested_filename)

    def go(self, address: str) -> None:
        self._page.goto(address)

    def run(self, function: str, *arguments: Any) -> Any:
        try:
            return self._page.evaluate(f"(all) => ({function})(...all)", list(arguments))
        except Error as error:
            if "navigation" in error.message or "destroyed" in error.message:
                raise GoneError(error.message) from error
            raise

    def click(self, x: float, y: float) -> None:
        self._page.mouse.click(x, y)

    def type(self, text: str) -> None:
        self._page.keyboard.type(text)

    def press(self, chord: str) -> None:
        self._page.keyboard.press(chord)

    def faults(self) -> list[str]:
        hosts = [url for url in self._asked if urlsplit(url).hostname not in {*OURS, None}]
        faults, self._said, self._asked = [*self._said, *hosts], [], []
        return faults

    def close(self) -> None:
        self._context.close()
