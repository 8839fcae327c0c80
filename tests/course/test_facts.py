"""Goals are facts: an exercise's data file names them, and what does not exist is refused."""

from dataclasses import replace
from datetime import date

import pytest

from atelier_ameli import list_facts
from atelier_ameli.site import Site
from atelier_ameli.vocabulary import FACTS
from practice.course.exercises.exercise import Exercise
from practice.course.exercises.exercises import Goal, Setup
from practice.course.exercises.goals import achieved, begin, next_step, reached
from practice.course.exercises.loading_exercises import load_exercises
from practice.course.exercises.placeholders import typed_by
from practice.facts import Fact, gathered
from practice.screen import SiteSession
from tests.journeys import reach
from tests.support import SITE
from tests.support.refusals import refused

FILE = "exercises/06_se_connecter.toml"


test_what_does_not_exist_is_refused_with_file_entry_reason_and_the_nearest_name = refused(
    FILE,
    lambda file: load_exercises(file, SITE),
    (
        "signed_in =",
        "signed_inn =",
        "goal : fait inconnu : « signed_inn » n'existe pas, vouliez-vous dire « signed_in » ?",
    ),
    ("signed_in =", "couleur =", "goal : fait inconnu : « couleur » n'existe pas"),
    (
        '"jessica" }\nwell',
        '"jesica" }\nwell',
        "goal : « signed_in » : « jesica » n'existe pas, vouliez-vous dire « jessica » ?",
    ),
    ('"jessica" }\nwell', "12 }\nwell", "goal : « signed_in » : il faut un texte, et non « 12 »"),
    (
        'target = "form"\ngoal = { signed_in = "jessica" }',
        'target = "form"\ngoal = { wrong_codes = true }',
        "goal de l'étape 1 : « wrong_codes » : il faut un nombre",
    ),
    (
        'goal = { signed_in = "jessica" }',
        'goal = { page = "acount_home" }',
        "« page » : « acount_home » n'existe pas, vouliez-vous dire « account_home » ?",
    ),
    (
        'goal = { signed_in = "jessica" }',
        'goal = { told = "nir_shor" }',
        "« told » : « nir_shor » n'existe pas, vouliez-vous dire « nir_short » ?",
    ),
    (
        'goal = { signed_in = "jessica" }',
        'goal = { opened = "provisional_cod" }',
        "vouliez-vous dire « provisional_code » ?",
    ),
    (
        'goal = { signed_in = "jessica" }',
        'goal = { asked = "address wher" }',
        "vouliez-vous dire « address where » ?",
    ),
    ('goal = { signed_in = "jessica" }', 'goal = "jessica"', "il faut une table { } de faits"),
    ('start = "login"', 'start = "loggin"', "start : « loggin » n'existe pas, vouliez-vous dire « login » ?"),
    (
        'persona = "jessica"',
        'persona = "jesica"',
        "persona : « jesica » n'existe pas, vouliez-vous dire « jessica » ?",
    ),
    ("wrong_pair =", "wrong_pear =", "mistakes : « wrong_pear » n'existe pas, vouliez-vous dire « wrong_pair » ?"),
    (
        'goal = { signed_in = "jessica" }',
        'goal = { signed_in = "jessica", once = [{ told = "nir_shor" }] }',
        "goal, once : « told » : « nir_shor » n'existe pas, vouliez-vous dire « nir_short » ?",
    ),
    (
        'goal = { signed_in = "jessica" }',
        'goal = { sent_with = { traveller = ["zoe"] } }',
        "goal : « sent_with » : « traveller » n'existe pas, vouliez-vous dire « travellers » ?",
    ),
    (
        'goal = { signed_in = "jessica" }',
        'goal = { sent_with = { reason = "losst", attached_to = "bothh" } }',
        "goal : « sent_with », attached_to : « bothh » n'existe pas, vouliez-vous dire « both » ?",
    ),
    (
        'goal = { signed_in = "jessica" }',
        'goal = { sent_with = "lost" }',
        "goal : « sent_with » : il faut une table { } de réponses, par question",
    ),
    (
        'goal = { signed_in = "jessica" }\nwell',
        'goal = { signed_in = "jessica", once = 3 }\nwell',
        "once : il faut une suite de tables",
    ),
    (
        'target = "form"\ngoal = { signed_in = "jessica" }',
        'target = "form"\nfree = ["coda"]\ngoal = { signed_in = "jessica" }',
        "free : l'étape n'a pas de réponse « coda »",
    ),
    (
        'start = "login"',
        'start = "login"\ndevice = "fone"',
        "device : « fone » n'existe pas, vouliez-vous dire « phone » ?",
    ),
    (
        'start = "login"',
        'start = "login"\nmail = ["false_banc"]',
        "mail : « false_banc » n'existe pas, vouliez-vous dire « false_bank » ?",
    ),
)


