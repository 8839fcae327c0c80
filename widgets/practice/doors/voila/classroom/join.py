"""How a tablet joins the room: by its link, which a camera reads, or by its code, which is typed."""

import re
from http import HTTPStatus
from typing import TYPE_CHECKING

from tornado.web import HTTPError

from practice.doors.voila.classroom import SEAT
from practice.doors.voila.handlers import PageHandler
from practice.doors.voila.limits import Requests

if TYPE_CHECKING:
    from practice.classroom.classroom import Classroom
    from practice.classroom.seat import Seat
    from practice.doors.voila.room import Room

MOST_WRONG = 20  #: codes that one address may try in a minute, so that nobody tries them all
_LONGEST = 40  #: letters that are looked at of a code


class RoomHandler(PageHandler):
    """A page of the room. Where the room is closed, there is none."""

    @property
    def classroom(self) -> "Classroom":
        if self.room.classroom is None:
            raise HTTPError(HTTPStatus.NOT_FOUND)
        return self.room.classroom

    def set_default_headers(self) -> None:
        """Say what a page may do: these have a form. Nothing of them is to be kept."""
        super().set_default_headers()
        told = self._headers["Content-Security-Policy"]
        self.set_header("Content-Security-Policy", told.replace("form-action 'none'", "form-action 'self'"))
        self.set_header("Cache-Control", "no-store")

    def seat_here(self) -> "Seat | None":
        """Return the seat that this tablet has already."""
        return self.classroom.seat_of(self.get_cookie(SEAT))

    def keep_claim(self, seat: "Seat") -> None:
        """Have the tablet keep its claim: no script reads it, and no other site sends it."""
        secure = self.request.protocol == "https"
        claim = self.classroom.claim(seat)
        self.set_cookie(SEAT, claim, path=self.room.prefix, httponly=True, samesite="Strict", secure=secure)


class JoinHandler(RoomHandler):
    """Gives a tablet its number, by a link or by the form, and says what the room sees of it."""

    def initialize(self, room: "Room", wrong_codes: Requests) -> None:  # type: ignore[override]
        self.room, self._wrong_codes = room, wrong_codes

    def get(self, code: str | None) -> None:
        """Answer with the form, what is wrong with a code, or the number of this tablet."""
        if self.room.classroom is None:
            self.set_status(HTTPStatus.GONE)
            self._show("join", wrong="closed")
            return
        seat = self.seat_here()
        typed = (self.get_query_argument("code", "") if code is None else code)[:_LONGEST]
        if seat:
            self._show("joined", seat=seat)
        elif self._wrong_codes.has_none_left(self.request.remote_ip):
            self.set_status(HTTPStatus.TOO_MANY_REQUESTS)
            self._show("join", wrong="many")
        elif not typed.strip():
            self._show("join", wrong="empty" if "code" in self.request.query_arguments else "")
        elif not self.classroom.keys.is_code(typed):
            self._wrong_codes.take(self.request.remote_ip)
            self._show("join", wrong="code", typed=typed)
        else:
            self._seat()

    @property
    def _wanted(self) -> int:
        """The number on the strip that was photographed (sheets/slips.py); 0 for none, and for nonsense."""
        said = self.get_query_argument("tablette", "")
        return int(said) if re.fullmatch(r"\d{1,2}", said, re.ASCII) else 0

    def _seat(self) -> None:
        if "prefetch" in self.request.headers.get("Sec-Purpose", ""):  # nobody has asked yet
            raise HTTPError(HTTPStatus.NOT_FOUND)
        seat = self.classroom.join(wanted=self._wanted)
        if seat is None:
            self.set_status(HTTPStatus.SERVICE_UNAVAILABLE)
            self._show("join", wrong="full")
            return
        self.keep_claim(seat)
        self.redirect(f"{self.room.prefix}rejoindre")

    def _show(self, name: str, **told: object) -> None:
        self.finish(self.room.page(name, join=f"{self.room.prefix}rejoindre", wanted=self._wanted, **told))


class RenewHandler(RoomHandler):
    """Gives a tablet that has a seat its claim anew: its number has changed."""

    def get(self) -> None:
        """Answer with the cookie, and nothing else; 404 for who has no seat."""
        seat = self.seat_here()
        if seat is None:
            raise HTTPError(HTTPStatus.NOT_FOUND)
        self.keep_claim(seat)
        self.set_status(HTTPStatus.NO_CONTENT)
        self.finish()
