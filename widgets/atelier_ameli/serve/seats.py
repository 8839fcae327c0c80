"""Learners' seats in Voilà: under which address each one is found, who speaks with it, and when it is given back."""

import time
from uuid import uuid4

from tornado.ioloop import IOLoop, PeriodicCallback
from tornado.iostream import StreamClosedError
from tornado.websocket import WebSocketClosedError, WebSocketHandler

from atelier_ameli.kernels.moulds import Seat

_DEAD = '{"header": {"msg_type": "status"}, "parent_header": {}, "content": {"execution_state": "dead"}}'


class Place:
    """A seat and the page that sits there, if it is connected. What is said while it is not, it hears later."""

    def __init__(self, seat: Seat) -> None:
        self.seat = seat
        self.page: WebSocketHandler | None = None
        self.left_at = time.monotonic()
        self._unheard: list[bytes | str] = []

    def take(self, page: WebSocketHandler) -> None:
        """Connect the page, in the place of an earlier connection that may be cut without knowing it."""
        if self.page:
            self.page.close()
        self.page = page
        unheard, self._unheard = self._unheard, []
        for line in unheard:
            self.say(line)

    def leave(self, page: WebSocketHandler) -> None:
        """Keep the seat for a page whose connection is cut."""
        if self.page is page:
            self.page = None
            self.left_at = time.monotonic()

    def ask(self, message: str) -> None:
        """Hand the seat a message of its page."""
        if not self.seat.page.closed():
            self.seat.page.write(message.replace("\n", " ").encode() + b"\n")

    def say(self, line: bytes | str) -> None:
        """Hand the page a message of its seat, now or when it is back."""
        try:
            self.page.write_message(line)
        except (AttributeError, WebSocketClosedError):
            self._unheard.append(line)


class Seats:
    """All the seats that are taken."""

    def __init__(self, idle_seconds: float, check_seconds: float) -> None:
        self.taken: dict[str, Place] = {}
        self._idle = idle_seconds
        if idle_seconds > 0:
            PeriodicCallback(self.cull, 1000 * check_seconds).start()

    def add(self, seat: Seat) -> str:
        """Return the name under which a page finds its seat."""
        name = uuid4().hex
        self.taken[name] = Place(seat)
        IOLoop.current().add_callback(self._listen, name)
        return name

    def close(self, name: str) -> None:
        """Give a seat back, and tell its page if there is still one. Raises KeyError."""
        place = self.taken.pop(name)
        place.seat.close()
        place.say(_DEAD)

    def cull(self) -> None:
        """Give back the seats whose page has been away for too long: longer than a tablet sleeps during a break."""
        now = time.monotonic()
        for name, place in list(self.taken.items()):
            if not place.page and now - place.left_at > self._idle:
                self.close(name)

    async def _listen(self, name: str) -> None:
        place = self.taken[name]
        try:
            while True:
                place.say(await place.seat.page.read_until(b"\n"))
        except StreamClosedError:
            if name in self.taken:
                self.close(name)
