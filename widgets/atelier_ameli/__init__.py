"""The names that a chapter may import."""

import os
import sys

from atelier_ameli.course.attestation import Attestation
from atelier_ameli.course.cards import Cards
from atelier_ameli.course.checklist import Checklist
from atelier_ameli.course.exercise import Exercise
from atelier_ameli.course.home import Home
from atelier_ameli.course.links import Links
from atelier_ameli.course.more_exercises import MoreExercises
from atelier_ameli.course.practice import Practice
from atelier_ameli.course.progress import Progress
from atelier_ameli.course.question import Question
from atelier_ameli.course.quiz import LevelTest, Quiz
from atelier_ameli.course.rights_simulator import RightsSimulator
from atelier_ameli.course.sessions import Sessions
from atelier_ameli.course.words import Words
from atelier_ameli.site import Site
from practice import local_file
from practice.screen import Screen
from practice.session import Context, at_home

__all__ = [
    "Attestation",
    "Cards",
    "Checklist",
    "Exercise",
    "Home",
    "LevelTest",
    "Links",
    "MoreExercises",
    "Practice",
    "Progress",
    "Question",
    "Quiz",
    "RightsSimulator",
    "Screen",
    "Sessions",
    "Words",
]

EDITION = "ATELIER_EDITION"  #: environment variable: the edition that an executed notebook shows, if not the usual one


def context_of_notebook() -> Context:
    """Return where a notebook that this process executes opens its sessions."""
    return Context(Site.load(os.environ.get(EDITION)), file=local_file.in_use())


at_home(context_of_notebook)

if "IPython" in sys.modules and (_shell := sys.modules["IPython"].get_ipython()):  # a notebook is being executed
    from practice.doors.lab import register

    register(_shell.display_formatter)
