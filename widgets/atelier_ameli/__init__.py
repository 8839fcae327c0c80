"""The names that a chapter may import."""

import os
import sys

from atelier_ameli.rights.rights_simulator import RightsSimulator
from atelier_ameli.site import Site
from practice import local_file
from practice.course.discovery.cards import Cards
from practice.course.discovery.checklist import Checklist
from practice.course.discovery.links import Links
from practice.course.discovery.practice import Practice
from practice.course.exercises.exercise import Exercise
from practice.course.exercises.more_exercises import MoreExercises
from practice.course.outline.compared import Compared
from practice.course.outline.home import Home
from practice.course.outline.sessions import Sessions
from practice.course.progress.attestation import Attestation
from practice.course.progress.progress import Progress
from practice.course.questions.question import Question
from practice.course.questions.quiz import LevelTest, Quiz
from practice.course.words.words import Words
from practice.notebook import executed_cell, notebook_name
from practice.screen import Screen
from practice.session import Context, at_home
from practice.site import EDITION_VARIABLE

__all__ = [
    "Attestation",
    "Cards",
    "Checklist",
    "Compared",
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


def context_of_notebook() -> Context:
    """Return where a notebook that this process executes opens its sessions."""
    site, file = Site.load(os.environ.get(EDITION_VARIABLE)), local_file.in_use()
    return Context(site, file=file, chapter=notebook_name(), cell=executed_cell, own=notebook_name())


at_home(context_of_notebook)

if "IPython" in sys.modules and (_shell := sys.modules["IPython"].get_ipython()):  # a notebook is being executed
    from practice.doors.lab import register

    register(_shell.display_formatter)
