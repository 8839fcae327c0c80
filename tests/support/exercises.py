"""An exercise read as a learner reads it; left, and taken up again."""

import json
import re

from practice.course.exercises.exercise import Exercise
from tests.support.pages import text_of


def words(exercise):
    return words_in(exercise.html)


def words_in(html):
    return " ".join(text_of(html).split())


def pointed(exercise):
    """Return the ids of what is marked as the target."""
    return pointed_in(exercise.html)


def pointed_in(html):
    return [re.search(r'\sid="([^"]*)"', tag)[1] for tag in re.findall(r"<[^<>]*\sdata-here\b[^<>]*>", html)]


def again(exercise):
    """Return the exercise that a reload of the page gives."""
    after = Exercise(exercise.exercise.id, mode=exercise.first_mode.value)
    after.resume(json.loads(json.dumps(exercise.snapshot())))
    return after
