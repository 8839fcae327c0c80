"""More exercises of a chapter: one chooses from a list, and does one at a time. So the page stays short."""

from collections.abc import Mapping
from typing import Any

from practice.course.exercises.exercise import Exercise
from practice.course.exercises.exercises import Mode
from practice.course.exercises.outcomes import WORDS
from practice.course.progress.results import outcome_in
from practice.session import Context, Session, UnknownActionError


class MoreExercises(Session):
    """Exercises of data/exercises/ to choose from, by their ids; while one is being done, it is shown alone.

    Raises KeyError for an exercise that does not exist, ValueError for a mode.

    >>> MoreExercises("trois_codes_faux", "numero_du_parent")
    MoreExercises('trois_codes_faux', 'numero_du_parent')
    """

    prefix = "encore"

    def __init__(self, *names: str, mode: str = "guided", at: Context | None = None) -> None:
        super().__init__(at)
        self.mode = Mode(mode)  #: in which each is opened first
        self.exercises = [self.site.exercises[name] for name in names]
        self.play: Exercise | None = None
        self.kept: dict[str, Any] = {}  # what the browser kept, and what was done since

    def __repr__(self) -> str:
        return f"MoreExercises({', '.join(repr(exercise.id) for exercise in self.exercises)})"

    def handle(self, action: str, answers: Mapping[str, Any]) -> None:
        """Open an exercise, go back to the list, or let the open one handle an action. Raises UnknownActionError."""
        if self.play is None or hasattr(self, f"handle_{action}"):
            super().handle(action, answers)
            return
        self.play.handle(action, answers)
        self.kept |= self.play.snapshot()
        self.focus, self.say, self.download = self.play.focus, self.play.say, self.play.download

    def begin(self) -> None:
        self.focus, self.say, self.download = None, "", None

    def handle_take_exercise(self, answers: Mapping[str, Any]) -> None:
        """Open one of the exercises where it was left."""
        name = answers.get("exercise")
        at, exercise = next(((i, e) for i, e in enumerate(self.exercises, 1) if e.id == name), (0, None))
        if exercise is None:
            raise UnknownActionError("take_exercise")
        self.play = Exercise(exercise.id, mode=self.mode, at=Context(self.site, f"{self.key}-{at}"))
        self.play.resume(self.kept)
        self.focus = f"{self.key}-{at}-task"

    def handle_all_exercises(self, _: Mapping[str, Any]) -> None:
        """Go back to the list."""
        if self.play is None:
            raise UnknownActionError("all_exercises")
        self.focus = f"{self.key}-take-{self.play.exercise.id}"
        self.play = None

    def resume(self, kept: object) -> None:
        """Take up what came of each exercise before. Nothing kept is trusted. The list is shown first."""
        self.kept = dict(kept) if isinstance(kept, dict) else {}
        self.focus, self.say, self.download = None, "", None
        if self.play:
            self.play.resume(kept)

    def snapshot(self) -> dict[str, Any]:
        """Return what is kept of the open exercise."""
        return self.play.snapshot() if self.play else {}

    def draw(self) -> str:
        return self.site.draw("more_exercises.html", key=self.key, desk=self)

    def outcome(self, name: str) -> str:
        """Return what came of an exercise, in words."""
        return WORDS[outcome_in(self.kept, name)]
