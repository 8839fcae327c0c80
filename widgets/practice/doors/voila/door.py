"""The websocket between a page and its sessions. Its other half is static/link.js.

The page greets, once for each connection: `{"page", "chapter", "version", "edition", "life", "seen", "open", "kept"}`.
It hears `{"life", "open": [[key, answer], …]}` when the server makes its sessions, `{"life", "done"}` and the answers
it has missed when they are there, or `{"gone": true}` when its chapter is no longer what it was. `open` are the
keys of the screens that it has shown, none at first; `kept` what its browser keeps, texts.

Then each action is `{"n", "to", "seen", "message"}`, and its answer `{"n", "to", "answer"}`; `{"lost": true}` asks for
another greeting. The first action of a screen is `resume`, when its step is first shown: the session is made then.
"""

import contextlib
import json
import re
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from tornado.ioloop import IOLoop
from tornado.websocket import WebSocketClosedError, WebSocketHandler

from practice.doors.voila.open_pages import OpenPage

if TYPE_CHECKING:
    from practice.doors.voila.room import Room

_NAME = re.compile(r"[0-9a-f]{32}")
_GONE, _LOST, _HERE = (json.dumps({word: True}) for word in ("gone", "lost", "here"))
_LEFT = (1000, 1001)  #: how a connection ends when the page is closed, or another one takes its place
_NONSENSE = 1003
_FULL = 1013
_LONGEST = 1 << 20  #: bytes of what an open page says; but where it brings all that a browser keeps


class Door(WebSocketHandler):
    """One connection of one page."""

    def initialize(self, room: "Room") -> None:
        self._room = room
        self._chapters = room.chapters
        self._pages = room.pages
        self._name = ""
        self._counted = False

    def check_origin(self, origin: str) -> bool:
        """Say whether a page may speak: one of ours, also under the name of a server that stands before this one."""
        return super().check_origin(origin) or self._room.names.public == (urlsplit(origin).hostname or "-")

    def open(self) -> None:
        """Let each message leave at once: a small one would wait 40 ms for the last to be acknowledged."""
        self.set_nodelay(True)
        self._counted = self._room.connections.take(self.request.remote_ip)
        if not self._counted:
            self.close(_FULL)
        self._patience = IOLoop.current().call_later(self._room.connections.patience, self._close_if_silent)

    def on_message(self, text: str | bytes) -> None:
        """Answer. Whatever is no message of a page ends the connection."""
        try:
            said = json.loads(text)
            if not isinstance(said, dict):
                raise TypeError("message")  # noqa: TRY301
            if self._name and len(text) > _LONGEST and not _takes_up(said.get("message")):
                raise ValueError("long")  # noqa: TRY301
            if "page" in said:
                self._greet(said)
            else:
                self._act(said)
        except (ValueError, TypeError, KeyError, RecursionError):
            self.close(_NONSENSE)

    def on_close(self) -> None:
        """Forget the page if it was closed; keep its sessions for a while if it was cut off."""
        IOLoop.current().remove_timeout(self._patience)
        if self._counted:
            self._room.connections.give_back(self.request.remote_ip)
        if self.close_code in _LEFT and self._pages.speaks(self._name, self):
            self._pages.forget(self._name)
        else:
            self._pages.left(self._name, self)

    def _close_if_silent(self) -> None:
        if not self._name:
            self.close(_NONSENSE)

    def _greet(self, said: dict[str, Any]) -> None:
        name, seen = said["page"], _number(said["seen"])
        if not isinstance(name, str) or not _NAME.fullmatch(name):
            raise ValueError("page")
        page = self._pages.get(name)
        if page and page.life == said["life"]:
            self._take(name, page)
            for word in page.come_back(seen):
                self._say(word)
            return
        chapter = self._chapters.version(said["chapter"], said["edition"], said["version"])
        if chapter is None:
            self._say(_GONE)
            return
        page = OpenPage(chapter.open(drawn=said["life"] is None), self.request.remote_ip)
        self._pages.add(name, page)
        self._take(name, page)
        self._say(page.open(_read(said["kept"]), said["open"]))

    def _take(self, name: str, page: OpenPage) -> None:
        """Be the connection of a page, in the place of an earlier one that may be cut without knowing it."""
        before, page.connection, self._name = page.connection, self, name
        if isinstance(before, Door) and before is not self:
            before.close()

    def _act(self, said: dict[str, Any]) -> None:
        page = self._pages.speaks(self._name, self)
        if page is None:
            self._say(_LOST)
            return
        page.heard(_number(said["seen"]))
        if "n" not in said:
            self._say(_HERE)
        elif answer := page.answer(_number(said["n"]), said["to"], _taken_up(said["message"])):
            self._say(answer)

    def _say(self, word: str) -> None:
        with contextlib.suppress(WebSocketClosedError):  # a page that has gone hears nothing, now or a moment later
            self.write_message(word).add_done_callback(lambda done: done.exception())


def _read(kept: object) -> object:
    """Return what a browser keeps, each item read from the text that it is; what cannot be read stays a text."""
    return {name: _value(text) for name, text in kept.items()} if isinstance(kept, dict) else kept


def _takes_up(message: object) -> bool:
    return isinstance(message, dict) and message.get("do") == "resume" and isinstance(message.get("answers"), dict)


def _taken_up(message: object) -> object:
    """Return a message; what a browser keeps, which a screen sends when it is first shown, is read."""
    if not _takes_up(message):
        return message
    return {**message, "answers": {"kept": _read(message["answers"].get("kept"))}}


def _value(text: object) -> object:
    try:
        return json.loads(text) if isinstance(text, str) else text
    except (ValueError, RecursionError):
        return text


def _number(value: object) -> int:
    if type(value) is not int:
        raise TypeError("number")
    return value
