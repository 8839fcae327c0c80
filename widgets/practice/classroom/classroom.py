"""The classroom: its seats, and the orders that the trainer gives to one of them or to all.

The orders: `go` (leave for a chapter, a step, an exercise), `pause` (look at the screen of the room; it ends alone),
`free` (no longer), `coming` (« j'arrive »), `done` (nobody is wanted any more), `swap` (two tablets change numbers),
`close`, and those of `showing`, `dealing` and `new_session`. A seat that is away hears what still holds when it comes
back. Only a trainer's door may call them.
"""

from collections.abc import Callable, Iterable
from typing import Any

from practice.classroom import claims
from practice.classroom.course import Course
from practice.classroom.dealing import Dealing
from practice.classroom.drawing import draw_bar, draw_pause
from practice.classroom.keys import Keys
from practice.classroom.new_session import NewSession
from practice.classroom.seat import Go, Help, Seat, Watch
from practice.classroom.showing import Showing
from practice.classroom.visit import Tell, Visit

MOST_SEATS = 99
SHORTEST_PAUSE, LONGEST_PAUSE = 60, 300  #: seconds
_UNUSED = 120.0  #: seconds after which a number that was given, and never used, may be given again
_GO_HOLDS = 600.0  #: seconds for which a tablet that sleeps is still sent when it wakes
_SENT = "Cette page vous est proposée par votre formatrice ou votre formateur."
_COMING = "Quelqu'un arrive pour vous aider."
_CLOSED = "La salle est fermée. Vous pouvez continuer le chapitre."
_DONE = "Votre demande d'aide est terminée."


