"""What was kept of the whole course: which keys there are, and how far they say that one is."""

from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from typing import Any

from atelier_ameli import data
from atelier_ameli.domain.exercises import Mode, Outcome
from atelier_ameli.domain.progress import Advance, Results, advance, read_results
from atelier_ameli.exercises_data import by_chapter, exercises

PRACTICE_KEY = "atelier:practice"
LAST_KEY = "atelier:last"  #: the id of the exercise that was worked on last


def outcome_key(name: str) -> str:
    return f"atelier:exercise:{name}"


def step_key(name: str, mode: Mode) -> str:
    """Return the key of the place in an exercise that a chapter opens in this mode: it may open it in two."""
    return f"atelier:step:{name}:{mode.value}"


def quiz_key(name: str) -> str:
    return f"atelier:quiz:{name}"


def outcome_in(kept: Mapping[str, Any], name: str) -> Outcome:
    """Return what came of an exercise, from what was kept. Nothing kept is trusted."""
    found = kept.get(outcome_key(name))
    return next((outcome for outcome in Outcome if outcome == found), Outcome.NOT_TRIED)


def keys_of_exercise(name: str) -> tuple[str, ...]:
    """Return the keys of what came of an exercise and of the places in it."""
    return (outcome_key(name), *(step_key(name, mode) for mode in Mode))


@cache
def exercise_keys() -> dict[str, str]:
    """Return the ids of the exercises by the key under which their outcome is kept."""
    return {outcome_key(name): name for name in exercises()}


@cache
def question_keys() -> tuple[str, ...]:
    return tuple(f"atelier:question:{name}" for name in data.questions())


def all_keys() -> tuple[str, ...]:
    """Return the keys of all that teaches. What was done on the site alone has keys of its own."""
    mine = (key for name in exercises() for key in keys_of_exercise(name))
    quizzes = (quiz_key("level_test"), quiz_key("bilan"), PRACTICE_KEY, LAST_KEY)
    return (*mine, *question_keys(), *quizzes)


def keys_of_chapter(notebook: str) -> tuple[str, ...]:
    """Return the keys of what came of the exercises of a chapter; none for a notebook that is no chapter."""
    numbers = [chapter.number for chapter in data.chapters() if chapter.notebook == notebook]
    mine = [exercise for number in numbers for exercise in by_chapter().get(number, ())]
    return tuple(key for exercise in mine for key in keys_of_exercise(exercise.id))


def results_of(kept: object) -> Results:
    """Return what was kept; whatever is damaged counts for nothing."""
    results = read_results(kept, exercise_keys(), question_keys())
    last = kept.get(LAST_KEY) if isinstance(kept, dict) else None
    return replace(results, last=last) if isinstance(last, str) and last in exercises() else results


def last_notebook(results: Results) -> str:
    """Return the notebook of the chapter whose exercise was worked on last, if that is known."""
    numbers = [n for n, mine in by_chapter().items() if results.last in [exercise.id for exercise in mine]]
    return next((chapter.notebook for chapter in data.chapters() if chapter.number in numbers), "")


def advances(results: Results) -> list[Advance]:
    """Return how far one is in each chapter that has a notebook and exercises."""
    found = []
    for chapter in data.chapters():
        mine = by_chapter().get(chapter.number, ())
        if mine and chapter.notebook:
            outcomes = [results.outcomes.get(exercise.id, Outcome.NOT_TRIED) for exercise in mine]
            found.append(advance(f"{chapter.number}. {chapter.title}", chapter.notebook, outcomes))
    return found
