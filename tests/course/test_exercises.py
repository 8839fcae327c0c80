"""Every exercise is played by its own steps to its goal; its three modes say what there is to say."""

import json
import re

import pytest
from bs4 import BeautifulSoup

from atelier_ameli.data import DATA
from practice.course.exercises import exercise as course_exercise
from practice.course.exercises.exercise import Exercise
from practice.course.exercises.exercises import Mode, Outcome
from practice.course.exercises.goals import achieved, begin, done, next_step
from practice.course.exercises.loading_exercises import load_exercises
from practice.course.exercises.placeholders import typed_by
from practice.course.exercises.walkthrough import walkthrough
from practice.loading.faults import DataError
from tests.support import SITE

EXERCISES = SITE.exercises


def words(exercise):
    return " ".join(BeautifulSoup(exercise.html, "html.parser").get_text(" ").split())


@pytest.mark.parametrize("name", EXERCISES)
def test_an_exercise_is_played_by_its_own_steps_to_a_goal_not_reached_before(name):
    exercise = EXERCISES[name]
    session = begin(SITE, exercise, "essai")
    for at, step in enumerate(exercise.steps):
        assert not achieved(session), "the goal is reached too soon"
        assert not done(at, session), "the step is done before it is begun"
        assert next_step(session) == at
        if step.target:
            assert f'id="essai-{step.target}"' in session.draw(), "what is to be outlined is not on the page"
        session.handle(step.do, typed_by(step, session.world))
        assert done(at, session), "the step does not do what it says"
    assert achieved(session)


@pytest.mark.parametrize(
    ("name", "inner"),
    [("photo_floue", "shot"), ("recadrer_une_photo", "table-cropped"), ("annuler_un_rendez_vous", "caisse-1")],
)
def test_what_only_python_calls_so_is_never_to_be_typed(name, inner):
    assert inner in [text for step in EXERCISES[name].steps for text in step.answers.values()]
    assert inner not in [words for frame in walkthrough(SITE, EXERCISES[name]) for _, words in frame.typed]


@pytest.mark.parametrize("name", EXERCISES)
def test_watching_goes_forward_to_the_goal_and_back(name):
    exercise = Exercise(name, mode="watch")
    steps = len(EXERCISES[name].steps)
    for _ in range(steps + 1):
        exercise.do("forward")
    assert exercise.finished
    assert "C'est fini" in words(exercise)
    for _ in range(steps + 1):
        exercise.do("backward")
    assert exercise.at == 0
    assert exercise.best is Outcome.NOT_TRIED


@pytest.mark.parametrize("name", EXERCISES)
def test_the_hints_lead_to_the_goal_by_themselves(name):
    exercise = Exercise(name, mode="guided")
    for _ in range(4 * len(EXERCISES[name].steps)):
        exercise.do("hint")
    assert exercise.finished
    assert exercise.best is Outcome.HELPED
    assert "Réussi, avec aide !" in words(exercise)


def test_the_first_miss_is_explained_and_the_second_is_shown():
    exercise = Exercise("se_connecter", mode="guided")
    exercise.do("sign_in", number="2 82", code="x")
    assert "Il manque des chiffres" in words(exercise)
    assert "À taper" not in words(exercise)
    exercise.do("sign_in", number="2 82", code="x")
    assert "À taper" in words(exercise)


def test_the_next_place_is_outlined_with_help_and_not_without():
    guided = Exercise("se_deconnecter", mode="guided")
    assert f"#{guided.key}-sign-out {{ outline" in guided.html
    assert "L'endroit est entouré" in words(guided)
    assert "outline" not in Exercise("se_deconnecter", mode="alone").html


def test_whoever_has_gone_elsewhere_is_told_and_brought_back():
    exercise = Exercise("nom_d_une_autre_personne", mode="guided")
    exercise.do("france_connect")
    exercise.do("choose", provider="impots")
    exercise.do("accept")
    assert "Ce n'est pas sur cette page" in words(exercise)
    for _ in range(4):
        exercise.do("hint")
    assert "Consigne 4" in words(exercise)
    assert "L'endroit est entouré" in words(exercise)


