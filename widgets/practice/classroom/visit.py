"""Visits: one page of one seat while it is open, and what it and the room say to each other.

The page hears `{"room": {…}}`, the whole of what holds for it, after its greeting and whenever something changes:
`begins` (the first one of a connection), `bar` (HTML), `stays` (the bar stays in view), `over` (HTML that covers the
page for `seconds`, or none), `say` (aloud, once), `player` (whom it plays), `go` (`{"number", "href"}`: leave for
there), `empty` (`{"number", "href"}`: forget the work of this tablet, and leave), `renew` (where to ask for its claim
anew).
It says, at most: `{"room": {"do": "help"}}`, `"thanks"`, `"accept"`, `"refuse"`, `"stop"`, `"noted"`, `{"do":
"emptied", "number": 3}`, and `{"do": "at", "step": 3, "screens": ["exercice1"], "went": 2}`: which step is shown, with
which screens, and the number of the last `go` that it has heard. Whatever else ends its connection.
A new word of a page is a method `_hear_<do>` here.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Protocol

from practice.classroom.activity import activity_of, first_of
from practice.classroom.seat import Help
from practice.course.outline.contents import KEY
from practice.session import Session

if TYPE_CHECKING:
    from practice.classroom.classroom import Classroom
    from practice.classroom.seat import Seat

_HIGHEST = 999  #: steps of a chapter
_MOST_PAGES = 20  #: of a seat, that hear the room
_MOST_SCREENS = 30  #: of a step
_MOST_WORDS, _IN = 60, 10.0  #: that a page may say in so many seconds: nobody's fingers do more

#: what brings a message to a page
Tell = Callable[[dict[str, Any]], None]


class Sessions(Protocol):
    """The sessions of a page, by key. `place` is its chapter and its edition, which the page itself does not say."""

    @property
    def place(self) -> tuple[str, str]: ...

    def get(self, key: str) -> Session | None:
        """Return a session, if the page has it."""


class Visit:
    """One connection of one page of a seat. `tell` brings it what the room says."""

    def __init__(self, classroom: "Classroom", seat: "Seat", tell: Tell) -> None:
        self.classroom, self.seat, self.tell = classroom, seat, tell
        self.renews = False  #: its claim is no longer the right one
        self.sessions: Sessions | None = None  #: of its page, once it has greeted
        self.shown: Session | None = None  #: the session that its learner sees, or used last
        self._said: list[float] = []

    # ---- What a conversation calls

    def opened(self, sessions: Sessions) -> dict[str, Any]:
        """Note that the page has greeted: it has a place in the room now. Return the first thing to tell it."""
        seat, now = self.seat, self.classroom.now()
        self.sessions = sessions
        if sessions.place != (seat.chapter, seat.edition):
            seat.chapter, seat.edition = sessions.place
            seat.step, seat.activity, seat.progress = 0, None, now
        self._use()
        seat.been_here, seat.away_since = True, None
        self.classroom.tell_changed()
        return self.classroom.state(self, begins=True)

    def acted(self, key: object, message: object) -> None:
        """Note what the learner has done in one of the screens; that one is shown is no doing."""
        is_shown = isinstance(message, dict) and message.get("do") == "resume"
        is_other = is_shown or key == KEY or not isinstance(key, str)
        session = None if is_other or not self.sessions else self.sessions.get(key)
        if session is None:
            return
        self._use()
        self.shown = session
        self.seat.does(activity_of(session), self.classroom.now())
        self.classroom.tell_changed()
        if self.seat.note:
            self.seat.note = ""
            self.classroom.tell_seat(self.seat)

    def hear(self, said: object) -> None:
        """Hear what the page says to the room. Raises ValueError for whatever is none of its words."""
        now = self.classroom.now()
        self._said = [*(when for when in self._said if now - when < _IN), now]
        do = said.get("do") if isinstance(said, dict) else None
        hear = _WORDS.get(do) if isinstance(do, str) else None
        if hear is None or len(self._said) > _MOST_WORDS:
            raise ValueError("room")
        hear(self, said)

    def instead(self, edition: object) -> dict[str, str]:
        """Return whom this tablet plays instead of whom in an edition, if that is dealt."""
        return self.classroom.dealing.instead(edition, self.seat.number) if isinstance(edition, str) else {}

    def left(self) -> None:
        """Note that the connection has ended."""
        seat = self.seat
        if self in seat.visits:
            seat.visits.remove(self)
            if not seat.visits:
                seat.away_since = self.classroom.now()
            self.classroom.tell_changed()

    # ---- What a page says

    def _hear_help(self, _: dict[str, Any]) -> None:
        if self.seat.help is Help.NONE:
            self.seat.help, self.seat.help_since = Help.ASKED, self.classroom.now()
        self.classroom.tell_seat(self.seat, "Votre demande d'aide est envoyée.")

    def _hear_thanks(self, _: dict[str, Any]) -> None:
        self.seat.help = Help.NONE
        self.classroom.tell_seat(self.seat, "C'est noté. Vous pouvez continuer.")

    def _hear_accept(self, _: dict[str, Any]) -> None:
        self.classroom.showing.answer(self.seat, accepts=True)

    def _hear_refuse(self, _: dict[str, Any]) -> None:
        self.classroom.showing.answer(self.seat, accepts=False)

    def _hear_stop(self, _: dict[str, Any]) -> None:
        self.classroom.showing.stop(self.seat)

    def _hear_noted(self, _: dict[str, Any]) -> None:
        self.classroom.new_session.noted(self.seat)

    def _hear_emptied(self, said: dict[str, Any]) -> None:
        self.classroom.new_session.emptied(self.seat, _number(said.get("number"), 10**9))

    def _hear_at(self, said: dict[str, Any]) -> None:
        """Note which step is shown, by its number: no word of the page is believed, or shown to anybody."""
        step, screens, went = _number(said.get("step", 0), _HIGHEST), said.get("screens", []), said.get("went", 0)
        if not isinstance(screens, list) or len(screens) > _MOST_SCREENS:
            raise ValueError("screens")
        seat, now = self.seat, self.classroom.now()
        if seat.go and _number(went, 10**9) == seat.go.number:
            seat.go = None
        self._use()
        if step != seat.step:
            seat.step, seat.progress = step, now
        keys = [key for key in screens if isinstance(key, str) and key != KEY]
        self.shown = first_of(self.sessions.get(key) for key in keys) if self.sessions else None
        seat.does(activity_of(self.shown) if self.shown else None, now)
        self.classroom.tell_changed()

    def _use(self) -> None:
        """Be the page in use, of those of this seat."""
        visits = self.seat.visits
        if not visits or visits[-1] is not self:
            visits[:] = [*(one for one in visits if one is not self), self][-_MOST_PAGES:]


#: what a page may say -> what hears it
_WORDS: dict[str, Callable[[Visit, dict[str, Any]], None]] = {
    "help": Visit._hear_help,  # noqa: SLF001
    "thanks": Visit._hear_thanks,  # noqa: SLF001
    "accept": Visit._hear_accept,  # noqa: SLF001
    "refuse": Visit._hear_refuse,  # noqa: SLF001
    "stop": Visit._hear_stop,  # noqa: SLF001
    "noted": Visit._hear_noted,  # noqa: SLF001
    "emptied": Visit._hear_emptied,  # noqa: SLF001
    "at": Visit._hear_at,  # noqa: SLF001
}


def _number(value: object, most: int) -> int:
    if type(value) is not int or not 0 <= value <= most:
        raise ValueError("number")
    return value
