"""What the server answers to nonsense, to other sites, to addresses that are none, and under a prefix."""

import re
import shutil
from html import unescape

import pytest
from tornado.httpclient import HTTPClientError
from tornado.websocket import websocket_connect

from tests.support import ROOT
from tests.support.learner import Learner, fetch, run
from tests.support.server import SCREEN, Server, write

#: what a policy may allow
_OWN = re.compile(r"'(self|none|unsafe-inline|unsafe-eval|sha256-.*)'|data:|blob:|wss?:(//localhost:\d+)?")
CHAPTER = "voila/render/chapter.ipynb"
NONSENSE = (
    "",
    "[]",
    "{",
    "null",
    '"page"',
    "{}",
    '{"page": 3}',
    '{"page": "x", "seen": 0}',
    '{"n": 1}',
    '{"n": "1", "seen": 0, "to": "ecran1", "message": {}}',
    '{"seen": []}',
    "[" * 100_000,
)


@pytest.mark.parametrize("said", NONSENSE, ids=range(len(NONSENSE)))
def test_whatever_is_no_message_ends_the_connection_or_is_passed_over(server, said):
    async def play() -> None:
        before = server.log.read_text(encoding="utf-8")
        socket = await websocket_connect(f"ws://localhost:{server.port}/voila/atelier/door")
        await socket.write_message(said)
        assert await socket.read_message() in (None, '{"lost": true}')
        assert server.log.read_text(encoding="utf-8") == before

    run(play)


def test_a_connection_from_another_site_is_refused(server):
    async def play() -> None:
        one = Learner(server)
        await one.open("chapter")
        with pytest.raises(HTTPClientError, match="403"):
            await one.connect(Origin="http://ailleurs.example")

    run(play)


@pytest.mark.parametrize("path", ["no", "%2e%2e%2fchapter", "..%2fchapter", "%2fetc%2fpasswd", "%00", "a" * 3000, "."])
def test_only_notebooks_of_the_rooms_folder_are_looked_for(server, path):
    async def play() -> None:
        before = server.log.read_text(encoding="utf-8")
        response = await fetch(f"http://localhost:{server.port}/voila/render/{path}.ipynb")
        assert response.code in (400, 404)
        assert "Traceback" not in response.body.decode()
        assert server.log.read_text(encoding="utf-8") == before

    run(play)


def test_pages_may_ask_nothing_of_another_site(server, theirs):
    async def play() -> None:
        ours = [await fetch(f"http://localhost:{server.port}/{path}") for path in (CHAPTER, "nulle-part")]
        for page in (*ours, theirs):
            path, policy = page.request.url, page.headers["Content-Security-Policy"]
            told = {directive.split()[0]: directive.split()[1:] for directive in policy.split("; ")}
            assert {"default-src", "form-action", "base-uri"} <= told.keys()
            assert told["frame-ancestors"] == told["form-action"] == told["base-uri"] == ["'none'"], path
            if page is not theirs:  # Voilà's front end wants more
                assert told["default-src"] == ["'none'"]
                assert told["script-src"][0] == "'self'"
                assert [source[:8] for source in told["script-src"][1:]] == ["'sha256-"]
                assert told["connect-src"] == [
                    "'self'",
                    f"ws://localhost:{server.port}",
                    f"wss://localhost:{server.port}",
                ]
            elsewhere = [source for sources in told.values() for source in sources if not _OWN.fullmatch(source)]
            assert not elsewhere, path

    run(play)


def test_under_a_prefix_every_address_has_it(tmp_path):
    shutil.copytree(ROOT / "notebooks", tmp_path / "notebooks")
    server = Server(tmp_path / "notebooks", tmp_path / "log", "--prefix=salle")
    server.start()

    async def play() -> None:
        base = f"http://localhost:{server.port}"
        page = (await fetch(f"{base}/salle/voila/render/06_se_connecter.ipynb")).body.decode()
        addresses = re.findall(r'(?:href|src)="(/[^"]*)"', page)
        assert addresses
        for address in addresses:
            assert address.startswith("/salle/")
            assert (await fetch(base + address)).code == 200
        assert '"path": "/salle/voila/atelier/door"' in unescape(page)
        assert (await fetch(f"{base}/")).code == 404
        assert (await fetch(f"{base}/salle/")).effective_url.endswith("/salle/voila/render/00_accueil.ipynb")

    try:
        run(play)
    finally:
        server.stop()


def test_a_crowd_that_vanishes_leaves_no_word_in_the_log_and_nothing_in_memory_for_long(tmp_path):
    write(tmp_path, "chapter", SCREEN)
    server = Server(tmp_path, tmp_path / "log", "--idle=0")
    server.start()

    async def play() -> None:
        crowd = [Learner(server) for _ in range(20)]
        for one in crowd:
            await one.open("chapter")
            await one.connect()
            await one.tell("sign_in", number="1 78 07 2A 000 042", code="Faux-code-1")
            one.socket.protocol.stream.close()  # as when a browser is killed: without a word, its answer on the way
        last = Learner(server)
        await last.open("chapter")
        await last.connect()
        assert re.search(r"reste 2\Wessais", await last.act("sign_in", number="1 78 07 2A 000 042", code="Faux-code-1"))

    try:
        run(play)
        assert server.log.read_text(encoding="utf-8") == ""
    finally:
        server.stop()


def test_a_notebook_in_a_folder_below_is_voilas(server):
    async def play() -> None:
        (server.notebooks / "below").mkdir(exist_ok=True)
        write(server.notebooks / "below", "deep", SCREEN)
        html = (await fetch(f"http://localhost:{server.port}/voila/render/below/deep.ipynb")).body.decode()
        assert "vnd.jupyter.widget-view" in html

    run(play)
