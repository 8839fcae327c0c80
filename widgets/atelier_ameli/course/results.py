"""What the learner's browser kept of the whole course: which keys there are, and how far they say that one is."""

from functools import cache

from atelier_ameli import data
from atelier_ameli.domain.exercises import Outcome
from atelier_ameli.domain.progress import Advance, Results, advance, read_results
from atelier_ameli.exercises_data import by_chapter, exercises

PRACTICE_KEY = "atelier:practice"


def quiz_key(name: str) -> str:
    return f"atelier:quiz:{name}"


@cache
def exercise_keys() -> dict[str, str]:
    """Return the ids of the exercises by the key under which a browser keeps their outcome."""
    return {f"atelier:exercise:{name}": name for name in exercises()}


@cache
def question_keys() -> tuple[str, ...]:
    return tuple(f"atelier:question:{name}" for name in data.questions())


def results_of(kept: object) -> Results:
    """Return what was kept; whatever is damaged counts for nothing."""
    return read_results(kept, exercise_keys(), question_keys())


def advances(results: Results) -> list[Advance]:
    """Return how far one is in each chapter that has a notebook and exercises."""
    found = []
    for chapter in data.chapters():
        mine = by_chapter().get(chapter.number, ())
        if mine and chapter.notebook:
            outcomes = [results.outcomes.get(exercise.id, Outcome.NOT_TRIED) for exercise in mine]
            found.append(advance(f"{chapter.number}. {chapter.title}", chapter.notebook, outcomes))
    return found
