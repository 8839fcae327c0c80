"""A course with a trainer's room in this process, for a browser: the test gives the orders itself, as a board would."""

import asyncio
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tornado.httpserver import HTTPServer
from tornado.netutil import bind_sockets

from practice.classroom.classroom import Classroom
from practice.doors.voila.classroom import pieces
from practice.doors.voila.classroom.opening import open_classroom
from practice.doors.voila.room import Room
from tests.support import ROOT, SITE
from tests.support.server import free_port


class OpenRoom:
    """A server of the course with a room. It can be stopped, and started again at the same port."""

    def __init__(self, folder: Path) -> None:
        self.port = free_port()
        self._file = folder / "salle.json"
        self.ahead = 0.0  #: seconds by which a test has put its clock forward

    def start(self) -> None:
        ready = threading.Event()
        self._thread = threading.Thread(target=lambda: asyncio.run(self._serve(ready)), daemon=True)
        self._thread.start()
        assert ready.wait(60)

    def stop(self) -> None:
        self._loop.call_soon_threadsafe(self._stopped.set)
        self._thread.join(60)

    def keys_away(self) -> None:
        """Take the private file away, so that the next start opens another room."""
        self._file.unlink()

    async def _serve(self, ready: threading.Event) -> None:
        self._loop, self._stopped = asyncio.get_running_loop(), asyncio.Event()
        self.room = Room(ROOT / "notebooks", SITE, "/")
        self.classroom: Classroom = open_classroom(self.room, self._file, lambda: time.monotonic() + self.ahead)
        server = HTTPServer(self.room)
        server.add_sockets(bind_sockets(self.port, "localhost"))
        ready.set()
        await self._stopped.wait()
        server.stop()
        for door in list(self.room.doors):
            door.leave_for_another()
        await server.close_all_connections()

    def ask(self, order: Callable[[Classroom], Any]) -> Any:
        """Have an order given where the server runs, and return what it gives."""

        async def give() -> Any:
            return order(self.classroom)

        return asyncio.run_coroutine_threadsafe(give(), self._loop).result(30)

    def wait_until(self, true: Callable[[Classroom], Any]) -> None:
        """Wait until something holds in the room."""
        for _ in range(600):
            if self.ask(true):
                return
            time.sleep(0.05)
        raise AssertionError("the room never came to that")

    def address(self, path: str = "") -> str:
        return f"http://localhost:{self.port}/{path}"

    @property
    def code(self) -> str:
        return self.classroom.keys.code


@contextmanager
def open_room() -> Iterator[OpenRoom]:
    """Open a room whose board looks ten times a second at what has changed, so that a test waits less for it."""
    usual, pieces.EVERY = pieces.EVERY, 100
    try:
        with tempfile.TemporaryDirectory() as folder:
            room = OpenRoom(Path(folder))
            room.start()
            yield room
            room.stop()
    finally:
        pieces.EVERY = usual
