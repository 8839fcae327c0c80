"""What somebody is doing, as it is read from the sessions of her page. Nothing that was typed is ever in it."""

from collections.abc import Iterable
from dataclasses import dataclass

from practice.course.exercises.exercise import Exercise
from practice.course.exercises.exercises import Mode, Outcome
from practice.session import Session


@dataclass(frozen=True)
class Activity:
    """One moment of a session. For what is no exercise, only its kind is known."""

    kind: str
    exercise: str = ""  #: its id
    title: str = ""
    mode: Mode | None = None
    step: int = 0  #: how many steps are done
    steps: int = 0
    tries: int = 0  #: at this step, that did not lead on
    hints: int = 0  #: at this step
    finished: bool = False
    tried: bool = False  #: something was done in it here
    outcome: Outcome = Outcome.NOT_TRIED  #: what came of it, once it is finished by its learner

    def is_further_than(self, other: "Activity | None") -> bool:
        """Say whether this is a progress: another thing, or another step of it."""
        now, before = ((one.exercise, one.mode, one.step, one.finished) if one else None for one in (self, other))
        return now != before


@dataclass(frozen=True)
class Tried:
    """What came of an exercise in this room: the best outcome, and the last step that was to be done."""

    outcome: Outcome = Outcome.NOT_TRIED
    step: int = 0
    steps: int = 0
    tries: int = 0  #: the most at one step
    hints: int = 0

    def after(self, activity: Activity) -> "Tried":
        """Return what it is after one more moment."""
        most = max(self.tries, activity.tries), max(self.hints, activity.hints)
        return Tried(self.outcome.or_better(activity.outcome), activity.step, activity.steps, *most)


def activity_of(session: Session) -> Activity:
    """Return what somebody is doing in a session."""
    if not isinstance(session, Exercise):
        return Activity(session.kind)
    work, watched = session.work, session.mode is Mode.WATCH
    return Activity(
        session.kind,
        session.exercise.id,
        session.title,
        session.mode,
        len(session.exercise.steps) if session.finished else session.at,
        len(session.exercise.steps),
        0 if watched else work.misses,
        0 if watched else work.rung + work.asked,
        session.finished,
        session.used and not watched,
        session.now if session.finished and not watched else Outcome.NOT_TRIED,
    )


def first_of(sessions: Iterable[Session | None]) -> Session | None:
    """Return what there is to do among some screens of a page: the first exercise, or else the first screen."""
    found = [session for session in sessions if session]
    return next((one for one in found if isinstance(one, Exercise)), found[0] if found else None)
