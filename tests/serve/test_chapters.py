"""What Voilà answers for a chapter: to thirty learners at once, and to one whose seat or notebook changes."""

import asyncio
import json
import os
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from urllib.parse import urlencode

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook
from tornado.httpclient import AsyncHTTPClient, HTTPClientError, HTTPRequest, HTTPResponse
from tornado.websocket import websocket_connect

from atelier_ameli.kernels.provisioner import ForkProvisioner
from atelier_ameli.serve.chapters import Chapters
from tests.browser.conftest import ROOT, Server
from tests.test_kernels import gone, run

pytestmark = pytest.mark.skipif(not ForkProvisioner.forks, reason="kernels are forked on Linux only")
SCREEN = 'Screen("login", persona="jessica")'
IMPORT = "from atelier_ameli import Screen"


def write(folder: Path, name: str, *sources: str) -> None:
    kernelspec = {"name": "python3", "display_name": "Python 3", "language": "python"}
    cells = [new_markdown_cell(f"# {name}"), *map(new_code_cell, [IMPORT, *sources])]
    nbformat.write(new_notebook(cells=cells, metadata={"kernelspec": kernelspec}), folder / f"{name}.ipynb")


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    folder = tmp_path_factory.mktemp("room")
    shutil.copy(ROOT / "notebooks" / "00_accueil.ipynb", folder)
    write(folder, "chapter", SCREEN)
    write(folder, "text", "from atelier_ameli import Home", "Home()")
    write(folder, "broken", 'Screen("nowhere", persona="jessica")', SCREEN)
    write(folder, "theirs", "import os", "os.getpid()", "1 / 0", SCREEN)
    server = Server(folder, folder / "voila.log")
    server.start()
    yield server
    server.stop()


async def fetch(address: str, **how: Any) -> HTTPResponse:
    return await AsyncHTTPClient().fetch(address, request_timeout=60, raise_error=False, **how)


class Learner:
    """A page, as far as its server sees it."""

    def __init__(self, server: Server) -> None:
        self.base = f"http://localhost:{server.port}/"
        self.server = server

    async def open(self, notebook: str) -> str:
        response = await fetch(self.server.address(notebook))
        self.html = response.body.decode()
        self.kernel = re.search(r'data-kernel="([^"]*)"', self.html)[1]
        self.screens = re.findall(r'data-model-id="(\w+)"', self.html)
        return self.html

    async def connect(self, **headers: str) -> None:
        address = f"{self.base}api/kernels/{self.kernel}/channels?session_id=1".replace("http", "ws", 1)
        self.socket = await websocket_connect(HTTPRequest(address, headers=headers))

    async def act(self, action: str, **answers: str) -> str:
        """Do something on the first screen, and return what it then shows."""
        data = {"method": "custom", "content": {"do": action, "answers": answers, "turn": 1}}
        header = {"msg_id": os.urandom(8).hex(), "msg_type": "comm_msg", "session": "1"}
        content = {"comm_id": self.screens[0], "data": data}
        await self.socket.write_message(json.dumps({"channel": "shell", "header": header, "content": content}))
        html = ""
        while (said := await self.hear())["header"]["msg_type"] != "status":
            html = said["content"]["data"].get("state", {}).get("html", html)
        assert said["parent_header"]["msg_id"] == header["msg_id"]
        return html

    async def hear(self) -> dict[str, Any]:
        return json.loads(await self.socket.read_message())

    async def is_there(self) -> bool:
        return (await fetch(f"{self.base}api/kernels/{self.kernel}")).code == 200

    async def leave(self) -> int:
        form = {"method": "POST", "body": urlencode({"_xsrf": "x"}), "headers": {"Cookie": "_xsrf=x"}}
        return (await fetch(f"{self.base}voila/api/shutdown/{self.kernel}", **form)).code


def moulds_of(server: Server) -> set[int]:
    """Return the processes below Voilà's fork server."""
    return {mould for fork_server in children(server.process.pid) for mould in children(fork_server)}


def seats_of(server: Server) -> set[int]:
    return {seat for mould in moulds_of(server) for seat in children(mould)}


def children(pid: int) -> list[int]:
    try:
        return [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]
    except OSError:  # it has just ended
        return []


def test_thirty_learners_who_arrive_at_once_each_get_their_own_page(server):
    async def learn(number: int) -> str:
        one = Learner(server)
        await one.open("chapter")
        await one.connect()
        assert f'value="{number}"' in await one.act("sign_in", number=f"{number}", code="")
        assert await one.leave() == 204
        return one.kernel

    async def everybody() -> None:
        assert len(set(await asyncio.gather(*[learn(number) for number in range(30)]))) == 30

    run(everybody())


def test_a_page_that_shows_only_text_takes_no_seat(server):
    async def play() -> None:
        reader = Learner(server)
        assert "Se connecter" in await reader.open("text")
        assert reader.kernel == ""

    run(play())


