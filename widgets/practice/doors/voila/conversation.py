"""What a page and its sessions say to each other, whatever joins them: a websocket here, a worker in a browser.

The page greets, once for each connection: `{"page", "chapter", "version", "edition", "life", "seen", "open", "kept"}`.
It hears `{"life", "open": [[key, answer], …]}` when its sessions are made, `{"life", "done"}` and the answers it has
missed when they are there, or `{"gone": true}` when its chapter is no longer what it was. `open` are the keys of the
screens that it has shown, none at first; `kept` what its browser keeps, texts.

Then each action is `{"n", "to", "seen", "message"}`, and its answer `{"n", "to", "answer"}`; `{"lost": true}` asks for
another greeting. The first action of a screen is `resume`, when its step is first shown: the session is made then.
Where the tablet has a seat in a trainer's room, `{"room": {…}}` goes both ways beside it (practice/classroom/visit.py).
The page's half is static/link.js.
"""

import json
import re
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from practice.doors.voila.open_pages import OpenPage, OpenPages

if TYPE_CHECKING:
    from practice.classroom.visit import Visit
    from practice.doors.voila.chapters import DrawnChapter

_NAME = re.compile(r"[0-9a-f]{32}")
_GONE, _LOST, _HERE = (json.dumps({word: True}) for word in ("gone", "lost", "here"))
_LONGEST = 1 << 20  #: bytes of what an open page says; but where it brings all that a browser keeps
_LONGEST_WORD = 2000  #: bytes of what it says to the room

#: the name of a chapter, its edition, its version, as a page says them -> its page, if it is still the one
Find = Callable[[object, object, object], "DrawnChapter | None"]


class NonsenseError(ValueError):
    """What was heard is no message of a page."""


class Conversation:
    """One connection of one page. Parameters: what finds its chapter, all open pages, where it is, what ends it.

    `visit` is its place in a trainer's room, if it has one.
    """

    visit: "Visit | None" = None

    def __init__(self, find: Find, pages: OpenPages, address: str = "", end: Callable[[], None] = bool) -> None:
        self.end = end
        self._find = find
        self._pages = pages
        self._address = address
        self._name = ""

    @property
    def has_begun(self) -> bool:
        """Whether the page has greeted."""
        return bool(self._name)

    def hear(self, text: str | bytes) -> list[str]:
        """Return what to say to a message, in order. Raises NonsenseError."""
        try:
            said = json.loads(text)
            if "room" in said:
                return self._tell_room(said["room"], len(text))
            if self._name and len(text) > _LONGEST and not _takes_up(said["message"]):
                raise ValueError("long")  # noqa: TRY301
            return self._greet(said) if "page" in said else self._act(said)
        except (ValueError, TypeError, KeyError, RecursionError) as error:
            raise NonsenseError from error

    def leave(self, *, closed: bool) -> None:
        """Forget the page if it was `closed`; keep its sessions for a while if it was cut off."""
        if self.visit:
            self.visit.left()
        if closed and self._pages.speaks(self._name, self):
            self._pages.forget(self._name)
        else:
            self._pages.left(self._name, self)

    def _greet(self, said: dict[str, Any]) -> list[str]:
        name, seen = said["page"], _number(said["seen"])
        if not isinstance(name, str) or not _NAME.fullmatch(name):
            raise ValueError("page")
        page = self._pages.get(name)
        if page and page.life == said["life"]:
            self._take(name, page)
            return [*page.come_back(seen), *self._enter_room(page)]
        chapter = self._find(said["chapter"], said["edition"], said["version"])
        if chapter is None:
            return [_GONE]
        instead = self.visit.instead(said["edition"]) if self.visit else None
        page = OpenPage(chapter.open(drawn=said["life"] is None, instead=instead), self._address)
        self._pages.add(name, page)
        self._take(name, page)
        return [page.open(_read(said["kept"]), said["open"]), *self._enter_room(page)]

    def _take(self, name: str, page: OpenPage) -> None:
        """Be the connection of a page, in the place of an earlier one that may be cut without knowing it."""
        before, page.connection, self._name = page.connection, self, name
        if isinstance(before, Conversation) and before is not self:
            before.end()

    def _act(self, said: dict[str, Any]) -> list[str]:
        page = self._pages.speaks(self._name, self)
        if page is None:
            return [_LOST]
        page.heard(_number(said["seen"]))
        if "n" not in said:
            return [_HERE]
        answer = page.answer(_number(said["n"]), said["to"], _taken_up(said["message"]))
        if self.visit and answer:
            self.visit.acted(said["to"], said["message"])
        return [answer] if answer else []

    def _enter_room(self, page: OpenPage) -> list[str]:
        """Return what the room says to a page that has greeted, if its tablet has a seat there."""
        told = self.visit and self.visit.opened(page.sessions)
        return [json.dumps({"room": told})] if told else []

    def _tell_room(self, said: object, length: int) -> list[str]:
        """Tell the room what a page says to it; what it answers comes by itself."""
        if not self.visit or not self._name or length > _LONGEST_WORD:
            raise ValueError("room")
        self.visit.hear(said)
        return []


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