class Classroom:
    """A room while it is open.

    Parameters: its keys, a clock in seconds, where its tablets ask for a claim anew; what writes the keys down, what
    takes them away.
    """

    def __init__(
        self,
        keys: Keys,
        now: Callable[[], float],
        renew_at: str = "",
        keep: Callable[[], None] = bool,
        forget: Callable[[], None] = bool,
    ) -> None:
        self.keys, self.now = keys, now
        self._renew_at = renew_at
        self.keep, self._forget = keep, forget
        self._seats: dict[str, Seat] = {}  # by tablet
        self._may_come_back = keys.given
        self._sendings = 0
        self.course = Course()
        self.showing, self.dealing, self.new_session = Showing(self), Dealing(self), NewSession(self)
        self.listeners: set[Callable[[], None]] = set()  #: told whenever anything changes; they ask when they like

    # ---- Who sits where

    @property
    def seats(self) -> list[Seat]:
        """The tablets that have opened a page, by number."""
        return sorted((seat for seat in self._seats.values() if seat.been_here), key=lambda seat: seat.number)

    def seat(self, number: int) -> Seat | None:
        """Return the seat that has a number now."""
        return next((seat for seat in self._seats.values() if seat.number == number), None)

    def join(self, claim: str | None = None, wanted: int = 0) -> Seat | None:
        """Return the seat of a tablet: the one that it claims, or a new one; None when all numbers are taken.

        `wanted`: the number on the strip that its learner holds, if she has one; another tablet may have it already.
        """
        return self.seat_of(claim) or self._new_seat(claims.new_tablet(), wanted)

    def seat_of(self, claim: str | None) -> Seat | None:
        """Return the seat that a claim is for. One of before a restart is there again, with its number if it can be."""
        read = claims.read(self.keys.key, claim)
        if read is None:
            return None
        number, tablet = read
        return self._seats.get(tablet) or (self._new_seat(tablet) if self.seat(number) else self._take(number, tablet))

    def claim(self, seat: Seat) -> str:
        """Return what a tablet is to keep to have its seat again."""
        return claims.claim(self.keys.key, seat.number, seat.tablet)

    def enter(self, claim: str | None, tell: Tell) -> Visit | None:
        """Return the visit of a page that is being connected; None for one of a tablet that has no seat."""
        seat = self.seat_of(claim)
        if seat is None:
            return None
        visit = Visit(self, seat, tell)
        visit.renews = claim != self.claim(seat)
        return visit

    def swap(self, number: int, other: int) -> None:
        """Let two tablets change numbers; one takes the other number where nobody has it. Raises LookupError."""
        mine, theirs = self.seat(number), self.seat(other)
        if mine is None or not 1 <= other <= MOST_SEATS:
            raise LookupError(number)
        mine.number = other
        if theirs:
            theirs.number = number
        self._note_given(other)
        for seat in filter(None, (mine, theirs)):
            for visit in seat.visits:
                visit.renews = True
            self.tell_seat(seat, f"Cette tablette est maintenant la tablette {seat.number}.")

    def _new_seat(self, tablet: str, wanted: int = 0) -> Seat | None:
        self._give_back_unused()
        taken = {seat.number for seat in self._seats.values()}
        free = [number for number in range(1, MOST_SEATS + 1) if number not in taken]
        nobodys = [number for number in free if number > self._may_come_back]
        number = wanted if wanted in nobodys else next(iter(nobodys or free), None)
        return None if number is None else self._take(number, tablet)

    def _take(self, number: int, tablet: str) -> Seat:
        now = self.now()
        seat = self._seats[tablet] = Seat(number, tablet, now, progress=now, away_since=now)
        self._note_given(number)
        return seat

    def _note_given(self, number: int) -> None:
        if number > self.keys.given:
            self.keys.given = number
            self.keep()

    def _give_back_unused(self) -> None:
        old = self.now() - _UNUSED
        kept = self._seats.items()
        self._seats = {tablet: seat for tablet, seat in kept if seat.been_here or seat.visits or seat.taken > old}

    # ---- What the trainer asks

    def go(self, href: str, to: Iterable[int] | None = None, note: str = _SENT) -> None:
        """Send seats, or all of them, to an address of the course, with a word to the learner."""
        number = self.next_sending()
        for seat in self._chosen(to):
            seat.go, seat.note = Go(number, href, self.now() + _GO_HOLDS), note
            self.tell_seat(seat)

    def next_sending(self) -> int:
        """Return the number of one more sending."""
        self._sendings += 1
        return self._sendings

    def pause(self, seconds: float, to: Iterable[int] | None = None) -> None:
        """Have seats, or all of them, look at the screen of the room, for 1 to 5 minutes. Nothing is lost."""
        until = self.now() + min(max(seconds, SHORTEST_PAUSE), LONGEST_PAUSE)
        for seat in self._chosen(to):
            seat.pause_until = until
            self.tell_seat(seat)

    def free(self, to: Iterable[int] | None = None) -> None:
        """End the pause of seats, or of all."""
        for seat in self._chosen(to):
            if seat.pause_left(self.now()):
                seat.pause_until = self.now()
                self.tell_seat(seat)

    def coming(self, number: int) -> None:
        """Tell a seat that somebody comes. Raises LookupError."""
        self._answer(number, Help.COMING, _COMING)

    def done(self, number: int) -> None:
        """Note that a seat has been helped. Raises LookupError."""
        self._answer(number, Help.NONE, _DONE)

    def close(self) -> None:
        """End the room: no tablet has a number any more, and nothing of it is left."""
        self._forget()
        for seat in self._seats.values():
            for visit in seat.visits:
                visit.tell({"bar": "", "over": "", "seconds": 0.0, "say": _CLOSED})
            seat.visits.clear()
        self._seats.clear()
        self.tell_changed()

    def _answer(self, number: int, answer: Help, words: str) -> None:
        seat = self.seat(number)
        if seat is None:
            raise LookupError(number)
        if seat.help is not Help.NONE and seat.help is not answer:
            seat.help = answer
            self.tell_seat(seat, words)

    def _chosen(self, numbers: Iterable[int] | None) -> list[Seat]:
        wanted = None if numbers is None else set(numbers)
        return [seat for seat in self._seats.values() if wanted is None or seat.number in wanted]

    # ---- What is told

    def state(self, visit: Visit, say: str = "", *, begins: bool = False) -> dict[str, Any]:
        """Return all that holds for a page now, and what to say aloud. Who comes back hears it all."""
        seat, now = visit.seat, self.now()
        left = seat.pause_left(now)
        player = self.dealing.deal_to(seat)
        stays = (
            bool(seat.leaves)
            or seat.help is not Help.NONE
            or bool(seat.note)
            or seat.watch in (Watch.ASKED, Watch.SHOWN)
        )
        told: dict[str, Any] = {
            "bar": draw_bar(seat, player),
            "player": player.id if player else "",
            "stays": stays,
            "over": draw_pause(left) if left else "",
            "seconds": left,
        }
        if begins:
            told["begins"] = True
            say = say or (_COMING if seat.help is Help.COMING else seat.note)
        if say:
            told["say"] = say
        if seat.go and seat.go.until > now and seat.visits[-1:] == [visit]:
            told["go"] = {"number": seat.go.number, "href": seat.go.href}
        if seat.empty:
            told["empty"] = {"number": seat.empty.number, "href": seat.empty.href}
        if visit.renews:
            told["renew"], visit.renews = self._renew_at, False
        return told

    def tell_seat(self, seat: Seat, say: str = "") -> None:
        """Tell the pages of a seat what holds now; the one in use says it aloud."""
        for visit in list(seat.visits):
            visit.tell(self.state(visit, say if visit is seat.visits[-1] else ""))
        self.tell_changed()

    def tell_changed(self) -> None:
        """Tell whoever looks at the room that something has changed."""
        for listener in list(self.listeners):
            listener()
