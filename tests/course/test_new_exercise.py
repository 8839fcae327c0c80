"""A new exercise is data only: a file more, and it is played, watched, hinted at, printed and projected."""

import pytest

from atelier_ameli import data
from atelier_ameli.course import exercise as course_exercise
from atelier_ameli.course.exercise import Exercise
from atelier_ameli.course.walk import walk
from atelier_ameli.domain.exercises import Outcome
from atelier_ameli.exercises_data import exercises, load_exercises
from atelier_ameli.sheets.exercise_sheets import short_card
from atelier_ameli.sheets.plan import made

NEW = """
[[exercise]]
id = "voir_son_suivi"
title = "Trouver mes relevés"
persona = "jessica"
start = "login"
goal = "Entrez, puis ouvrez la page des relevés."
aim = { page = "statements" }
well_done = "Vous êtes allé de la porte aux relevés."

[[exercise.steps]]
say = "Tapez le numéro et le code de la fiche."
do = "sign_in"
answers = { number = "{number}", code = "{code}" }
place = "number"
until = { signed_in = "jessica" }

[[exercise.steps]]
say = "Cliquez sur « Mes paiements »."
do = "open"
answers = { page = "payments" }
until = { page = "payments" }

[[exercise.steps]]
say = "Cliquez sur « Mes relevés et mon suivi »."
do = "open"
answers = { page = "statements" }
place = "statements"
until = { page = "statements" }
"""


@pytest.fixture
def new(tmp_path, monkeypatch):
    file = tmp_path / "07_consulter_ses_paiements.toml"
    file.write_text(NEW, encoding="utf-8")
    (new,) = load_exercises(file)
    monkeypatch.setattr(course_exercise, "exercises", lambda: exercises() | {new.id: new})
    return new


def test_it_is_watched_to_its_end(new):
    watched = Exercise(new.id, mode="watch")
    for _ in new.steps:
        assert not watched.desk.finished
        watched.do("forward")
    assert watched.desk.finished


def test_its_hints_lead_to_its_goal(new):
    helped = Exercise(new.id)
    for _ in range(4 * len(new.steps)):
        assert not helped.desk.finished
        helped.do("hint")
    assert helped.desk.best is Outcome.TO_REVIEW


def test_it_is_done_alone(new):
    alone = Exercise(new.id, mode="alone")
    alone.do("sign_in", number="2820295000199", code="48151623")
    alone.do("open", page="payments")
    assert alone.desk.best is Outcome.NOT_TRIED
    alone.do("open", page="statements")
    assert alone.desk.best is Outcome.DONE
    assert new.well_done in alone.desk.say


def test_it_is_printed_and_projected(new):
    assert [scene.step for scene in walk(new)] == [*new.steps, None]
    chapter = next(chapter for chapter in data.chapters() if chapter.number == 7)
    assert short_card(new, chapter, made()).pages_count == 1
