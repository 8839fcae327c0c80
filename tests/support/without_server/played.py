"""Every exercise played to its end, and what its screens then said: here, and in the engine of a browser.

The engine has the course and no test: this file is read there as it is. It imports nothing of the tests.
"""

import hashlib
import json

from practice.course.exercises.exercise import Exercise
from practice.course.exercises.placeholders import typed_by
from practice.session import Context


def played(site) -> dict[str, list[str]]:
    """Return the digest of each answer of each exercise, step by step, by the exercise's name."""
    return {name: [_digest(answer) for answer in _answers(site, name)] for name in site.exercises}


def _answers(site, name):
    exercise = Exercise(name, mode="guided", at=Context(site))
    yield exercise.answer({"do": "resume", "answers": {"kept": {}}, "turn": 0}) | {"html": exercise.html}
    for turn, step in enumerate(site.exercises[name].steps, 1):
        yield exercise.answer({"do": step.do, "answers": typed_by(step, exercise.work.session.world), "turn": turn})
    assert exercise.finished, name


def _digest(answer) -> str:
    file = answer.get("file")
    told = {**answer, "file": file and [file["name"], len(file["content"])]}
    return hashlib.sha256(json.dumps(told, sort_keys=True).encode()).hexdigest()[:16]
