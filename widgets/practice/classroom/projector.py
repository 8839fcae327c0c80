"""The projector of a classroom: how to come in, or the screen that a learner agreed to show. It has one piece."""

from typing import Any

from practice.classroom.classroom import Classroom
from practice.classroom.drawing import draw
from practice.classroom.rows import counted
from practice.drawing.qr import qr_code


class Projector:
    """One page that is projected. `address` begins all addresses of the course for tablets; nothing without one."""

    def __init__(self, classroom: Classroom, address: str) -> None:
        self.classroom, self._address = classroom, address
        self.pieces: dict[str, str] = {}
        self.look()

    def whole(self) -> dict[str, Any]:
        """Return all that the page is to show."""
        self.look()
        return {"pieces": self.pieces}

    def look(self) -> dict[str, Any]:
        """Return what has changed since one last looked; nothing if nothing has."""
        before, self.pieces = self.pieces, {"projector": self._draw()}
        return {"pieces": self.pieces} if self.pieces != before else {}

    def do(self, said: object) -> None:
        """Raise ValueError: whoever looks says nothing."""
        raise ValueError(said)

    def _draw(self) -> str:
        seat = self.classroom.showing.seat
        if seat:
            return draw("shown", number=seat.number, html=self.classroom.showing.drawing(), here=seat.connected)
        keys, join = self.classroom.keys, self._address and f"{self._address}rejoindre"
        picture = join and qr_code(f"{join}/{keys.code}", "projector-drawing", 2)
        words = join.partition("://")[2]
        there = sum(seat.connected for seat in self.classroom.seats)
        here = f"{counted(there, 'tablette')} {'sont' if there > 1 else 'est'} là." if there else ""
        return draw("join_here", picture=picture, address=words, code=keys.spoken_code, here=here)
