"""A new exercise is data only: a file more, and it is played, watched, hinted at, printed and projected."""

import pytest

from practice.course.exercises.exercise import Exercise
from practice.course.exercises.exercises import Outcome
from practice.course.exercises.walkthrough import walkthrough
from practice.doors.sheets.exercise_sheets import short_card
from practice.session import Context
from tests.support import SITE, edition

NEW = """
[[exercise]]
id = "voir_son_suivi"
title = "Trouver mes relevés"
persona = "jessica"
start = "login"
task = "Entrez, puis ouvrez la page des relevés."
goal = { page = "statements" }
well_done = "Vous êtes allé de la porte aux relevés."

[[exercise.steps]]
instruction = "Tapez le numéro et le code de la fiche."
do = "sign_in"
answers = { number = "{number}", code = "{code}" }
target = "number"
goal = { signed_in = "jessica" }

[[exercise.steps]]
instruction = "Cliquez sur « Mes paiements »."
do = "open"
answers = { page = "payments" }
goal = { page = "payments" }

[[exercise.steps]]
instruction = "Cliquez sur « Mes relevés et mon suivi »."
do = "open"
answers = { page = "statements" }
target = "statements"
goal = { page = "statements" }
"""


@pytest.fixture
def site(tmp_path):
    return edition(tmp_path, {"exercises/09_consulter_ses_paiements.toml": NEW})


@pytest.fixture
def at(site):
    return Context(site)


@pytest.fixture
def new(site):
    return site.exercises["voir_son_suivi"]


def test_it_is_the_last_of_its_chapter_and_the_others_stay(site, new):
    assert site.chapters_of_exercises == {**SITE.chapters_of_exercises, 9: (*SITE.chapters_of_exercises[9], new)}


def test_it_is_watched_to_its_end(new, at):
    watched = Exercise(new.id, mode="watch", at=at)
    for _ in new.steps:
        assert not watched.finished
        watched.do("forward")
        watched.do("forward")
    assert watched.finished


def test_its_hints_lead_to_its_goal(new, at):
    helped = Exercise(new.id, at=at)
    while not helped.finished:
        helped.do("hint")
    assert helped.best is Outcome.HELPED


def test_it_is_done_alone(new, at):
    alone = Exercise(new.id, mode="alone", at=at)
    alone.do("sign_in", number="2820295000199", code="48151623")
    alone.do("open", page="payments")
    assert alone.best is Outcome.NOT_TRIED
    alone.do("open", page="statements")
    assert alone.best is Outcome.ALONE
    assert new.well_done in alone.say


def test_it_is_printed_and_projected(site, new):
    assert [frame.step for frame in walkthrough(site, new)] == [*new.steps, None]
    assert short_card(site, new, site.chapters[9]).pages_count == 1
