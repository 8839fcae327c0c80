"""How a seat becomes a row of the board: its times in minutes, its place in words."""

from practice.classroom.places import Destinations
from practice.classroom.rows import Row
from practice.classroom.seat import Help, Seat
from practice.course.exercises.exercise import MODES


def row_of(seat: Seat, now: float, places: Destinations) -> Row:
    """Return what the board shows of a seat."""
    asked = seat.help is not Help.NONE
    here = f"{seat.edition}/{seat.chapter}"
    doing = seat.activity
    exercise = doing if doing and doing.exercise else None
    moved = max(seat.progress, min(seat.pause_until, now))  # in a pause, nobody is stuck
    return Row(
        seat.number,
        None if seat.away_since is None else _minutes(now - seat.away_since),
        places.title(here) if seat.chapter else "",
        _step(seat.step, len(places.steps(here))) if seat.chapter and seat.step else "",
        exercise.title if exercise else "",
        f"{MODES[exercise.mode]}{', fini' if exercise.finished else ''}" if exercise and exercise.mode else "",
        exercise.tries if exercise else 0,
        exercise.hints if exercise else 0,
        _minutes(now - moved),
        _minutes(now - seat.help_since) if asked else None,
        seat.help is Help.COMING,
        seat.persona,
        seat.watch,
        bool(seat.leaves),
    )


def _minutes(seconds: float) -> int:
    return int(seconds // 60)


def _step(step: int, of: int) -> str:
    return f"Étape {step} sur {of}" if step <= of else f"Étape {step}"
