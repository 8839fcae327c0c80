"""An exercise read as a learner reads it; left, and taken up again."""

import json
import re

from practice.course.exercises.exercise import Exercise
from tests.support.pages import text_of


def words(exercise):
    return " ".join(text_of(exercise.html).split())


def pointed(exercise):
    """Return the ids of what is marked as the target."""
    return [re.search(r'\sid="([^"]*)"', tag)[1] for tag in re.findall(r"<[^<>]*\sdata-here\b[^<>]*>", exercise.html)]


def again(exercise):
    """Return the exercise that a reload of the page gives."""
    after = Exercise(exercise.exercise.id, mode=exercise.first_mode.value)
    after.resume(json.loads(json.dumps(exercise.snapshot())))
    return after