def test_a_mistake_that_has_a_word_is_heard_wherever_it_is_made():
    exercise = Exercise("installer_l_application", mode="guided")
    exercise.do("store")
    exercise.do("search_store", wanted="ameli")
    exercise.do("look_at", app="rembours")
    exercise.do("get")
    assert "Ce n'est pas la bonne" in words(exercise)


def test_an_exercise_may_begin_after_a_mistake():
    exercise = Exercise("adresse_deja_prise", mode="alone")
    assert "Cette adresse sert déjà à un autre compte" in words(exercise)
    exercise.do("start_again")
    assert "Cette adresse sert déjà à un autre compte" in words(exercise)
    exercise.do("contact", email="rose.dubois@courriel.example", phone="")
    assert exercise.finished


def test_whoever_looks_around_after_the_end_is_left_alone():
    exercise = Exercise("code_dans_le_spam", mode="guided")
    for _ in range(12):
        exercise.do("hint")
    exercise.do("back")
    assert exercise.finished
    assert exercise.focus.endswith("-title")


def test_alone_only_the_goal_is_told_and_any_way_to_it_counts():
    exercise = Exercise("se_connecter", mode="alone")
    assert "Consigne" not in words(exercise)
    exercise.do("sign_in", number="2 82 02 95 000 199", code="Faux-code-1")
    assert not exercise.finished
    exercise.do("sign_in", number="2820295000199", code="48151623")
    assert exercise.finished
    assert exercise.best is Outcome.ALONE
    assert exercise.focus.endswith("-task")
    assert exercise.say.startswith("Réussi")


def test_to_watch_leaves_the_site_as_it_is():
    exercise = Exercise("se_connecter", mode="watch")
    exercise.do("sign_in", number="2820295000199", code="48151623")
    assert exercise.screen.page.name == "login"
    assert "Étape suivante" in exercise.say


def again(exercise):
    """Return the exercise that a reload of the page gives."""
    after = Exercise(exercise.exercise.id, mode=exercise.first_mode.value)
    after.resume(json.loads(json.dumps(exercise.snapshot())))
    return after


def test_what_was_achieved_is_kept_and_a_finished_exercise_starts_afresh():
    exercise = Exercise("se_connecter", mode="alone")
    exercise.do("sign_in", number="2820295000199", code="48151623")
    assert exercise.snapshot() == {
        "exercise:se_connecter": "alone",
        "step:se_connecter:alone": {"mode": "alone", "at": 0, "helped": False},
        "last": "se_connecter",
    }
    after = again(exercise)
    assert "Réussi" in words(after)
    assert not after.finished
    assert "Vous reprenez" not in words(after)


@pytest.mark.parametrize("name", EXERCISES)
def test_every_exercise_is_taken_up_at_its_last_step_and_led_to_its_goal(name):
    exercise = Exercise(name, mode="guided")
    last = len(EXERCISES[name].steps) - 1
    exercise.resume({f"step:{name}:guided": {"mode": "guided", "at": last, "helped": False}})
    assert exercise.download is None
    assert f"Consigne {last + 1} sur" in words(exercise)
    assert (f"Vous reprenez à la consigne {last + 1}." in words(exercise)) == bool(last)
    step = exercise.step
    exercise.do(step.do, **typed_by(step, exercise.screen.world))
    assert exercise.finished
    assert exercise.best is Outcome.GUIDED


def test_a_reload_leads_back_to_the_same_step_in_the_same_mode():
    exercise = Exercise("nom_d_une_autre_personne", mode="guided")
    exercise.do("mode", mode="alone")
    exercise.do("france_connect")
    exercise.do("choose", provider="impots")
    after = again(exercise)
    assert after.mode is Mode.ALONE
    assert after.at == exercise.at > 0
    assert after.screen.page.name == exercise.screen.page.name
    assert "Vous reprenez là où vous en étiez." in words(after)
    after.do("accept")
    assert "Vous reprenez" not in words(after)


