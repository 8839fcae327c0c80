"""The names that a chapter may import."""

from atelier_ameli.course.home import Home
from atelier_ameli.course.question import Question
from atelier_ameli.screen import Screen

__all__ = ["Home", "Question", "Screen"]
