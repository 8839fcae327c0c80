"""Showing a screen to the room: the trainer asks, the learner accepts or refuses, it ends by itself."""

import re
from typing import TYPE_CHECKING

from practice.classroom.seat import Watch

if TYPE_CHECKING:
    from practice.classroom.classroom import Classroom
    from practice.classroom.seat import Seat

SHOWN_FOR = 120.0  #: seconds
ASKED_FOR = 60.0  #: seconds that a question waits for an answer
_ASKED = "Une question pour vous, en haut de la page."
_SHOWN = "Votre écran est montré à la salle."
_NOT = "C'est noté. Votre écran n'est pas montré."
_OVER = "La salle ne voit plus votre écran."
_SECRET = re.compile(r"<(?:input|textarea)\b[^>]*\bdata-secret\b[^>]*>")
_VALUE = re.compile(r"""\svalue=("[^"]*"|'[^']*'|[^\s>]*)""")


class Showing:
    """The one screen of a classroom that is asked for, or shown."""

    def __init__(self, classroom: "Classroom") -> None:
        self._classroom = classroom
        self._seat: Seat | None = None
        self._until = 0.0

    @property
    def seat(self) -> "Seat | None":
        """The seat whose screen is shown."""
        return self._seat if self._seat and self._seat.watch is Watch.SHOWN else None

    def ask(self, number: int) -> None:
        """Ask a seat whether its screen may be shown, instead of any other. Raises LookupError."""
        seat = self._classroom.seat(number)
        if seat is None:
            raise LookupError(number)
        if seat is self._seat and seat.watch in (Watch.ASKED, Watch.SHOWN):
            return
        self.end()
        self._seat = seat
        self._become(Watch.ASKED, ASKED_FOR, _ASKED)

    def answer(self, seat: "Seat", *, accepts: bool) -> None:
        """Take what the learner says to the question. Without one, nothing is shown."""
        if seat is self._seat and seat.watch is Watch.ASKED:
            watch, seconds, words = (Watch.SHOWN, SHOWN_FOR, _SHOWN) if accepts else (Watch.REFUSED, ASKED_FOR, _NOT)
            self._become(watch, seconds, words)

    def stop(self, seat: "Seat") -> None:
        """End it as the learner wants."""
        if seat is self.seat:
            self.end()

    def end(self) -> None:
        """Show no screen any more, and ask for none."""
        seat, self._seat = self._seat, None
        if seat and seat.watch is not Watch.NOT:
            was, seat.watch = seat.watch, Watch.NOT
            self._classroom.tell_seat(seat, _OVER if was is Watch.SHOWN else "")

    def look(self) -> None:
        """End what has lasted long enough."""
        if self._seat and self._classroom.now() >= self._until:
            self.end()

    def drawing(self) -> str:
        """Return the last drawing of the screen that is shown, without what is in secret fields; nothing for none."""
        seat = self.seat
        session = seat.visits[-1].shown if seat and seat.visits else None
        return without_secrets(session.html) if session else ""

    def _become(self, watch: Watch, seconds: float, words: str) -> None:
        self._seat.watch = watch
        self._until = self._classroom.now() + seconds
        self._classroom.tell_seat(self._seat, words)


def without_secrets(html: str) -> str:
    """Return a drawing whose secret fields are empty.

    >>> without_secrets('<input id="a" value="1234" data-secret> <input value="Zoé">')
    '<input id="a" data-secret> <input value="Zoé">'
    """
    return _SECRET.sub(lambda found: _VALUE.sub("", found[0]), html)
