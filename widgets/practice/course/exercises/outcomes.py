"""How far a learner is: what came of each exercise, chapter by chapter. Nothing here is a mark."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from practice.course.exercises.exercises import Outcome

#: what is said of an outcome, on a screen as on paper
WORDS = {
    Outcome.NOT_TRIED: "Pas encore essayé",
    Outcome.HELPED: "Réussi, avec aide",
    Outcome.DONE: "Réussi",
    Outcome.GUIDED: "Réussi, guidé",
    Outcome.ALONE: "Réussi, sans aide",
}
_WAYS = {Outcome.ALONE: "sans aide", Outcome.GUIDED: "guidé{s}", Outcome.HELPED: "avec aide"}


@dataclass(frozen=True)
class Advance:
    """How far a learner is in a chapter: what came of each of its exercises. One done with help is done, too."""

    title: str
    notebook: str
    outcomes: tuple[Outcome, ...]

    @property
    def total(self) -> int:
        return len(self.outcomes)

    @property
    def done(self) -> int:
        return self.total - self.left

    @property
    def left(self) -> int:
        return self.outcomes.count(Outcome.NOT_TRIED)

    @property
    def words(self) -> str:
        """Say it in words, for a screen as for paper: « 3 exercices sur 8 : 1 sans aide, 2 guidés »."""
        said = f"{self.done} {_exercises(self.done)} sur {self.total}"
        ways = [_way(self.outcomes.count(outcome), words) for outcome, words in _WAYS.items()]
        known = ", ".join(filter(None, ways))
        return f"{said}\N{NO-BREAK SPACE}: {known}" if known else said


def _way(count: int, words: str) -> str:
    """Return how many exercises were done in one way, in words; nothing for none."""
    if not count:
        return ""
    return f"{count} {words.format(s='s' if count > 1 else '')}"


def whole(parts: Iterable[Advance]) -> Advance:
    """Return how far one is in the whole course."""
    return Advance("Tout l'atelier", "", tuple(outcome for part in parts for outcome in part.outcomes))


def to_take_up(parts: Iterable[Advance], last: str = "") -> Advance | None:
    """Return the chapter to go on with: the first with something left, if there is one.

    To look for it, begin at the notebook that was left last, if there is one, and go round.
    """
    parts = list(parts)
    at = next((at for at, part in enumerate(parts) if part.notebook == last), 0)
    parts = parts[at:] + parts[:at]
    return next((part for part in parts if part.left), None)


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
        found = Outcome.read(value)
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
