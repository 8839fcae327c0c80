"""The board of a classroom: its pieces as a trainer's page shows them, and what the trainer asks for on it.

The page hears `{"pieces": {id: HTML}, "order": [ids of the tablets], "say", "focus"}`: first all of it, then what has
changed. It says `{"do": "coming", "seat": "4"}`: what can be done are the methods `_do_<what>` here.
"""

from collections.abc import Mapping
from typing import Any

from practice.classroom.board_drawing import Desk, draw_desk, draw_one, draw_seat, draw_totals
from practice.classroom.classroom import Classroom
from practice.classroom.places import Destinations
from practice.classroom.rows import Row, by_need, minutes, news
from practice.classroom.seat_rows import row_of


class Board:
    """One page of a board. Parameters: the classroom, and where its tablets can be sent."""

    def __init__(self, classroom: Classroom, places: Destinations) -> None:
        self.classroom, self._places = classroom, places
        self._editions = places.editions
        self._closing = self._renewing = False
        self._chosen: int | None = None  # the tablet whose panel is open
        self._told = ""  # what came of the last order
        self._aim(places.first)
        self._rows: list[Row] = []
        self._pieces: dict[str, str] = {}
        self._focus = self._say = ""
        self.look()

    # ---- What the page shows

    @property
    def pieces(self) -> Mapping[str, str]:
        """All pieces, by id, as they were when one last looked."""
        return self._pieces

    @property
    def order(self) -> list[str]:
        """The ids of the tablets, who needs somebody first."""
        return [_id(row) for row in self._rows]

    def whole(self) -> dict[str, Any]:
        """Return all that the page is to show."""
        self.look()
        return {"pieces": self._pieces, "order": self.order}

    def look(self) -> dict[str, Any]:
        """Return what has changed since one last looked; nothing if nothing has."""
        now = self.classroom.now()
        rows = by_need(row_of(seat, now, self._places) for seat in self.classroom.seats)
        before, pieces, order = self._rows, self._pieces, self.order
        known = {row.number: row for row in before}
        self._rows, self._pieces = rows, self._draw(rows)
        self._pieces |= {_id(row): pieces[_id(row)] if known.get(row.number) == row else draw_seat(row) for row in rows}
        changed = {name: html for name, html in self._pieces.items() if pieces.get(name) != html}
        told = {"pieces": changed, "order": self.order if self.order != order else None}
        told |= {"say": " ".join(filter(None, (self._say, news(before, rows)))), "focus": self._focus}
        self._focus = self._say = ""
        return {name: what for name, what in told.items() if what}

    def _draw(self, rows: list[Row]) -> dict[str, str]:
        """Return the pieces that are of all tablets, and the panel of the one that is chosen."""
        left = max((seat.pause_left(self.classroom.now()) for seat in self.classroom.seats), default=0.0)
        pause = f"Encore {minutes(round(left / 60))}." if left else ""
        dealt, waiting = self.classroom.dealing.on, tuple(self.classroom.new_session.waiting)
        about = (self._editions, self._chapter, self._steps, pause, self._closing, self._told)
        desk = Desk(*about, dealt=dealt, renewing=self._renewing, waiting=waiting)
        one = next((row for row in rows if row.number == self._chosen), None)
        return {
            "room-totals": draw_totals(rows),
            "room-desk": draw_desk(desk),
            "room-one": draw_one(one, desk, rows),
        }

    # ---- What the trainer does

    def do(self, said: object) -> None:
        """Do what the page says. Raises ValueError for what is none of its words, or of no tablet that is there."""
        act = getattr(self, f"_do_{said.get('do')}", None) if isinstance(said, dict) else None
        if act is None:
            raise ValueError("do")
        try:
            act({str(name): value for name, value in said.items() if isinstance(value, str)})
        except LookupError as error:
            raise ValueError("seat") from error

    def _do_coming(self, said: Mapping[str, str]) -> None:
        self.classroom.coming(_seat(said))

    def _do_helped(self, said: Mapping[str, str]) -> None:
        self.classroom.done(_seat(said))

    def _do_choose(self, said: Mapping[str, str]) -> None:
        """Open the panel of a tablet; without one, close the one that is open."""
        before, self._chosen = self._chosen, _seat(said) if said.get("seat") else None
        self._focus = "one-title" if self._chosen else f"seat-{before}-choose"

    def _do_aim(self, said: Mapping[str, str]) -> None:
        self._aim(said.get("chapter", ""))

    def _do_send(self, said: Mapping[str, str]) -> None:
        """Open a chapter, or a step of it, on one tablet or on all."""
        key, one = said.get("chapter", ""), said.get("seat")
        self.classroom.go(self._places.address(key, said.get("step", "")), [_seat(said)] if one else None)
        to = f"sur la tablette {_seat(said)}" if one else "sur toutes les tablettes"
        self._tell(f"Ouvert {to}\N{NO-BREAK SPACE}: {self._places.title(key)}.")

    def _do_pause(self, said: Mapping[str, str]) -> None:
        self.classroom.pause(60 * int(said.get("minutes", "")))
        self._tell("")

    def _do_free(self, _: Mapping[str, str]) -> None:
        self.classroom.free()

    def _do_watch(self, said: Mapping[str, str]) -> None:
        self.classroom.showing.ask(_seat(said))

    def _do_unwatch(self, _: Mapping[str, str]) -> None:
        self.classroom.showing.end()

    def _do_number(self, said: Mapping[str, str]) -> None:
        """Give a tablet another number, that of another one or a free one."""
        before, number = _seat(said), int(said.get("to", ""))
        self.classroom.swap(before, number)
        self._chosen, self._focus = number, "one-title"

    def _do_deal(self, _: Mapping[str, str]) -> None:
        """Have each tablet play its own person, or the chapter's again."""
        dealing = self.classroom.dealing
        (dealing.stop if dealing.on else dealing.start)()
        self._focus = "room-deal"

    def _do_ask_new(self, _: Mapping[str, str]) -> None:
        self._renewing, self._focus = True, "room-new-title"

    def _do_no_new(self, _: Mapping[str, str]) -> None:
        self._renewing, self._focus = False, "room-new"

    def _do_new(self, _: Mapping[str, str]) -> None:
        """Begin a new session, once that was asked for."""
        if self._renewing:
            self._renewing, self._focus = False, "room-new-title"
            self.classroom.new_session.begin()

    def _do_go_on(self, _: Mapping[str, str]) -> None:
        self.classroom.new_session.go_on()
        self._focus = "room-new"

    def _do_cancel_new(self, _: Mapping[str, str]) -> None:
        self.classroom.new_session.cancel()
        self._focus = "room-new"

    def _do_ask_close(self, _: Mapping[str, str]) -> None:
        self._closing, self._focus = True, "room-sure-title"

    def _do_keep(self, _: Mapping[str, str]) -> None:
        self._closing, self._focus = False, "room-close"

    def _do_close_room(self, _: Mapping[str, str]) -> None:
        """Close the room, once that was asked for."""
        if self._closing:
            self.classroom.close()

    def _aim(self, key: str) -> None:
        self._chapter, self._steps = key, self._places.steps(key)

    def _tell(self, words: str) -> None:
        self._told = self._say = words


def _seat(said: Mapping[str, str]) -> int:
    """Return the number that a message says. Raises ValueError for what is none."""
    return int(said.get("seat", ""))


def _id(row: Row) -> str:
    return f"seat-{row.number}"
