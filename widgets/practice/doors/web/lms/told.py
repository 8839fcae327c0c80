"""What a platform is told of a learner's work: how each exercise was done, in the words that SCORM 1.2 has."""

import json
from collections.abc import Iterable
from pathlib import Path

from practice.course.exercises.exercises import Outcome
from practice.course.progress.results import outcome_name
from practice.site import Site

#: an outcome -> a letter, for what the platform keeps for us; its word for an objective. From the least to the most.
OUTCOMES = {
    Outcome.HELPED: ("h", "completed"),
    Outcome.DONE: ("d", "completed"),
    Outcome.GUIDED: ("g", "completed"),
    Outcome.ALONE: ("a", "passed"),
}
_PAGE = Path(__file__).parents[1] / "static" / "lms.js"


def exercises_of(site: Site, notebooks: Iterable[str]) -> list[str]:
    """Return the ids of the exercises of some chapters, by the names of their notebooks' files."""
    numbers = [chapter.number for name in notebooks for chapter in site.chapters if chapter.notebook == name]
    return [exercise.id for number in numbers for exercise in site.chapters_of_exercises.get(number, ())]


def script_of(site: Site, exercises: Iterable[str]) -> str:
    """Return what a page of the package runs: the table of what counts there, and what tells it."""
    table = {
        "exercises": {name: site.names.of(outcome_name(name)) for name in exercises},
        "outcomes": {outcome.value: told for outcome, told in OUTCOMES.items()},
    }
    return f"window.atelierTold = {json.dumps(table)};\n{_PAGE.read_text(encoding='utf-8')}"
