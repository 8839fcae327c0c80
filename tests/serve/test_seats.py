"""A seat waits for its page through a cut and a coffee break, and for no longer."""

from typing import Any

import pytest
from tornado.websocket import WebSocketClosedError

from atelier_ameli.serve.seats import Place, Seats


class Page:
    """A page's connection; what it hears while it is cut is lost."""

    def __init__(self) -> None:
        self.heard: list[str] = []
        self.cut = False

    def write_message(self, line: str) -> None:
        if self.cut:
            raise WebSocketClosedError
        self.heard.append(line)

    def close(self) -> None:
        self.cut = True


class Process:
    """A seat that says nothing."""

    page: Any = None
    closed = False

    def close(self) -> None:
        self.closed = True


def test_what_is_said_while_the_page_is_away_it_hears_once_when_it_is_back():
    place, first, second = Place(Process()), Page(), Page()
    place.say("before it came")
    place.take(first)
    place.say("now")
    first.close()
    place.say("in the cut")
    place.leave(first)
    place.say("later")
    place.take(second)
    place.say("again")
    assert first.heard == ["before it came", "now"]
    assert second.heard == ["in the cut", "later", "again"]


def test_a_page_that_comes_back_takes_the_place_of_its_old_connection():
    place, old, new = Place(Process()), Page(), Page()
    place.take(old)
    place.take(new)
    assert old.cut
    place.leave(old)  # heard of only now
    place.say("hello")
    assert new.heard == ["hello"]


def test_only_a_seat_whose_page_has_been_away_for_longer_than_a_break_is_given_back(monkeypatch):
    seats = Seats(idle_seconds=3600, check_seconds=120)
    places = {name: Place(Process()) for name in ("forgotten", "open", "break")}
    seats.taken |= places
    places["open"].take(Page())
    for name, minutes in {"forgotten": 61, "open": 61, "break": 45}.items():
        places[name].left_at -= 60 * minutes
    seats.cull()
    assert list(seats.taken) == ["open", "break"]
    assert [place.seat.closed for place in places.values()] == [True, False, False]


def test_a_page_is_told_that_its_seat_is_gone():
    seats, page, seat = Seats(0, 0), Page(), Process()
    seats.taken["a"] = Place(seat)
    seats.taken["a"].take(page)
    seats.close("a")
    assert seat.closed
    assert '"dead"' in page.heard[0]
    with pytest.raises(KeyError):
        seats.close("a")
