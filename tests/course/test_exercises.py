"""Every exercise is played by its own steps to its goal; its three modes say what there is to say."""

import json
import re

import pytest

from practice.course.exercises.exercise import Exercise
from practice.course.exercises.exercises import Mode, Outcome
from practice.course.exercises.goals import achieved, begin, done, next_step
from practice.course.exercises.loading_exercises import load_exercises
from practice.course.exercises.placeholders import typed_by
from practice.course.exercises.walkthrough import walkthrough
from practice.drawing.typography import french
from tests.support import SITE, tried_with_each
from tests.support.exercises import again, pointed, pointed_in, words, words_in
from tests.support.pages import soup, tree
from tests.support.refusals import refused

EXERCISES = SITE.exercises


def words_of_the_bar(exercise):
    return soup(exercise).find(id=f"{exercise.key}-exercise-bar").get_text(" ")


def plain(text):
    return text.replace("\u00a0", " ")


@tried_with_each(EXERCISES)
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


@tried_with_each(EXERCISES)
def test_each_moment_that_is_watched_shows_its_place_or_its_result_up_to_the_goal_and_one_may_go_back(name):
    exercise = Exercise(name, mode="watch")
    steps = EXERCISES[name].steps
    for number, step in enumerate(steps, 1):
        html = exercise.html
        assert plain(f"Consigne {number} sur {len(steps)} : {step.instruction}") in words_in(html)
        assert pointed_in(html) == [f"{exercise.key}-{step.target}"]
        exercise.do("forward")
        assert exercise.say.startswith(french(f"Consigne {number} sur"))
        assert "Fait." in exercise.say
        html = exercise.html
        assert not pointed_in(html)
        assert any(f'id="{place}"' in html for place in exercise.view_of(exercise.frame))
        assert exercise.finished == (number == len(steps))
        if not exercise.finished:
            assert exercise.focus == f"{exercise.key}-forward"
            exercise.do("forward")
            assert exercise.focus == f"{exercise.key}-forward"
            assert "Fait." not in exercise.say
            assert not exercise.finished
    assert "C'est fini" in words_in(html)
    exercise.do("forward")
    assert exercise.finished
    for _ in range(2 * len(steps) - 1):
        exercise.do("backward")
    assert exercise.at == 0
    assert exercise.best is Outcome.NOT_TRIED


def test_what_is_watched_goes_on_by_itself_when_it_is_asked_to_and_stops_at_the_end_or_when_asked():
    exercise = Exercise("se_connecter", mode="watch")
    assert "data-after" not in exercise.html
    exercise.do("play")
    assert int(soup(exercise).select_one("[data-after]")["data-after"]) >= 4000
    assert "Arrêter" in words(exercise)
    exercise.do("play")
    assert "data-after" not in exercise.html
    exercise.do("play")
    while not exercise.finished:
        exercise.do("forward")
        assert exercise.focus == f"{exercise.key}-{'now-you' if exercise.finished else 'exercise-play'}"
    assert "data-after" not in exercise.html
    assert f'id="{exercise.focus}"' in exercise.html


@tried_with_each(EXERCISES)
def test_the_hints_lead_to_the_goal_by_themselves_and_each_adds_something(name):
    exercise = Exercise(name, mode="guided")
    after = words(exercise)
    while not exercise.finished:
        before = after
        exercise.do("hint")
        after = words(exercise)
        assert set(after.split()) - set(before.split()), f"a hint that adds nothing: {before}"
    assert exercise.best is Outcome.HELPED
    assert "Réussi, avec aide !" in plain(after)


def test_the_first_miss_is_explained_and_the_second_is_shown_and_both_are_said():
    exercise = Exercise("se_connecter", mode="guided")
    exercise.do("sign_in", number="2 82", code="x")
    assert "Il manque des chiffres" in words(exercise)
    assert "Il manque des chiffres" in exercise.say
    assert exercise.focus == f"{exercise.key}-errors"
    assert "48151623" not in words_of_the_bar(exercise)
    exercise.do("sign_in", number="2 82", code="x")
    assert "48151623" in words_of_the_bar(exercise)


def test_the_target_is_marked_with_help_and_without_only_once_help_was_asked_for():
    guided = Exercise("se_deconnecter", mode="guided")
    assert pointed(guided) == [f"{guided.key}-sign-out"]
    alone = Exercise("se_connecter", mode="alone")
    assert not pointed(alone)
    assert "Consigne" not in words(alone)
    alone.do("hint")
    assert pointed(alone) == [f"{alone.key}-form"]
    assert "Consigne 1 sur 1" in words(alone)


def test_where_it_is_takes_the_focus_to_the_target_and_says_its_name():
    exercise = Exercise("se_connecter", mode="guided")
    exercise.do("where")
    assert exercise.focus == f"{exercise.key}-form"
    assert plain(exercise.say) == "Sur le site : la case « Mon numéro de sécurité sociale »."


