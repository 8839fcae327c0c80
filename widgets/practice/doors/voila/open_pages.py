"""Pages that are open in learners' browsers, and their sessions. Plain Python: no socket, no thread, no clock.

A page is remembered from its first message on, so that one that never speaks costs nothing. What is remembered can be
lost at any moment: the page then makes its sessions anew, from what its own browser keeps. So there is a most that are
remembered, and the one that has been silent for longest makes room.
"""

import json
import secrets
from collections import Counter, OrderedDict
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from practice.session import Session

if TYPE_CHECKING:
    from practice.doors.voila.chapters import Sessions

MOST_PAGES = 1000
MOST_UNHEARD = 500  #: answers of one page; after a long cut, hers come back to a learner who has gone on by tens
IDLE = 900.0  #: seconds that a page which is not connected is remembered for; it then goes on from what is kept


class OpenPage:
    """The sessions of one page, by key, and the answers that it may not have heard.

    A session is made when the page first shows its screen; the page then sends what its browser keeps, as an action.
    Each action of the page has a number, and is done once: an action that comes again, after a cut, is passed over, and
    its answer is among those to be said again.
    """

    def __init__(self, sessions: "Sessions | Mapping[str, Session]", address: str = "") -> None:
        self.sessions = sessions
        self.address = address  #: of the computer that shows it
        self.life = secrets.token_hex(4)  #: tells this memory of a page from another of the same page
        self.done = 0  #: number of the last action
        self.connection: object = None  #: what the page is connected by; None while it is not
        self._unheard: dict[int, str] = {}

    def open(self, kept: object, keys: object = ()) -> str:
        """Take up what the browser kept in the sessions that the page shows; return the first word to the page."""
        message = {"do": "resume", "answers": {"kept": kept}, "turn": 0}
        sessions = [(key, self._session(key)) for key in keys] if isinstance(keys, list | tuple) else []
        answers = [(key, session.answer(message)) for key, session in sessions if session]
        return json.dumps({"life": self.life, "open": answers})

    def _session(self, key: object) -> Session | None:
        return self.sessions.get(key) if isinstance(key, str) else None

    def answer(self, number: int, key: object, message: object) -> str | None:
        """Do an action in one of the sessions, and return what to say to the page; None for one done before.

        Raises ValueError for a page that speaks and speaks, and hears nothing.
        """
        if number <= self.done:
            return None
        if len(self._unheard) >= MOST_UNHEARD:
            raise ValueError("unheard")
        self.done = number
        session = self._session(key)
        answer = session.answer(message) if session else {}
        self._unheard[number] = said = json.dumps({"n": number, "to": key, "answer": answer})
        return said

    def come_back(self, seen: int) -> list[str]:
        """Return what to say to a page that is connected again, and has heard the answers up to `seen`."""
        self.heard(seen)
        return [json.dumps({"life": self.life, "done": self.done}), *self._unheard.values()]

    def heard(self, seen: int) -> None:
        """Forget the answers that the page has heard."""
        self._unheard = {number: said for number, said in self._unheard.items() if number > seen}


class OpenPages:
    """All open pages, by the name that each page gives itself. `now` is a clock, in seconds."""

    def __init__(self, now: Callable[[], float], most: int = MOST_PAGES, idle: float = IDLE) -> None:
        self._now = now
        self._most = most
        self._idle = idle
        self._pages: OrderedDict[str, OpenPage] = OrderedDict()  # the one that has been silent for longest comes first
        self._spoke: dict[str, float] = {}

    def __len__(self) -> int:
        return len(self._pages)

    @property
    def sessions(self) -> int:
        """How many sessions are remembered: those of the screens that pages have shown."""
        return sum(len(page.sessions) for page in self._pages.values())

    def get(self, name: str) -> OpenPage | None:
        """Return a page that is remembered, and note that it speaks."""
        page = self._pages.get(name)
        if page:
            self._pages.move_to_end(name)
            self._spoke[name] = self._now()
        return page

    def add(self, name: str, page: OpenPage) -> None:
        """Remember a page, in the place of another of this name. One makes room: of the address with the most of them.

        So whoever opens pages without end pushes out her own.
        """
        self._pages[name] = page
        self._pages.move_to_end(name)
        self._spoke[name] = self._now()
        while len(self._pages) > self._most:
            crowd, _ = Counter(page.address for page in self._pages.values()).most_common(1)[0]
            self.forget(next(name for name, page in self._pages.items() if page.address == crowd))

    def forget(self, name: str) -> None:
        """Forget a page."""
        self._pages.pop(name, None)
        self._spoke.pop(name, None)

    def cull(self) -> None:
        """Forget the pages that have not been connected for long."""
        for name, page in list(self._pages.items()):
            if page.connection is None and self._now() - self._spoke[name] > self._idle:
                self.forget(name)

    def left(self, name: str, connection: object) -> None:
        """Note that a connection has ended; that of a page which has another one by now changes nothing."""
        page = self._pages.get(name)
        if page and page.connection is connection:
            page.connection = None
            self._spoke[name] = self._now()

    def speaks(self, name: str, connection: object) -> OpenPage | None:
        """Return the page that speaks by this connection, if it is still remembered."""
        page = self.get(name)
        return page if page and page.connection is connection else None
