"""The course without a server, made once: a folder whose name has spaces and accents, as a USB key has."""

import datetime as dt
import subprocess
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, Page

from atelier_ameli.site import Site
from practice.doors.slides import command
from practice.doors.web.building import build
from practice.doors.web.built import Built
from practice.doors.web.folder import write_folder
from practice.doors.web.pyodide import node, pyodide
from tests.support import ROOT, SITE, TODAY
from tests.support.browser import unforgiving
from tests.support.without_server.learner import forget, go

#: what the folder opens on, then what one may choose there
EDITIONS = [SITE, TODAY]
COMPILED_ONCE = "--liftoff-only"  #: what runs for some seconds is not worth compiling better
RESTORED = ROOT / "tests" / "support" / "without_server" / "restored.mjs"


@pytest.fixture(scope="session")
def engine() -> Built:
    return replace(build(Site), level=3)  # its size is measured in benchmarks/


@pytest.fixture(scope="session")
def restored(engine: Built, tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], str]:
    """Return what runs Python in the engine, restored by Node, and returns what the code gives."""
    made = tmp_path_factory.mktemp("engine")
    (made / "memory").write_bytes(engine.memory)
    (made / "late").write_bytes(engine.late)

    def run(code: str) -> str:
        (made / "code.py").write_text(code, encoding="utf-8")
        command = [*node(), COMPILED_ONCE, str(RESTORED), str(pyodide()), str(made), str(made / "code.py")]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
        return done.stdout

    return run


@pytest.fixture(scope="session")
def course(engine: Built, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("clé") / "Le cours à la maison"
    write_folder(EDITIONS, folder, engine, dt.date(2021, 4, 9), lambda _: None)
    return folder


@pytest.fixture
def address(course: Path) -> Callable[..., str]:
    """Return what gives the address of a chapter in the folder, and of a step of it."""

    def of(chapter: str = "", step: str = "", more: str = "") -> str:
        query = "&".join([f"chapitre={chapter}" if chapter else "", more]).strip("&")
        return f"file://{quote(str(course))}/index.html{'?' if query else ''}{query}{'#' if step else ''}{step}"

    return of


@pytest.fixture(scope="session")
def slides(engine: Built, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write the live slides of a chapter; return its page. The command has an engine made, which is here already."""
    folder = tmp_path_factory.mktemp("clé") / "Les diapositives"
    with pytest.MonkeyPatch.context() as made_already:
        made_already.setattr(command, "build", lambda *_: engine)
        assert command.main(type(SITE), ["06", "--vivantes", "--output", str(folder)]) == 0
    return folder / "06_se_connecter.html"


@contextmanager
def beside(page: Page, folder: Path, forgiven: Sequence[str] = ()) -> Iterator[list[str]]:
    """Fail if meanwhile a page asks for anything but the files of the folder; give what it has asked for."""
    asked: list[str] = []
    ask = lambda request: asked.append(request.url)  # noqa: E731 - to be removed, it needs a name
    page.context.on("request", ask)
    with unforgiving(page, forgiven):
        yield asked
    page.context.remove_listener("request", ask)
    ours = (f"file://{quote(str(folder))}/", "blob:", "data:")
    assert [url for url in asked if not url.startswith(ours)] == []


@contextmanager
def visit(browser: Browser, folder: Path, *, forgiven: Sequence[str] = (), **options: Any) -> Iterator[Page]:
    """Give a page of somebody's own computer."""
    context = browser.new_context(**options)
    page = context.new_page()
    with beside(page, folder, forgiven) as asked:
        yield page
    assert asked
    context.close()


@pytest.fixture
def visiting(browser: Browser, browser_context_args: dict) -> Callable[..., AbstractContextManager[Page]]:
    """Return what opens a page of somebody's own computer, beside the files of a folder."""
    return partial(visit, browser, **browser_context_args)


@pytest.fixture(scope="module")
def left_open(browser: Browser, browser_context_args: dict) -> Iterator[Page]:
    """Give a page in which one learner after the other is: Python is restored in it once, which takes a second."""
    page = browser.new_context(**browser_context_args).new_page()
    yield page
    page.context.close()


@pytest.fixture
def at_home(left_open: Page, course: Path, address: Callable[..., str], forgiven: list[str]) -> Iterator[Page]:
    """Give a page at home, where nobody has done anything yet. It is moved with `go`."""
    with beside(left_open, course, forgiven):
        yield left_open
    forget(left_open, address)


@pytest.fixture
def unkept(at_home: Page, address: Callable[..., str]) -> Iterator[Page]:
    """Give the page while nothing may be kept in the browser."""
    go(at_home, address())
    at_home.evaluate("() => { window.put = Storage.prototype.setItem; }")
    at_home.evaluate("() => { Storage.prototype.setItem = () => { throw new Error('refused'); }; }")
    yield at_home
    at_home.evaluate("() => { Storage.prototype.setItem = window.put; }")


@pytest.fixture
def own(browser: Browser, course: Path, browser_context_args: dict) -> Iterator[Page]:
    """Give a page at home of a browser that is not as others are: a test changes it before anything is opened."""
    with visit(browser, course, **browser_context_args) as page:
        yield page


@pytest.fixture
def projected(browser: Browser, slides: Path, browser_context_args: dict) -> Iterator[Page]:
    """Give a page in which live slides are opened, of the size of a projector."""
    size = {"viewport": {"width": 1280, "height": 720}}
    with visit(browser, slides.parent, **{**browser_context_args, **size}) as page:
        yield page
