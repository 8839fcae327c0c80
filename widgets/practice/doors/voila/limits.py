"""Limits: how many connections there may be, in all and from one address. What is beyond is answered by a calm page."""

import asyncio
import contextlib
from collections import Counter
from typing import Any

from tornado.httpserver import HTTPServer
from tornado.iostream import IOStream, StreamClosedError, UnsatisfiableReadError

FROM_ONE_ADDRESS = 300  #: connections of pages; a whole class may come through one access point
WAITING = 15  #: seconds for a request to be there, or for a page to greet; a browser would keep several unused for long
_RESERVE = 80  #: descriptors for everything else, and for those who are told that there is no room
_MOST_REFUSED = 40  #: who are being told, at once
_LONGEST_HEAD = 1 << 16
_LARGEST_BODY = 1 << 20


class Connections:
    """The websockets that are open, by address."""

    def __init__(self, most: int = 1000, most_from_one: int = FROM_ONE_ADDRESS) -> None:
        self.most = most
        self.patience = float(WAITING)
        self._most_from_one = most_from_one
        self._from: Counter[str] = Counter()

    def __len__(self) -> int:
        return self._from.total()

    def take(self, address: str) -> bool:
        """Count one more, if there is room."""
        if len(self) >= self.most or self._from[address] >= self._most_from_one:
            return False
        self._from[address] += 1
        return True

    def give_back(self, address: str) -> None:
        """Count one less."""
        self._from[address] -= 1
        if self._from[address] <= 0:
            del self._from[address]


class RoomServer(HTTPServer):
    """A server that takes only as many connections as there are descriptors for."""

    def initialize(self, room: Any, *, files: int, behind_another: bool) -> None:  # type: ignore[override]
        """Serve a room. Parameters: how many files may be open; whether another server tells who asks."""
        patience = room.connections.patience
        super().initialize(
            room,
            xheaders=behind_another,
            idle_connection_timeout=patience,
            body_timeout=patience,
            max_body_size=_LARGEST_BODY,
        )
        self._room = room
        self._most = max(files - _RESERVE, 16)
        self._refused: set[asyncio.Task] = set()

    def handle_stream(self, stream: IOStream, address: tuple) -> None:
        """Take a connection, or say that there is no room."""
        if len(self._connections) + len(self._room.connections) < self._most:
            super().handle_stream(stream, address)
        elif len(self._refused) < _MOST_REFUSED:
            task = asyncio.ensure_future(self._refuse(stream))
            self._refused.add(task)
            task.add_done_callback(self._refused.discard)
        else:
            stream.close()

    async def _refuse(self, stream: IOStream) -> None:
        with contextlib.suppress(StreamClosedError, UnsatisfiableReadError, TimeoutError, OSError):
            async with asyncio.timeout(self._room.connections.patience / 5):
                await stream.read_until(b"\r\n\r\n", max_bytes=_LONGEST_HEAD)
                await stream.write(self._room.full)
        stream.close()