def test_what_is_watched_goes_on_where_it_was():
    exercise = Exercise("nom_d_une_autre_personne", mode="watch")
    exercise.do("forward")
    exercise.do("forward")
    after = again(exercise)
    assert "Vous reprenez après l'étape 2." in words(after)
    after.do("forward")
    assert after.at == 3


def test_a_step_that_was_done_for_the_learner_counts_after_a_reload_too():
    exercise = Exercise("nom_d_une_autre_personne", mode="guided")
    for _ in range(4):
        exercise.do("hint")
    after = again(exercise)
    while not after.finished:
        step = after.step
        after.do(step.do, **typed_by(step, after.screen.world))
    assert after.best is Outcome.HELPED


def test_the_same_exercise_twice_in_a_chapter_has_two_places_and_one_outcome():
    guided, alone = Exercise("se_connecter", mode="guided"), Exercise("se_connecter", mode="alone")
    alone.do("sign_in", number="2820295000199", code="48151623")
    kept = alone.snapshot() | guided.snapshot()
    assert kept["exercise:se_connecter"] == "alone"
    assert {"step:se_connecter:guided", "step:se_connecter:alone"} <= kept.keys()


def test_a_place_at_the_start_costs_nothing(monkeypatch):
    exercise = Exercise("se_connecter")
    kept = json.loads(json.dumps(exercise.snapshot()))
    monkeypatch.setattr(course_exercise, "begin", None)
    exercise.resume({**kept, "exercise:se_connecter": "done"})
    assert "Réussi" in words(exercise)


PLACE = "step:nom_d_une_autre_personne:guided"


@pytest.mark.parametrize(
    "place",
    [
        *(None, 3, "done", [], {}, {"mode": "guided"}, {"at": 1}),
        *({"mode": "guided", "at": at} for at in (-1, 99, 10**30, True, "1", 1.0, None, [1])),
        *({"mode": mode, "at": 1} for mode in (None, "asleep", 3, ["guided"], {})),
    ],
)
def test_a_damaged_place_is_the_start(place):
    exercise = Exercise("nom_d_une_autre_personne")
    exercise.resume({PLACE: place, "exercise:nom_d_une_autre_personne": "done"})
    assert (exercise.at, exercise.mode) == (0, Mode.GUIDED)
    assert "Réussi" in words(exercise)


@pytest.mark.parametrize("kept", [None, 3, {}, {"exercise:se_connecter": ["done"]}, {"exercise:se_connecter": "gagné"}])
def test_a_damaged_outcome_is_set_aside(kept):
    exercise = Exercise("se_connecter")
    exercise.resume(kept)
    assert exercise.best is Outcome.NOT_TRIED
    assert "exercise:se_connecter" not in exercise.snapshot()


def test_to_do_it_again_starts_afresh_and_keeps_what_was_achieved():
    exercise = Exercise("se_connecter", mode="alone")
    exercise.do("sign_in", number="2820295000199", code="48151623")
    exercise.do("start_again")
    assert not exercise.finished
    assert exercise.mode is Mode.ALONE
    assert "Réussi" in words(exercise)


@pytest.mark.parametrize(
    ("before", "after", "reason"),
    [
        ('start = "login"', 'start = "nulle_part"', "« nulle_part »"),
        ('persona = "jessica"', 'persona = "personne"', "« personne »"),
        ('goal = { signed_in = "jessica" }', "goal = {}", "au moins une chose"),
        ('instruction = "', 'instruction = "mot mot mot mot mot mot mot mot ', "15 mots au plus"),
        ('do = "sign_in"', 'do = "sign_in"\ncouleur = 1', "champ inconnu : couleur"),
    ],
)
def test_a_broken_exercise_is_refused_with_file_entry_and_reason(tmp_path, before, after, reason):
    text = (DATA / "exercises/06_se_connecter.toml").read_text(encoding="utf-8")
    assert before in text
    file = tmp_path / "04.toml"
    file.write_text(text.replace(before, after, 1), encoding="utf-8")
    with pytest.raises(DataError) as error:
        load_exercises(file, SITE)
    assert re.search(r"04\.toml, entrée « ?se_connecter", str(error.value).replace("\u00a0", " "))
    assert reason in str(error.value).replace("\u00a0", " ")
