"""More exercises of a chapter: one chooses from a list, and does one at a time. So the page stays short."""

import itertools
from collections.abc import Mapping
from typing import Any

from atelier_ameli.course.exercise import OUTCOMES, ExerciseDesk
from atelier_ameli.course.results import outcome_in
from atelier_ameli.desk import UnknownActionError
from atelier_ameli.domain.exercises import Exercise, Mode
from atelier_ameli.draw import draw
from atelier_ameli.exercises_data import exercises
from atelier_ameli.screen import Carrier

_count = itertools.count(1)


class ChoiceDesk:
    """The desk of a list of exercises; while one is being done, it carries that one's desk."""

    def __init__(self, key: str, chosen_from: list[Exercise]) -> None:
        self.key = key
        self.exercises = chosen_from
        self.play: ExerciseDesk | None = None
        self.kept: dict[str, Any] = {}  # what the browser kept, and what was done since
        self._focus: str | None = None

    def do(self, action: str, answers: Mapping[str, Any]) -> None:
        """Open an exercise, go back to the list, or let the open one handle an action. Raises UnknownActionError."""
        self._focus = None
        if action == "take_exercise":
            self._take(answers.get("exercise"))
        elif self.play is None:
            raise UnknownActionError(action)
        elif action == "all_exercises":
            self._focus = f"{self.key}-take-{self.play.exercise.id}"
            self.play = None
        else:
            self.play.do(action, answers)
            self.kept |= self.play.snapshot()

    def resume(self, kept: object) -> None:
        """Take up what came of each exercise before. Nothing kept is trusted. The list is shown first."""
        self.kept = dict(kept) if isinstance(kept, dict) else {}
        self._focus = None
        if self.play:
            self.play.resume(kept)

    def snapshot(self) -> dict[str, Any]:
        """Return what is kept of the open exercise."""
        return self.play.snapshot() if self.play else {}

    def draw(self) -> str:
        return draw("more_exercises.html", key=self.key, desk=self)

    def outcome(self, name: str) -> str:
        """Return what came of an exercise, in words."""
        return OUTCOMES[outcome_in(self.kept, name)]

    @property
    def focus(self) -> str | None:
        return self._focus or (self.play.focus if self.play else None)

    @property
    def say(self) -> str:
        return self.play.say if self.play else ""

    @property
    def download(self) -> Any:
        return self.play.download if self.play else None

    def _take(self, name: object) -> None:
        at, exercise = next(((i, e) for i, e in enumerate(self.exercises, 1) if e.id == name), (0, None))
        if exercise is None:
            raise UnknownActionError("take_exercise")
        self.play = ExerciseDesk(f"{self.key}-{at}", exercise, Mode.GUIDED)
        self.play.resume(self.kept)
        self._focus = f"{self.key}-{at}-task"


class MoreExercises(Carrier):
    """Exercises of data/exercises/ to choose from, by their ids. Raises KeyError for one that does not exist.

    >>> MoreExercises("trois_codes_faux", "numero_du_parent")
    MoreExercises('trois_codes_faux', 'numero_du_parent')
    """

    def __init__(self, *names: str) -> None:
        super().__init__(ChoiceDesk(f"encore{next(_count)}", [exercises()[name] for name in names]))

    def __repr__(self) -> str:
        return f"MoreExercises({', '.join(repr(exercise.id) for exercise in self.desk.exercises)})"
