"""Limits: connections in all and from one address, requests of one in a minute. Beyond them there is a calm page."""

import asyncio
import contextlib
import ipaddress
from collections import Counter
from collections.abc import Callable
from typing import Any

from tornado.httpserver import HTTPServer
from tornado.iostream import IOStream, StreamClosedError, UnsatisfiableReadError

FROM_ONE_ADDRESS = 300  #: connections of pages; a whole class may come through one access point
WAITING = 15  #: seconds for a request to be there, or for a page to greet; a browser would keep several unused for long
LARGEST_MESSAGE = 4 << 20  #: bytes: all that a browser keeps, several times over

#: The busiest minute of a tablet: it arrives (6: the address, the page, three files, the websocket), opens a chapter
#: every ten seconds (12), is reloaded three times (6), and its Wi-Fi fails all along (11 attempts). That is 35; as many
#: tablets as one address may have at once, 300 times 35, make 10,500. A request costs 0.4 ms: 12,000 are 8 % of a core.
MOST_REQUESTS = 12_000
_MINUTE = 60  #: seconds
_RESERVE = 80  #: descriptors for everything else, and for those who are told that there is no room
_MOST_REFUSED = 40  #: who are being told, at once
_LONGEST_HEAD = 1 << 16
_LARGEST_BODY = 1 << 20


class Connections:
    """The websockets that are open, by address."""

    def __init__(self, most: int = 1000, most_from_one: int = FROM_ONE_ADDRESS) -> None:
        self.most = most
        self.most_from_one = most_from_one
        self.patience = float(WAITING)
        self._from: Counter[str] = Counter()

    def __len__(self) -> int:
        return self._from.total()

    def take(self, address: str) -> bool:
        """Count one more, if there is room."""
        if len(self) >= self.most or self._from[address] >= self.most_from_one:
            return False
        self._from[address] += 1
        return True

    def give_back(self, address: str) -> None:
        """Count one less."""
        self._from[address] -= 1
        if self._from[address] <= 0:
            del self._from[address]


class Requests:
    """The requests of each address in the minute that it is. `now` is a clock, in seconds."""

    def __init__(self, now: Callable[[], float], most: int = MOST_REQUESTS) -> None:
        self.most = most
        self._now = now
        self._minute = -1
        self._from: Counter[str] = Counter()

    def take(self, address: str) -> bool:
        """Count one more, and say whether it is within the limit."""
        self._look_at_the_clock()
        household = _household(address)
        self._from[household] += 1
        return self._from[household] <= self.most

    def has_none_left(self, address: str) -> bool:
        """Say whether one more would be beyond the limit."""
        self._look_at_the_clock()
        return self._from[_household(address)] >= self.most

    def _look_at_the_clock(self) -> None:
        minute = int(self._now() // _MINUTE)
        if minute != self._minute:
            self._minute, self._from = minute, Counter()


def _household(address: str) -> str:
    """Return what one subscriber has: an address, or of the longer kind all those that begin alike."""
    if ":" not in address:
        return address
    try:
        long = ipaddress.IPv6Address(address.partition("%")[0])
    except ValueError:
        return address
    return str(long.ipv4_mapped or ipaddress.IPv6Network((long, 64), strict=False))


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
            return
        self._room.refused("full")
        if len(self._refused) < _MOST_REFUSED:
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
