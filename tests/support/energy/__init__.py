"""« Mon espace énergie »: an invented site, as small as one can be. It proves that the engine knows no other."""

from practice.course.exercises.exercise import Exercise
from practice.screen import Screen

__all__ = ["Exercise", "Screen"]
