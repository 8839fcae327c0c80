"""One server for what is asked of it without a browser."""

import shutil
from collections.abc import Iterator

import pytest
from tornado.httpclient import HTTPResponse

from practice.doors.voila.room import Room
from tests.support import ROOT, SITE
from tests.support.learner import fetch, run
from tests.support.server import MOST, SCREEN, Server, write


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    folder = tmp_path_factory.mktemp("room")
    shutil.copy(ROOT / "notebooks" / "00_accueil.ipynb", folder)
    write(folder, "chapter", SCREEN)
    write(folder, "text", "from atelier_ameli import Home", "Home()")
    write(folder, "theirs", "import os", "os.getpid()", "1 / 0", SCREEN)
    server = Server(folder, folder / "server.log", f"--most-pages={MOST}", "--patience=2")
    server.start()
    write(folder, "broken", 'Screen("nowhere", persona="jessica")', SCREEN)  # later: it would be refused at the start
    yield server
    server.stop()


@pytest.fixture(scope="session")
def course_room() -> Room:
    """Return the whole course, which listens to nobody; a chapter is drawn once, by whoever asks for it first."""
    return Room(ROOT / "notebooks", SITE, "/")


@pytest.fixture(scope="session")
def theirs(server: Server) -> HTTPResponse:
    """Return the page of a notebook with code of its own: what Voilà answers, in which a kernel has begun for it."""
    return run(lambda: fetch(server.address("theirs")))
