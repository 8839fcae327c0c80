"""A room of 40 tablets with a board open: `python benchmarks/classroom.py`, a minute, on Linux. Two servers, one run.

One server has a room, 40 tablets in it and a board that is open; the other has 40 learners and no room. They take
turns, so that whatever else the computer does falls on both. Told are: what an answer takes, and a page that arrives,
of the learner's time and of the server's processor, and the ratios; and how long the board is behind.
"""

import argparse
import asyncio
import json
import statistics
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Awaitable, Callable
from pathlib import Path

from tornado.httpclient import AsyncHTTPClient, HTTPRequest
from tornado.websocket import websocket_connect

from practice.doors.voila.classroom.pieces import BOARD

sys.path.insert(0, str(Path(__file__).parents[1]))
from tests.support.classroom.hall import EXERCISE, Hall
from tests.support.classroom.tablet import Tablet, home
from tests.support.server import SCREEN, Server, write

TABLETS = 40
BEHIND, SLOWER = 1.0, 1.05  #: seconds; a ratio of what a learner waits, on a computer that is quiet
_ROUNDS, _ACTIONS = 12, 5
_ASKS = "Demande de l&#39;aide"  #: as a board shows it
_NUMBER = "2 82 02 95 000 199"

AsyncHTTPClient.configure(None, max_clients=200)


class Board:
    """The page of a board that is open. `pieces` is what it shows."""

    def __init__(self, hall: Hall) -> None:
        self._hall = hall
        self.pieces: dict[str, str] = {}
        self._told = asyncio.Event()

    async def open(self) -> None:
        address = home(self._hall, "salle/direct").replace("http", "ws", 1)
        headers = {"Cookie": f"{BOARD}={self._hall.keys['secret']}", "Origin": home(self._hall).rstrip("/")}
        self.socket = await websocket_connect(HTTPRequest(address, headers=headers))

    async def watch(self) -> None:
        while told := await self.socket.read_message():
            self.pieces |= json.loads(told).get("pieces", {})
            self._told.set()

    async def see(self, words: str, piece: str) -> None:
        """Wait until a piece says something."""
        while words not in self.pieces.get(piece, ""):
            self._told.clear()
            await self._told.wait()


class Class:
    """Forty learners of a server, and what they have waited."""

    def __init__(self, server: Server) -> None:
        self.server = server
        self.pages = [Tablet(server) for _ in range(TABLETS)]
        self.waits: dict[str, list[float]] = defaultdict(list)
        self.costs: dict[str, list[float]] = defaultdict(list)

    async def come(self) -> None:
        """Arrive: the page, the connection, the greeting, what a browser keeps."""
        await asyncio.gather(*[self.measure("arrive", lambda page=page: self._arrive(page)) for page in self.pages])

    async def _arrive(self, page: Tablet) -> None:
        page.life, page.number, page.seen = None, 0, 0
        if page.cookie:
            await page.enter()
        else:
            await page.open("chapter")
            await page.connect()
        await page.show()

    async def go(self) -> None:
        for page in self.pages:
            page.socket.close(1000)
        await asyncio.sleep(0.2)

    async def work(self) -> None:
        """Do something on each page, again and again, all at once."""
        await asyncio.gather(*map(self._act, self.pages))

    async def _act(self, page: Tablet) -> None:
        for at in range(_ACTIONS):
            await self.measure("answer", lambda at=at: page.act("sign_in", number=f"{_NUMBER} {at}", code=""))

    async def measure(self, what: str, do: Callable[[], Awaitable[object]]) -> None:
        began = time.perf_counter()
        await do()
        self.waits[what].append(time.perf_counter() - began)

    async def cost(self, what: str, times: int, do: Callable[[], Awaitable[None]]) -> None:
        """Note what something costs the server's processor, each time."""
        before = self._processor()
        await do()
        self.costs[what].append((self._processor() - before) / times)

    def _processor(self) -> float:
        return time.clock_gettime((~self.server.process.pid << 3) | 2)


async def take_turns(classes: list[Class]) -> None:
    for turn in range(_ROUNDS):
        for one in classes[:: 1 if turn % 2 else -1]:
            await one.cost("arrive", TABLETS, one.come)
            await one.cost("answer", TABLETS * _ACTIONS, one.work)
            await one.go()


async def behind(room: Class, board: Board) -> list[float]:
    """Return how long the board is behind each call for help, while all the others work."""
    await room.come()
    found = []
    for at, page in enumerate(room.pages):
        others = [other for other in room.pages if other is not page]
        working = asyncio.gather(*[other.act("sign_in", number=f"{_NUMBER} {at + 50}", code="") for other in others])
        began = time.perf_counter()
        await page.tell_room("help")
        await board.see(_ASKS, f"seat-{page.cookie.partition('=')[2].partition('.')[0]}")
        found.append(time.perf_counter() - began)
        await working
        await page.hear_room()
        await page.tell_room("thanks")
        await page.hear_room()
    return sorted(found)


async def play(hall: Hall, server: Server) -> int:
    room, without, board = Class(hall), Class(server), Board(hall)
    for page in room.pages:
        await page.join(hall.code)
    await board.open()
    watching = asyncio.ensure_future(board.watch())
    await take_turns([room, without])
    ratios = [
        _tell(f"{words}, {unit}", [statistics.median(getattr(one, kind)[what]) for one in (room, without)])
        for kind, unit in (("waits", "attente"), ("costs", "processeur"))
        for what, words in (("answer", "une réponse"), ("arrive", "une page qui arrive"))
    ]
    late = await behind(room, board)
    watching.cancel()
    print(
        f"le tableau suit en {statistics.median(late):.2f} s (médiane), {late[-1]:.2f} s au plus ; {TABLETS} tablettes"
    )
    return 0 if late[-1] <= BEHIND and max(ratios[:2]) <= SLOWER else 1


def _tell(what: str, seconds: list[float]) -> float:
    mine, theirs = seconds
    print(f"{what} : {mine * 1000:.2f} ms avec la salle, {theirs * 1000:.2f} ms sans ; rapport {mine / theirs:.3f}")
    return mine / theirs


def main() -> int:
    argparse.ArgumentParser(description=__doc__).parse_args()
    with tempfile.TemporaryDirectory() as folder:
        places = [Path(folder) / name for name in ("hall", "server")]
        for place in places:
            place.mkdir()
            write(place, "chapter", SCREEN, *EXERCISE)
        hall, server = Hall(places[0]), Server(places[1], places[1] / "log")
        hall.start()
        server.start()
        try:
            return asyncio.run(play(hall, server))
        finally:
            hall.stop()
            server.stop()


if __name__ == "__main__":
    sys.exit(main())
