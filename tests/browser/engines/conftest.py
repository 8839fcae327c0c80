"""A learner in each engine, and a page that is too new for it."""

from collections.abc import Iterator
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from mimetypes import guess_type
from threading import Thread
from urllib.request import urlopen

import pytest

from tests.support.chapter_page import CHAPTER
from tests.support.engines import Engine
from tests.support.engines.hand import Hand

EMPTY = "() => { localStorage.clear(); sessionStorage.clear(); }"
TOO_NEW = b"a ???= 1;"  #: a word that no browser knows yet


@pytest.fixture
def hand(opened: Engine, server) -> Iterator[Hand]:
    """Give a learner whose browser keeps nothing yet. In the end its console is silent, and no other host was asked."""
    hand = Hand(opened)
    hand.go(f"http://localhost:{server.port}/voila/adresse")  # a page of a few words
    opened.run(EMPTY)
    yield hand
    assert opened.faults() == []


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
