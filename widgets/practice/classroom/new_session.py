"""« Nouvelle séance »: each tablet shows its learner her code; once she says that it is noted, it is emptied.

Who has worked in two editions has a code of each, one after the other.
"""

from typing import TYPE_CHECKING

from practice.classroom.seat import Go, Help
from practice.course.exercises.exercises import Outcome

if TYPE_CHECKING:
    from practice.classroom.classroom import Classroom
    from practice.classroom.seat import Seat

CODE = "code=oui"  #: in the address of a home page: it shows the code (later.html)
_ASKED = "Une nouvelle séance commence. Notez votre code."
_ASKED_ANOTHER = "Notez aussi le code de l'autre site."
_EMPTIED = "La tablette est prête pour une nouvelle séance."


class NewSession:
    """What the trainer asks of all tablets between two groups."""

    def __init__(self, classroom: "Classroom") -> None:
        self._classroom = classroom

    @property
    def waiting(self) -> list[int]:
        """The numbers of the tablets whose learner has not answered."""
        return [seat.number for seat in self._classroom.seats if seat.leaves]

    def begin(self) -> None:
        """Have all tablets show their learner's code."""
        self._classroom.free()
        for seat in self._classroom.seats:
            done = {edition for (edition, _), tried in seat.results.items() if tried.outcome is not Outcome.NOT_TRIED}
            others = sorted(done - {seat.edition})
            self._ask(seat, (seat.edition, *others), _ASKED)

    def cancel(self) -> None:
        """Leave the tablets that have not answered as they are."""
        for seat in self._classroom.seats:
            if seat.leaves:
                seat.leaves, seat.note, seat.to_note = "", "", ()
                self._classroom.tell_seat(seat)

    def go_on(self) -> None:
        """Wait no longer for the tablets that are here. One that sleeps is asked when it wakes."""
        for seat in self._classroom.seats:
            if seat.connected:
                self._empty(seat)

    def noted(self, seat: "Seat") -> None:
        """Show the code of the other edition in which she has worked, too; then empty the tablet."""
        if seat.to_note[1:]:
            self._ask(seat, seat.to_note[1:], _ASKED_ANOTHER, has_noted=True)
        else:
            self._empty(seat)

    def _ask(self, seat: "Seat", editions: tuple[str, ...], words: str, *, has_noted: bool = False) -> None:
        seat.has_noted, seat.to_note, seat.leaves = has_noted, editions, self._classroom.course.home(editions[0])
        self._classroom.go(f"{seat.leaves}#{CODE}", [seat.number], note=words)

    def _empty(self, seat: "Seat") -> None:
        """Empty a tablet: its learner has noted her code, or is not waited for. Nothing of her stays on the board."""
        if not seat.leaves:
            return
        seat.empty = Go(self._classroom.next_sending(), seat.leaves, float("inf"))
        seat.leaves, seat.note, seat.to_note = "", "", ()
        seat.help, seat.go, seat.activity = Help.NONE, None, None
        seat.results.clear()
        seat.progress = self._classroom.now()
        self._classroom.tell_seat(seat, _EMPTIED)

    def emptied(self, seat: "Seat", number: int) -> None:
        """Note that a page has emptied its tablet."""
        if seat.empty and seat.empty.number == number:
            seat.empty = None
