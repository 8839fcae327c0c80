"""How far a learner is: what came of each exercise, chapter by chapter. Nothing here is a mark."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from practice.course.exercises.exercises import Outcome


@dataclass(frozen=True)
class Advance:
    """How far one is in a chapter. `total`: how many exercises it has, of which `done`, and `to_review` among these."""

    title: str
    notebook: str
    total: int
    done: int
    to_review: int = 0

    @property
    def left(self) -> int:
        return self.total - self.done

    @property
    def words(self) -> str:
        """Say it in words, for a screen as for paper."""
        said = f"{self.done} {_exercises(self.done)} sur {self.total}"
        return f"{said}, dont {self.to_review} à revoir" if self.to_review else said


def advance(title: str, notebook: str, outcomes: Iterable[Outcome]) -> Advance:
    """Return how far one is in a chapter whose exercises came out so. One done with help is done, too."""
    known = list(outcomes)
    return Advance(
        title,
        notebook,
        len(known),
        sum(outcome is not Outcome.NOT_TRIED for outcome in known),
        known.count(Outcome.TO_REVIEW),
    )


def whole(parts: Iterable[Advance]) -> Advance:
    """Return how far one is in the whole course."""
    parts = list(parts)
    counts = [sum(getattr(part, name) for part in parts) for name in ("total", "done", "to_review")]
    return Advance("Tout l'atelier", "", *counts)


def to_take_up(parts: Iterable[Advance], last: str = "") -> Advance | None:
    """Return the chapter to go on with: the first with something left, else the first with something to review.

    To look for it, begin at the notebook that was left last, if there is one, and go round.
    """
    parts = list(parts)
    at = next((at for at, part in enumerate(parts) if part.notebook == last), 0)
    parts = parts[at:] + parts[:at]
    return next((part for part in parts if part.left), next((part for part in parts if part.to_review), None))


@dataclass(frozen=True)
class Tally:
    """How many things of one kind are done: the questions of a quiz that have an answer, right or wrong."""

    title: str
    done: int
    total: int
    unit: str  #: in the singular

    @property
    def words(self) -> str:
        return f"{self.done} {self.unit}{'' if self.done < 2 else 's'} sur {self.total}"  # noqa: PLR2004


@dataclass(frozen=True)
class Results:
    """What was kept, sorted out. `damaged`: the keys whose values cannot be what was kept."""

    outcomes: Mapping[str, Outcome]  #: by exercise
    answered: int  #: questions that have an answer
    damaged: tuple[str, ...] = ()
    last: str = ""  #: the exercise that was worked on last, if that is known


def read_results(kept: object, exercises: Mapping[str, str], questions: Iterable[str]) -> Results:
    """Return what was kept under the keys of the exercises (key -> id) and of the questions. Nothing is trusted."""
    items = kept if isinstance(kept, dict) else {}
    outcomes, damaged, answered = {}, [], 0
    for key, name in exercises.items():
        value = items.get(key) or Outcome.NOT_TRIED
        found = next((outcome for outcome in Outcome if outcome == value), None)
        outcomes[name] = found or Outcome.NOT_TRIED
        damaged += [] if found else [key]
    for key in questions:
        value = items.get(key) or {}
        sound = isinstance(value, dict) and isinstance(value.get("answer", ""), str)
        damaged += [] if sound else [key]
        answered += bool(sound and value.get("answer"))
    return Results(outcomes, answered, tuple(damaged))


def _exercises(count: int) -> str:
    return "exercice" if count < 2 else "exercices"  # noqa: PLR2004
