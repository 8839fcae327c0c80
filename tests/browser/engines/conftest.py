"""The engines that the main journeys are tried in, each opened once."""

from collections.abc import Iterator
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from mimetypes import guess_type
from threading import Thread
from urllib.request import urlopen

import pytest

from tests.support.chapter_page import CHAPTER
from tests.support.engines import Engine, NotHereError
from tests.support.engines.chromium import Chromium
from tests.support.engines.firefox import Firefox
from tests.support.engines.hand import Hand
from tests.support.engines.webkit import WebKit

OPEN = {
    "chromium": lambda request, folder: Chromium(request.getfixturevalue("browser"), folder),
    "firefox": lambda _, folder: Firefox(folder),
    "webkit": lambda _, folder: WebKit(folder),
}
EMPTY = "() => { localStorage.clear(); sessionStorage.clear(); }"
TOO_NEW = b"a ???= 1;"  #: a word that no browser knows yet


@pytest.fixture(scope="module", params=OPEN)
def engine(request, tmp_path_factory) -> Iterator[Engine]:
    """Open each engine for a module of tests; one that is not on this computer is skipped with a word."""
    folder = tmp_path_factory.mktemp(request.param)
    try:
        found = OPEN[request.param](request, folder)
    except NotHereError as why:
        pytest.skip(str(why))
    yield found
    found.close()


@pytest.fixture
def hand(engine, server) -> Iterator[Hand]:
    """Give a learner whose browser keeps nothing yet. In the end its console is silent, and no other host was asked."""
    hand = Hand(engine)
    hand.go(f"http://localhost:{server.port}/voila/adresse")  # a page of a few words
    engine.run(EMPTY)
    yield hand
    assert engine.faults() == []


@pytest.fixture
def old_page(server) -> Iterator[str]:
    """Serve a page whose scripts are written in words that this browser does not know yet."""
    html = urlopen(server.address(CHAPTER)).read()
    page = "text/html", html.replace(b"voila/atelier/", b"old/")

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            kind, content = page if self.path == "/" else (guess_type(self.path)[0], TOO_NEW)
            self.send_response(HTTPStatus.OK)
            self.send_header("Content-Type", f"{kind}; charset=utf-8")
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, *_) -> None: ...

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as old:
        Thread(target=old.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{old.server_port}/"
        old.shutdown()
