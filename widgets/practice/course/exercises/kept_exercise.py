"""What is kept of an exercise: its mode, the learner's work, how far the demonstration is. Nothing kept is trusted."""

from typing import TYPE_CHECKING, Any

from practice.course.exercises.exercises import Mode
from practice.parts import KeptError

if TYPE_CHECKING:
    from practice.course.exercises.exercise import Exercise

_RESUMED = {
    Mode.WATCH: "Vous reprenez après la consigne {at}.",
    Mode.GUIDED: "Vous reprenez à la consigne {next}.",
    Mode.ALONE: "Vous reprenez là où vous en étiez.",
}
_UNREADABLE = "Nous n'avons pas pu relire votre travail précédent. Vous repartez du début."


def place_of(exercise: "Exercise") -> dict[str, Any]:
    """Return the place and the work as plain JSON; an exercise that is finished will start afresh."""
    work, shown = exercise.work, exercise.demonstration
    place: dict[str, Any] = {"mode": exercise.mode.value, "at": 0, "helped": False}
    if work.touched and not work.finished:
        place |= {"at": work.at, "helped": work.helped, "guided": work.guided, "work": work.keep()}
    if shown and shown.done and not shown.finished:
        place["shown"] = shown.done
    return place


def take_up(exercise: "Exercise", place: dict[str, Any]) -> None:
    """Put an exercise to a place that was kept, if it is one."""
    mode = next((one for one in Mode if one == place.get("mode")), None)
    at, shown = (_number(place.get(name), len(exercise.exercise.steps)) for name in ("at", "shown"))
    if mode is None or at is None:
        return
    exercise.mode = mode
    try:
        shown = _take_up_work(exercise, place, at) or shown or 0
    except KeptError:
        exercise.start()
        exercise.resumed = _UNREADABLE
        return
    exercise.demonstrate(shown)
    if shown if mode is Mode.WATCH else exercise.work.touched:
        exercise.resumed = _RESUMED[mode].format(at=shown, next=exercise.work.at + 1)


def _take_up_work(exercise: "Exercise", place: dict[str, Any], at: int) -> int:
    """Take up the work. Of an older version, which kept only how far it was: return how many steps were watched."""
    work, helped = exercise.work, place.get("helped") is True
    work.guided = place.get("guided") is True
    if "work" in place:
        work.take_up(at, place["work"], helped=helped)
    elif exercise.mode is Mode.WATCH:
        return at
    elif at:
        work.replay(at)
        work.begin_step_at(at, helped=helped)
    return 0


def _number(kept: object, below: int) -> int | None:
    return kept if type(kept) is int and 0 <= kept < below else None