def test_a_notebook_that_is_saved_again_is_shown_as_it_is_now_and_old_pages_go_on(server):
    async def play() -> None:
        write(server.notebooks, "changing", SCREEN)
        before, after = Learner(server), Learner(server)
        await before.open("changing")
        write(server.notebooks, "changing", SCREEN, SCREEN)
        await after.open("changing")
        assert [len(before.screens), len(after.screens)] == [1, 2]
        for one in (before, after):
            await one.connect()
            assert 'value="1 23"' in await one.act("sign_in", number="1 23", code="")

    run(play())


def test_after_a_cell_that_fails_the_next_one_is_still_shown_and_the_terminal_says_why(server):
    async def play() -> None:
        for name, reason in (("broken", "KeyError"), ("theirs", "ZeroDivisionError")):
            one = Learner(server)
            html = await one.open(name)
            assert html.count("n'a pas pu s'afficher") == len(one.screens) == 1
            assert reason not in html
            assert reason in server.log.read_text(encoding="utf-8")

    run(play())


def test_other_code_than_the_courses_is_executed_for_each_page(server):
    async def play() -> None:
        one, other = Learner(server), Learner(server)
        pids = [re.findall(r">(\d+)<", await learner.open("theirs")) for learner in (one, other)]
        assert pids[0] != pids[1]
        assert "-" in one.kernel  # Jupyter's own

    run(play())


def test_a_page_that_is_closed_gives_its_seat_back_and_no_other_site_can_do_that(server):
    async def play() -> None:
        before, one = seats_of(server), Learner(server)
        await one.open("chapter")
        (pid,) = seats_of(server) - before
        assert (await fetch(f"{one.base}voila/api/shutdown/{one.kernel}", method="POST", body="")).code == 403
        assert await one.is_there()
        assert await one.leave() == 204
        await gone(pid)
        assert not await one.is_there()
        assert await one.leave() == 404

    run(play())


def test_a_killed_seat_is_told_to_its_page(server):
    async def play() -> None:
        before, one = seats_of(server), Learner(server)
        await one.open("chapter")
        (pid,) = seats_of(server) - before
        await one.connect()
        os.kill(pid, 9)
        assert (await one.hear())["content"] == {"execution_state": "dead"}
        assert not await one.is_there()
        with pytest.raises(HTTPClientError, match="404"):
            await one.connect()

    run(play())


def test_a_chapter_whose_process_has_died_is_shown_all_the_same_and_made_ready_again(server):
    async def play() -> None:
        write(server.notebooks, "dying", SCREEN)
        one, meanwhile, other = (Learner(server) for _ in range(3))
        before = moulds_of(server)
        await one.open("dying")
        (mould,) = moulds_of(server) - before
        os.kill(mould, 9)
        await gone(mould)
        await meanwhile.open("dying")
        assert len(meanwhile.screens) == 1
        await other.open("dying")
        await other.connect()
        assert 'value="1 23"' in await other.act("sign_in", number="1 23", code="")
        assert not await one.is_there()

    run(play())


def test_where_nothing_can_be_forked_every_notebook_is_voilas(tmp_path, monkeypatch):
    async def play() -> None:
        write(tmp_path, "chapter", SCREEN)
        monkeypatch.setattr(ForkProvisioner, "forks", False)
        assert await Chapters(SimpleNamespace(root_dir=str(tmp_path))).get("chapter.ipynb") is None

    run(play())


@pytest.mark.parametrize("path", ["", ".", "..", "../chapter.ipynb", "room/chapter.ipynb", "/etc/passwd", "no.ipynb"])
def test_only_notebooks_of_the_rooms_folder_are_looked_for(tmp_path, path):
    async def play() -> None:
        (tmp_path / "room").mkdir()
        write(tmp_path, "chapter", SCREEN)
        write(tmp_path / "room", "chapter", SCREEN)
        room = tmp_path if path.startswith("room/") else tmp_path / "room"
        assert await Chapters(SimpleNamespace(root_dir=str(room))).get(path) is None

    run(play())


def test_a_connection_from_another_site_is_refused(server):
    async def play() -> None:
        one = Learner(server)
        await one.open("chapter")
        with pytest.raises(HTTPClientError, match="403"):
            await one.connect(Origin="http://ailleurs.example")

    run(play())


def test_a_connection_that_is_cut_can_be_made_again(server):
    async def play() -> None:
        one = Learner(server)
        await one.open("chapter")
        await one.connect()
        await one.act("sign_in", number="2 82 02 95 000 199", code="Faux-code-1")
        one.socket.close()
        await one.connect()
        html = await one.act("sign_in", number="2 82 02 95 000 199", code="Faux-code-2")
        assert re.search(r"reste 1\Wessai", html)

    run(play())
