"""One server for the whole run, and pages that forgive nothing: no foreign request, no word in the console."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import suppress

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook
from playwright.sync_api import Browser, Error, Page

from practice.doors.launch.chromium import SHELL, find_chromium
from tests.support import ROOT
from tests.support.axe import RULES, faults, faults_of_new, mark_new
from tests.support.browser import unforgiving
from tests.support.engines import Engine, NotHereError
from tests.support.engines.chromium import Chromium
from tests.support.engines.firefox import Firefox
from tests.support.engines.webkit import WebKit
from tests.support.server import Server
from tests.support.stage import show
from tests.support.steps import wait_for_step

FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--renderer-process-limit=1",  # a page of a context starts in the process of the one before
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
ENGINES = {
    "chromium": lambda request, folder: Chromium(request.getfixturevalue("browser"), folder),
    "firefox": lambda _, folder: Firefox(folder),
    "webkit": lambda _, folder: WebKit(folder),
}
#: what gives a test a browser context of its own; the others share one, emptied between two tests
OWN_CONTEXT = {"context", "lab", "exported"}
#: what a page does before its first document: to empty it from another page may come before what that test wrote last
EMPTY_STORAGE = """
if (window === top && location.protocol === "http:" && !sessionStorage.emptied) {
  localStorage.clear();
  sessionStorage.emptied = "yes";
}"""

#: the headings and the parts of a page, which has them at any width
OUTLINE = """() => [...document.querySelectorAll(":is(h1, h2, h3, h4, h5, header, footer, main, nav, aside, [role])")]
    .filter((one) => one.checkVisibility()).map((one) => one.nodeName)"""

#: what a trainer may have written, beside the chapters
OTHER_NOTEBOOK = "curseur"
ITS_CELLS = [
    "import atelier_ameli",
    "1 / 0",
    "import ipywidgets",
    'ipywidgets.IntSlider(description="Âge")',
    'atelier_ameli.Screen("login", persona="jessica")',
]


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    folder = tmp_path_factory.mktemp("atelier")
    shutil.copytree(ROOT / "notebooks", folder / "notebooks")
    kernelspec = {"name": "python3", "display_name": "Python 3", "language": "python"}
    cells = [new_markdown_cell(f"# {OTHER_NOTEBOOK}"), *map(new_code_cell, ITS_CELLS)]
    notebook = new_notebook(cells=cells, metadata={"title": OTHER_NOTEBOOK, "kernelspec": kernelspec})
    nbformat.write(notebook, folder / "notebooks" / f"{OTHER_NOTEBOOK}.ipynb")
    server = Server(folder / "notebooks", folder / "voila.log")
    server.start()
    yield server
    server.stop()


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict) -> dict:
    found = find_chromium(SHELL)
    return {**browser_type_launch_args, "args": list(FLAGS), **({"executable_path": found} if found else {})}


@pytest.fixture
def forgiven() -> list[str]:
    """Patterns of what the console may say in this test."""
    return []


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args: dict) -> dict:
    return {**browser_context_args, "reduced_motion": "reduce"}


@pytest.fixture(scope="session")
def anchor(browser: Browser, browser_context_args: dict) -> Page:
    """Return a page that stays open: others of its context start in its process, twice as fast as in a new one."""
    page = browser.new_context(**browser_context_args).new_page()
    show(page)
    return page


@pytest.fixture
def page(request: pytest.FixtureRequest, forgiven: list[str]) -> Iterator[Page]:
    """Open a page. A test that touches its context (clock, network, cache, cookies) asks for a new one."""
    if OWN_CONTEXT & set(request.fixturenames):
        page = request.getfixturevalue("context").new_page()
    else:
        page = request.getfixturevalue("anchor").context.new_page()
        page.add_init_script(EMPTY_STORAGE)
    try:
        with unforgiving(page, forgiven):
            yield page
    finally:
        with suppress(Error):  # a page that is closed while it loads again may never say that it is closed
            page.goto("about:blank", timeout=5_000)
        page.close()


@pytest.fixture
def open_chapter(page: Page, server: Server) -> Callable[..., None]:
    """Open a chapter, at its first step or another, and wait until the screens that are shown have been answered."""

    def open_(notebook: str, host: str = "localhost", step: str = "") -> None:
        page.goto(server.address(notebook, host, step))
        wait_for_step(page)

    return open_


@pytest.fixture(scope="session", params=ENGINES)
def opened(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    """Open each engine once; one that is not on this computer is skipped with a word."""
    try:
        engine = ENGINES[request.param](request, tmp_path_factory.mktemp(request.param))
    except NotHereError as why:
        pytest.skip(str(why))
    yield engine
    engine.close()


@pytest.fixture
def axe() -> Callable[..., None]:
    """Fail with what axe-core finds, on the page or in one place of it."""

    def check(page: Page, rules: dict = RULES, place: str | None = None) -> None:
        found = faults(page, rules, place)
        assert not found, "\n".join(found)

    return check


@pytest.fixture
def axe_too(axe: Callable[..., None]) -> Callable[..., None]:
    """Fail with what axe finds on the page, or in what is new at another width; the page has the same outline there."""
    found = set()

    def check(page: Page, width: int) -> None:
        axe(page)
        outline, size = page.evaluate(OUTLINE), page.viewport_size
        mark_new(page, found)
        page.set_viewport_size({**size, "width": width})
        assert page.evaluate(OUTLINE) == outline
        assert faults_of_new(page, found) == []
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        page.set_viewport_size(size)

    return check