@pytest.mark.parametrize("name", SITE.exercises)
def test_a_goal_never_looks_at_html(name, monkeypatch):
    def draw(*_, **__):
        raise AssertionError("a goal has drawn")

    exercise = SITE.exercises[name]
    monkeypatch.setattr(Site, "draw", draw)
    session = begin(SITE, exercise, "essai")
    for at, step in enumerate(exercise.steps):
        assert not achieved(session)
        session.handle(step.do, typed_by(step, session.world))
        assert next_step(session) <= at + 1
    assert achieved(session)


def test_only_the_facts_of_a_goal_are_looked_at():
    class Teller:
        facts = (
            Fact("so", "", lambda _: "yes"),
            Fact("never", "", lambda _: pytest.fail("nobody asked for it")),
        )

    class Session:
        subjects = (Teller(),)

    assert reached(Goal({"so": "yes"}), Session())
    assert not reached(Goal({"so": "no"}), Session())
    assert not reached(Goal({"unheard_of": "yes"}), Session())


def test_a_goal_holds_when_all_its_facts_do():
    session = reach("phone, a terminal")
    assert reached(Goal({"page": "terminals", "terminal": "hopital", "device": "phone"}), session)
    assert not reached(Goal({"page": "terminals", "terminal": "mairie", "device": "phone"}), session)


def test_a_period_searched_is_two_days():
    session = begin(SITE, SITE.exercises["retrouver_un_paiement"], "essai")
    goal = {"searched_from": date(2020, 9, 1), "searched_to": date(2021, 3, 1)}
    assert reached(Goal(goal), session)
    assert not reached(Goal({**goal, "searched_to": date(2021, 2, 28)}), session)


def test_a_file_of_what_was_done_before_does_not_count():
    exercise = SITE.exercises["releve_du_mois"]
    given = Setup("monthly_statement", {"month": "2021-02-01"})
    session = begin(SITE, replace(exercise, setup=(given,)), "essai")
    assert session.download
    assert not reached(exercise.goal, session)


def test_an_action_in_an_exercise_draws_the_site_once_at_most(monkeypatch):
    drawn = []
    monkeypatch.setattr(SiteSession, "regions", _counted(SiteSession.regions, drawn))
    for name in ("choisir_un_document", "nom_d_une_autre_personne"):
        exercise = Exercise(name, mode="guided")
        for step in SITE.exercises[name].steps:
            for action in ("nowhere", step.do, "hint"):
                drawn.clear()
                exercise.answer({"do": action, "answers": typed_by(step, exercise.screen.world)})
                assert len(drawn) <= 1


def _counted(draw, drawn):
    def counted(session):
        drawn.append(session)
        return draw(session)

    return counted


def test_every_fact_is_of_use_to_an_exercise_of_some_edition():
    exercises = [one for year in Site.years() for one in Site.load(year).exercises.values()]
    goals = [goal for one in exercises for goal in (one.goal, *(step.goal for step in one.steps))]
    assert {name for goal in goals for one in (goal, *goal.once) for name in one} == FACTS.keys()


def test_two_facts_of_one_name_are_refused():
    one, other = (type("Subject", (), {"facts": (Fact("page", "", str),)}) for _ in range(2))
    with pytest.raises(ValueError, match="page"):
        gathered((one, other))


def test_all_that_an_exercise_may_name_can_be_printed():
    told = list_facts.table(SITE)
    for name, fact in FACTS.items():
        assert f"  {name:16} {fact.means} [" in told
    assert "[computer, phone]" in told
    assert "nir_short" in told
    assert "vous avez tapé … sur 13" in told
