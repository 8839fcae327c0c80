"""One server for the whole run, and pages that forgive nothing: no foreign request, no word in the console."""

import os
import re
import shutil
import socket
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

import nbformat
import pytest
from axe_playwright_python.base import AXE_SCRIPT
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook
from playwright.sync_api import Browser, Page, expect

import atelier_ameli
from practice.doors.voila.app import lan_addresses
from practice.session import Session
from tests.browser.stage import show

ROOT = Path(__file__).parents[2]
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "msedge")
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
RULES = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "resultTypes": ["violations"],
}
_RUN_AXE = """async ([place, rules]) => (await axe.run(place ?? document, rules)).violations
    .map(({ id, help, nodes }) => `${id}: ${help}: ${nodes.map((node) => node.html.slice(0, 120)).join(" | ")}`)"""
#: what gives a test a browser context of its own; the others share one, emptied between two tests
OWN_CONTEXT = {"context", "server", "lab", "exported"}
OURS = {"localhost", "127.0.0.1", *lan_addresses()}

_SESSIONS = [name for name in atelier_ameli.__all__ if issubclass(getattr(atelier_ameli, name), Session)]
#: in a notebook, what answers
LIVE = re.compile(rf"\b(?:{'|'.join(_SESSIONS)})\(")

#: what a trainer may have written, beside the chapters: name -> its code cells
OTHER_NOTEBOOKS = {
    "curseur": [
        "import ipywidgets",
        'ipywidgets.IntSlider(description="Âge")',
        'atelier_ameli.Screen("login", persona="jessica")',
    ],
    "panne": ["1 / 0", 'atelier_ameli.Screen("login", persona="jessica")'],
}


class Server:
    """The course's own server, on the chapters and OTHER_NOTEBOOKS."""

    def __init__(self, notebooks: Path, log: Path, *options: str) -> None:
        self.notebooks, self.log, self.options = notebooks, log, options
        with socket.socket() as probe:
            probe.bind(("", 0))
            self.port = probe.getsockname()[1]

    def start(self) -> None:
        module = [sys.executable, "-m", "atelier_ameli.serve"]
        options = ["--no-browser", f"--port={self.port}", f"--notebooks={self.notebooks}", *self.options]
        with self.log.open("ab") as log:
            self.process = subprocess.Popen([*module, *options], cwd=ROOT, stdout=subprocess.PIPE, stderr=log)
        for line in self.process.stdout:
            if "est ouvert" in line.decode():
                return
        pytest.fail(f"L'atelier ne s'ouvre pas : {self.log.read_text(encoding='utf-8')}")

    def stop(self) -> None:
        self.process.terminate()
        self.process.communicate()

    def address(self, notebook: str, host: str = "localhost") -> str:
        return f"http://{host}:{self.port}/voila/render/{notebook}.ipynb"


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    folder = tmp_path_factory.mktemp("atelier")
    shutil.copytree(ROOT / "notebooks", folder / "notebooks")
    kernelspec = {"name": "python3", "display_name": "Python 3", "language": "python"}
    for name, sources in OTHER_NOTEBOOKS.items():
        cells = [new_markdown_cell(f"# {name}"), *map(new_code_cell, ["import atelier_ameli", *sources])]
        notebook = new_notebook(cells=cells, metadata={"title": name, "kernelspec": kernelspec})
        nbformat.write(notebook, folder / "notebooks" / f"{name}.ipynb")
    server = Server(folder / "notebooks", folder / "voila.log")
    server.start()
    yield server
    server.stop()


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict) -> dict:
    found = os.environ.get("ATELIER_CHROMIUM") or next(filter(None, map(shutil.which, BROWSERS)), None)
    return {**browser_type_launch_args, "args": list(FLAGS), **({"executable_path": found} if found else {})}


@pytest.fixture
def forgiven() -> list[str]:
    """Patterns of what the console may say in this test."""
    return []


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args: dict) -> dict:
    return {**browser_context_args, "reduced_motion": "reduce"}


@contextmanager
def unforgiving(page: Page, forgiven: Iterable[str] = ()) -> Iterator[None]:
    """Fail if meanwhile a page asks anything of another host, or says a word in the console."""
    asked, said = [], []
    heard = {
        "console": lambda message: message.type in ("error", "warning") and said.append(message.text),
        "pageerror": lambda error: said.append(str(error)),
        "websocket": lambda websocket: asked.append(websocket.url),
    }
    ask = lambda request: asked.append(request.url)  # noqa: E731 - to be removed, it needs a name
    page.context.on("request", ask)
    for event, listener in heard.items():
        page.on(event, listener)
    yield
    page.context.remove_listener("request", ask)
    for event, listener in heard.items():
        page.remove_listener(event, listener)
    assert not [url for url in asked if urlsplit(url).hostname not in {*OURS, None}]
    assert not [text for text in said if not any(re.search(pattern, text) for pattern in forgiven)]


@pytest.fixture(scope="session")
def anchor(browser: Browser, browser_context_args: dict) -> Page:
    """Return a page that stays open: others of its context start in its process, twice as fast as in a new one."""
    page = browser.new_context(**browser_context_args).new_page()
    show(page)
    return page


@pytest.fixture
def page(request: pytest.FixtureRequest, forgiven: list[str]) -> Iterator[Page]:
    """Open a page. A test that touches its context (clock, network) asks for `context` too, and gets a new one."""
    if OWN_CONTEXT & set(request.fixturenames):
        page = request.getfixturevalue("context").new_page()
    else:
        anchor = request.getfixturevalue("anchor")
        anchor.evaluate("localStorage.clear()")
        page = anchor.context.new_page()
    try:
        with unforgiving(page, forgiven):
            yield page
    finally:
        page.close()


@pytest.fixture
def open_chapter(page: Page, server: Server) -> Callable[..., None]:
    """Open a notebook and wait until each of its screens has had its first answer."""

    def open_(notebook: str, host: str = "localhost") -> None:
        source = (server.notebooks / f"{notebook}.ipynb").read_text(encoding="utf-8")
        screens = len(LIVE.findall(source))
        page.goto(server.address(notebook, host))
        expect(page.locator("[data-session][data-state=ready]")).to_have_count(screens, timeout=20_000)

    return open_


@pytest.fixture
def axe() -> Callable[[Page], None]:
    """Fail with what axe-core finds, on the page or in one place of it: the rule, the advice, the elements."""

    def check(page: Page, rules: dict = RULES, place: str | None = None) -> None:
        if not page.evaluate("'axe' in window"):
            page.evaluate(AXE_SCRIPT)
        found = page.evaluate(_RUN_AXE, [place, rules])
        assert not found, "\n".join(found)

    return check
