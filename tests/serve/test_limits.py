"""A room has limits: of connections, of pages from one address, of time. Beyond them there is a calm page."""

import asyncio
import re
import socket
from types import SimpleNamespace

import pytest
from tornado.httpserver import HTTPServer
from tornado.netutil import bind_sockets
from tornado.websocket import websocket_connect

from practice.doors.voila.limits import WAITING, Connections
from practice.doors.voila.open_pages import OpenPage, OpenPages
from practice.doors.voila.room import Room
from tests.support import SITE
from tests.support.learner import Learner, fetch, run
from tests.support.server import MOST, SCREEN, Server, write


def test_connections_are_counted_in_all_and_by_address():
    room = Connections(most=3, most_from_one=2)
    assert [room.take("a"), room.take("a"), room.take("a")] == [True, True, False]
    assert [room.take("b"), room.take("c")] == [True, False]
    room.give_back("a")
    assert room.take("c")
    assert len(room) == 3


def test_whoever_opens_pages_without_end_pushes_out_her_own():
    pages = OpenPages(lambda: 0.0, most=10)
    pages.add("hers", OpenPage({}, "10.0.0.2"))
    for number in range(50):
        pages.add(f"{number}", OpenPage({}, "10.0.0.66"))
    assert len(pages) == 10
    assert pages.get("hers")
    assert pages.get("49")


def test_a_request_that_is_never_finished_and_a_page_that_never_greets_are_closed(tmp_path):
    write(tmp_path, "chapter", SCREEN)
    server = Server(tmp_path, tmp_path / "log", "--patience=0.5")
    server.start()

    async def play() -> None:
        reader, writer = await asyncio.open_connection("localhost", server.port)
        writer.write(b"GET /voila/render/chapter.ipynb HTTP/1.1\r\nHost: localhost\r\n")
        silent = await websocket_connect(f"ws://localhost:{server.port}/voila/atelier/door")
        async with asyncio.timeout(WAITING / 2):
            assert await reader.read() in (b"", b"HTTP/1.1 400 Bad Request\r\n\r\n")
            assert await silent.read_message() is None

    try:
        run(play)
    finally:
        server.stop()


def test_a_message_that_no_field_could_have_ends_the_connection_and_hurts_nobody(server):
    async def play() -> None:
        one, other = Learner(server), Learner(server)
        for learner in (one, other):
            await learner.open("chapter")
            await learner.connect()
        await one.say(n=1, to="ecran1", seen=0, message={"do": "sign_in", "answers": {"number": "1" * (2 << 20)}})
        assert await one.socket.read_message() is None
        assert "Mon numéro" in await other.act("sign_in", number="", code="")

    run(play)


@pytest.mark.skipif(not hasattr(socket, "AF_UNIX"), reason="the number of open files has no limit here")
def test_when_no_more_files_may_be_open_a_calm_page_says_so_and_those_who_are_in_go_on(tmp_path):
    write(tmp_path, "chapter", SCREEN)
    server = Server(tmp_path, tmp_path / "log", most_files=128)
    server.start()

    async def play() -> None:
        inside = Learner(server)
        await inside.open("chapter")
        await inside.connect()
        crowd = [await asyncio.open_connection("localhost", server.port) for _ in range(70)]
        full = await fetch(server.address("chapter"))
        assert full.code == 503
        assert "L'atelier est plein" in full.body.decode()
        assert "Mon numéro" in await inside.act("sign_in", number="", code="")
        for _, writer in crowd:
            writer.close()
        async with asyncio.timeout(20):
            while (await fetch(server.address("chapter"))).code != 200:
                pass

    try:
        run(play)
        assert server.log.read_text(encoding="utf-8") == ""
    finally:
        server.stop()


def test_websockets_beyond_the_limit_of_an_address_are_told_that_the_room_is_full(tmp_path):
    write(tmp_path, "chapter", SCREEN)
    server = Server(tmp_path, tmp_path / "log", f"--most-from-one={MOST}")
    server.start()

    async def play() -> None:
        address = f"ws://127.0.0.1:{server.port}/voila/atelier/door"
        sockets = [await websocket_connect(address) for _ in range(MOST)]
        last = await websocket_connect(address)
        assert await last.read_message() is None
        assert last.close_code == 1013
        for one in sockets:
            one.close()

    try:
        run(play)
    finally:
        server.stop()


def test_an_error_of_the_server_is_one_line_in_the_terminal(server):
    """Bad addresses, whatever they are, write nothing at all; see test_whoever_asks."""

    async def play() -> None:
        before = server.log.read_text(encoding="utf-8")
        for path in (
            "%ff",
            "voila/render/%0d%0a.ipynb",
            "voila/render/" + "a" * 5000 + ".ipynb",
            "logout",
            "static/x",
        ):
            response = await fetch(f"http://localhost:{server.port}/{path}")
            assert response.code in (400, 404)
            assert re.search("n'existe pas|n'a pas pu s'ouvrir", response.body.decode())
        assert server.log.read_text(encoding="utf-8") == before

    run(play)


def test_the_thirty_first_notebook_with_code_of_its_own_is_asked_to_wait_and_chapters_go_on(tmp_path):
    write(tmp_path, "theirs", "import os", SCREEN)
    write(tmp_path, "chapter", SCREEN)
    room = Room(tmp_path, SITE, "/")
    kernels: list[str] = []
    room.own_notebooks._voila = SimpleNamespace(kernel_manager=SimpleNamespace(list_kernel_ids=lambda: kernels))

    async def play() -> None:
        sockets = bind_sockets(0, "127.0.0.1")
        server = HTTPServer(room)
        server.add_sockets(sockets)
        at = f"http://127.0.0.1:{sockets[0].getsockname()[1]}/voila/render"
        kernels.extend(f"kernel {number}" for number in range(30))
        response = await fetch(f"{at}/theirs.ipynb")
        assert response.code == 503
        assert response.headers["Retry-After"] == "30"
        assert "L'atelier est plein" in response.body.decode()
        assert (await fetch(f"{at}/chapter.ipynb")).code == 200
        kernels.pop()
        assert not room.own_notebooks.is_full
        server.stop()

    run(play)
