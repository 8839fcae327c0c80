"""The websocket between a page and its sessions. What they say to each other is in conversation.py."""

import asyncio
import contextlib
import json
import time
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from tornado.ioloop import IOLoop
from tornado.websocket import WebSocketClosedError, WebSocketHandler

from practice.doors.voila.classroom import SEAT
from practice.doors.voila.conversation import Conversation, NonsenseError

if TYPE_CHECKING:
    from practice.doors.voila.room import Room

_LEFT = (1000, 1001)  #: how a connection ends when the page is closed, or another one takes its place
_NONSENSE = 1003
_RESTARTS = 1012  #: the page comes back at once: to the next server, or to this one when it is there again
_FULL = 1013


class Door(WebSocketHandler):
    """One connection of one page."""

    def initialize(self, room: "Room") -> None:
        self._room = room
        self._counted = False
        self.gone: asyncio.Future[None]  #: done when it is closed
        self._talk = Conversation(room.chapters.version, room.pages, self.request.remote_ip, self.close)

    def check_origin(self, origin: str) -> bool:
        """Say whether a page may speak: one of ours, also under the name of a server that stands before this one."""
        return super().check_origin(origin) or self._room.names.public == (urlsplit(origin).hostname or "-")

    def open(self) -> None:
        """Let each message leave at once: a small one would wait 40 ms for the last to be acknowledged."""
        self.set_nodelay(True)
        self.gone = asyncio.get_running_loop().create_future()
        self._room.doors.add(self)
        self._counted = self._room.connections.take(self.request.remote_ip)
        if not self._counted:
            self._room.refused("full")
            self.close(_FULL)
        if self._room.classroom:
            self._talk.visit = self._room.classroom.enter(self.get_cookie(SEAT), self._tell_of_room)
        self._patience = IOLoop.current().call_later(self._room.connections.patience, self._close_if_silent)

    def on_message(self, text: str | bytes) -> None:
        """Answer. Whatever is no message of a page ends the connection."""
        began = time.perf_counter()
        try:
            for word in self._talk.hear(text):
                self._say(word)
            self._room.counts.answer(time.perf_counter() - began)
        except NonsenseError:
            self._room.refused("nonsense")
            self.close(_NONSENSE)

    def leave_for_another(self) -> None:
        """Ask the page to come back: this server stops."""
        self.close(_RESTARTS)

    def on_close(self) -> None:
        """Forget the page if it was closed."""
        IOLoop.current().remove_timeout(self._patience)
        self._room.doors.discard(self)
        self.gone.set_result(None)
        if self._counted:
            self._room.connections.give_back(self.request.remote_ip)
        self._talk.leave(closed=self.close_code in _LEFT)

    def _close_if_silent(self) -> None:
        if not self._talk.has_begun:
            self.close(_NONSENSE)

    def _tell_of_room(self, told: dict[str, Any]) -> None:
        self._say(json.dumps({"room": told}))

    def _say(self, word: str) -> None:
        with contextlib.suppress(WebSocketClosedError):  # a page that has gone hears nothing, now or a moment later
            self.write_message(word).add_done_callback(lambda done: done.exception())