@tried_with_each(EXERCISES)
def test_the_place_of_a_step_has_a_name_and_what_it_does_not_need_is_quiet_until_it_is_missed(name):
    exercise = Exercise(name, mode="guided")
    for step in EXERCISES[name].steps:
        drawing = tree(exercise.html)
        quiet = drawing.xpath("//*[@data-quiet]/@data-region")
        [here] = drawing.xpath("//*[@data-here]/ancestor::*[@data-region][1]/@data-region")
        assert here not in quiet
        assert ("card" in quiet) != bool(exercise.work.typed)
        exercise.do("where")
        assert re.fullmatch(r"(Sur|Sous|Dans) .* : l.+ « .+ ».", exercise.say.replace("\u00a0", " ")), exercise.say
        exercise.do(step.do, **typed_by(step, exercise.screen.world))
    exercise.do("start_again")
    exercise.work.misses = 1
    assert "data-quiet" not in exercise.html


def test_whoever_has_gone_elsewhere_is_told_at_once_and_can_come_back():
    exercise = Exercise("se_connecter", mode="guided")
    exercise.do("forgotten_code")
    assert "Ce n'est pas par ici" in exercise.say
    assert "Ce n'est pas sur cette page" in words(exercise)
    exercise.do("return")
    assert exercise.screen.page.name == "login"
    assert pointed(exercise)
    assert not exercise.work.helped


def test_whoever_has_gone_back_is_told_which_instruction_comes_again():
    exercise = Exercise("nom_d_une_autre_personne", mode="guided")
    exercise.do("france_connect")
    exercise.do("cancel")
    assert "Revenons à la consigne 1" in plain(exercise.say)
    assert pointed(exercise)


def test_to_have_it_done_where_it_cannot_be_done_begins_where_it_can():
    exercise = Exercise("se_connecter", mode="guided")
    exercise.do("forgotten_code")
    while not exercise.finished:
        exercise.do("hint")
    assert exercise.best is Outcome.HELPED


def test_to_change_the_mode_or_to_ask_for_help_loses_nothing():
    exercise = Exercise("ecrire_a_sa_caisse", mode="alone")
    exercise.do("open", page="messages")
    exercise.do("write")
    exercise.do("keep_draft", subject="Ma carte Vitale", text="Ma phrase à moi", document="Aucun document")
    for action, answers in (
        ("hint", {}),
        ("mode", {"mode": "guided"}),
        ("mode", {"mode": "watch"}),
        ("mode", {"mode": "alone"}),
    ):
        exercise.do(action, **answers)
    assert exercise.screen.page.name == "write_message"
    after = again(exercise)
    assert after.mode is Mode.ALONE
    assert "Ma phrase à moi" in after.html
    after.do("send_message", subject="Ma carte Vitale", text="Ma phrase à moi", document="Aucun document")
    assert "Ma phrase à moi" in json.dumps(after.work.keep(), ensure_ascii=False)
    assert "Que dois-je faire" not in json.dumps(after.work.keep(), ensure_ascii=False)


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
    while not exercise.finished:
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
    assert exercise.focus.endswith("-title")
    assert exercise.say.startswith("Réussi")


def test_at_success_what_the_site_says_is_said_first():
    exercise = Exercise("attestation_de_zoe", mode="guided")
    for step in exercise.exercise.steps:
        exercise.do(step.do, **typed_by(step, exercise.screen.world))
    site, _, told = exercise.say.partition(f" {exercise.ending}. ")
    assert "téléchargements" in site
    assert told == exercise.exercise.well_done


def test_what_is_said_is_of_the_last_action_alone():
    exercise = Exercise("changer_banque", mode="guided")
    while not exercise.finished:
        exercise.do("hint")
        assert exercise.say.count("Ensuite :") <= 1
    exercise.do("mode", mode="watch")
    assert "Ensuite" not in exercise.say


def test_to_watch_leaves_the_site_as_it_is():
    exercise = Exercise("se_connecter", mode="watch")
    exercise.do("sign_in", number="2820295000199", code="48151623")
    assert exercise.screen.page.name == "login"
    assert "Montrer la suite" in exercise.say


test_a_broken_exercise_is_refused_with_file_entry_and_reason = refused(
    "exercises/06_se_connecter.toml",
    lambda file: load_exercises(file, SITE),
    ('start = "login"', 'start = "nulle_part"', "« nulle_part »"),
    ('persona = "jessica"', 'persona = "personne"', "« personne »"),
    ('goal = { signed_in = "jessica" }', "goal = {}", "au moins une chose"),
    ('instruction = "', 'instruction = "mot mot mot mot mot mot mot mot ', "15 mots au plus"),
    ('do = "sign_in"', 'do = "sign_in"\ncouleur = 1', "champ inconnu : couleur"),
)
