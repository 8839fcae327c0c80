"""The socket of a trainer's page: it brings the pieces that have changed, twice a second at most, and what is done."""

import asyncio
import contextlib
import json
from http import HTTPStatus
from typing import TYPE_CHECKING, Any, Protocol
from urllib.parse import urlsplit

from tornado.ioloop import PeriodicCallback
from tornado.web import HTTPError, RequestHandler
from tornado.websocket import WebSocketClosedError, WebSocketHandler

from practice.doors.voila.classroom.destinations import CourseDestinations

if TYPE_CHECKING:
    from practice.doors.voila.room import Room

BOARD = "atelier-board"  #: the cookie that holds the secret of the board
EVERY = 500  #: ms between two looks
_SELDOM = 10  #: looks after which times have changed, too
_LONGEST = 2000  #: letters of what a page says
_NONSENSE = 1003
_RESTARTS = 1012


class Pieces(Protocol):
    """What a page shows of a room."""

    def whole(self) -> dict[str, Any]:
        """Return all that the page is to show."""

    def look(self) -> dict[str, Any]:
        """Return what has changed since one last looked; nothing if nothing has."""

    def do(self, said: object) -> None:
        """Do what the page says. Raises ValueError."""


def is_trainer(handler: RequestHandler, room: "Room") -> bool:
    """Say whether the secret of the board comes with a request."""
    return room.classroom is not None and room.classroom.keys.opens_the_board(handler.get_cookie(BOARD))


def keep_secret(handler: RequestHandler, room: "Room") -> None:
    """Have the trainer's browser keep the secret: no script reads it, and no other site sends it."""
    secure = handler.request.protocol == "https"
    kept = {"path": f"{room.prefix}salle", "httponly": True, "samesite": "Strict", "secure": secure}
    handler.set_cookie(BOARD, room.classroom.keys.secret, **kept)


class PiecesSocket(WebSocketHandler):
    """One connection of a trainer's page. A child makes what it shows."""

    def initialize(self, room: "Room", places: CourseDestinations) -> None:
        self.room, self.places = room, places
        self.gone: asyncio.Future[None]  #: done when it is closed

    def make(self) -> Pieces:
        """Return what the page shows."""
        raise NotImplementedError

    def prepare(self) -> None:
        """Refuse whoever has not the secret, or comes from another site: for them it does not exist."""
        if not self._comes_from_here() or not is_trainer(self, self.room):
            raise HTTPError(HTTPStatus.NOT_FOUND)

    def _comes_from_here(self) -> bool:
        """Say whether a page of ours asks, also under the name of a server that stands before this one."""
        origin = urlsplit(self.request.headers.get("Origin", ""))
        return bool(origin.hostname) and (
            origin.netloc == self.request.host or origin.hostname == self.room.names.public
        )

    def check_origin(self, _: str) -> bool:
        """Say yes: `prepare` has looked."""
        return True

    def write_error(self, status_code: int, **_: Any) -> None:
        """Answer with the calm page."""
        self.finish(self.room.page("not_found", status_code=status_code))

    def open(self) -> None:
        """Show all, then what changes."""
        self.set_nodelay(True)
        self.gone = asyncio.get_running_loop().create_future()
        self.room.doors.add(self)
        self._classroom = self.room.classroom
        self._shown = self.make()
        self._looks, self._changed = 0, False
        self._classroom.listeners.add(self._note)
        self._ticks = PeriodicCallback(self._tick, EVERY)
        self._ticks.start()
        self._say(self._shown.whole())

    def on_message(self, text: str | bytes) -> None:
        """Do what is asked, and show what comes of it. Whatever is none of a board's words ends the connection."""
        try:
            self._shown.do(json.loads(text) if len(text) <= _LONGEST else None)
        except (ValueError, RecursionError):
            self.close(_NONSENSE)
        else:
            self._look()

    def on_close(self) -> None:
        """Look no more."""
        self._ticks.stop()
        self._classroom.listeners.discard(self._note)
        self.room.doors.discard(self)
        self.gone.set_result(None)

    def leave_for_another(self) -> None:
        """Ask the page to come back: this server stops."""
        self.close(_RESTARTS)

    def _note(self) -> None:
        self._changed = True

    def _tick(self) -> None:
        self._looks += 1
        if self._changed or self._looks % _SELDOM == 0 or self.room.classroom is not self._classroom:
            self._look()

    def _look(self) -> None:
        self._changed = False
        if self.room.classroom is not self._classroom:
            self._say({"pieces": {"room-page": self.room.page("classroom/over")}, "over": True})
            self.close()
            return
        told = self._shown.look()
        if told:
            self._say(told)

    def _say(self, told: dict[str, Any]) -> None:
        with contextlib.suppress(WebSocketClosedError):
            self.write_message(json.dumps(told)).add_done_callback(lambda done: done.exception())
