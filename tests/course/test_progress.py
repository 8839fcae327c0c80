"""« Où j'en suis »: what was done, and nothing that shames."""

import json
import re
from itertools import islice, pairwise

import pytest
from hypothesis import given, settings

from atelier_ameli import Exercise, Practice, Progress, Question, Quiz, Screen
from practice.course.exercises.exercises import Outcome
from practice.course.exercises.outcomes import WORDS, Advance, to_take_up, whole
from practice.course.progress.results import all_names, results_of
from practice.drawing.typography import french
from practice.session import UnknownActionError
from tests.gallery.course import ALL, QUESTION, SOME
from tests.support import SITE
from tests.support.answers.anything import ANYTHING, HANDFULS, handfuls, thousands
from tests.support.pages import plain, soup, text

KEY = "exercise:se_connecter"


def progress(kept):
    one = Progress()
    one.resume(json.loads(json.dumps(kept)))
    return one


def advance(name, outcomes):
    return Advance(name, f"{name}.ipynb", tuple(outcomes))


def words_of(chapter):
    return lambda one: next(
        item.get_text(" ", strip=True) for item in soup(one).select(".parts li") if item.a.text.startswith(chapter)
    )


def test_every_exercise_belongs_to_a_chapter_of_the_course():
    chapters = {chapter.number for chapter in SITE.chapters}
    assert SITE.chapters_of_exercises.keys() <= chapters
    assert sum(map(len, SITE.chapters_of_exercises.values())) == len(SITE.exercises)


def test_at_first_nothing_is_done_and_that_is_normal():
    one = Progress()
    assert "C'est normal au début" in text(one)
    assert soup(one).select_one("a.go")["href"] == "00_bienvenue.ipynb"
    assert "Effacer" not in text(one)


def test_what_is_done_is_said_in_words_chapter_by_chapter():
    one = progress({KEY: "alone", "exercise:se_deconnecter": "helped", "exercise:trois_codes_faux": "guided"})
    ways = "1 sans aide, 1 guidé, 1 avec aide"
    assert f"3 exercices sur {len(SITE.exercises)} : {ways}" in plain(one)
    assert f"3 exercices sur {len(SITE.chapters_of_exercises[6])} : {ways}" in words_of("6.")(one).replace("\xa0", " ")


def test_what_an_older_version_kept_is_still_done_and_nothing_says_how():
    one = progress({KEY: "done", "exercise:se_deconnecter": "to_review"})
    assert f"2 exercices sur {len(SITE.exercises)} : 1 avec aide" in plain(one)
    assert not one.damaged


def test_no_result_is_a_fault_to_mend():
    assert not [words for words in WORDS.values() if "revoir" in words]


def test_the_best_that_was_done_is_what_is_said():
    order = [Outcome.NOT_TRIED, Outcome.HELPED, Outcome.DONE, Outcome.GUIDED, Outcome.ALONE]
    assert all(worse.or_better(better) is better.or_better(worse) is better for worse, better in pairwise(order))


def test_one_goes_on_where_something_is_left_then_nowhere():
    done, aside, later = (advance(n, o) for n, o in (("a", [Outcome.DONE]), ("b", [Outcome.HELPED]), ("c", [])))
    assert to_take_up([done, aside, later]) is None
    left = advance("d", [Outcome.DONE, Outcome.NOT_TRIED])
    assert to_take_up([aside, left]) is left
    assert whole([aside, left]).words == "2 exercices sur 3\N{NO-BREAK SPACE}: 1 avec aide"


def test_one_goes_on_in_the_chapter_that_was_left_last_then_in_those_after_it():
    first, second, third = (advance(n, [Outcome.NOT_TRIED]) for n in "abc")
    over = advance("b", [Outcome.DONE])
    assert to_take_up([first, second, third], "b.ipynb") is second
    assert to_take_up([first, over, third], "b.ipynb") is third
    assert to_take_up([first, over], "b.ipynb") is first
    assert to_take_up([first, second], "gone.ipynb") is first


def test_the_chapter_of_the_last_exercise_is_where_one_goes_on():
    exercise = Exercise("changer_adresse")
    assert "last" not in exercise.snapshot()
    exercise.do("hint")
    one = progress(exercise.snapshot())
    assert soup(one).select_one("a.go").text.startswith(french("Reprendre où j'en étais : 15."))
    assert "Vous pouvez le reprendre" in text(one)


def test_to_be_shown_an_exercise_in_another_chapter_changes_nothing():
    exercise = Exercise("se_connecter", mode="watch")
    exercise.do("forward")
    assert "last" not in exercise.snapshot()


@pytest.mark.parametrize("last", ["inconnu", 3, ["se_connecter"], {}, None])
def test_a_last_exercise_that_is_none_leads_to_the_first(last):
    one = progress({"last": last})
    assert soup(one).select_one("a.go").text.startswith("Commencer\xa0: 0. Bienvenue")


def test_whoever_has_only_answered_questions_is_led_to_the_first_exercise():
    name = next(iter(SITE.questions))
    one = progress({f"question:{name}": {"answer": "oui"}})
    assert soup(one).select_one("a.go").text.startswith("Commencer les exercices")


def test_quizzes_and_gestures_are_counted_in_words_and_none_is_judged():
    wrong = {question.id: question.answers[-1].id for question in SITE.quizzes["bilan"].questions[:2]}
    one = progress({"quiz:bilan": wrong, "practice": ["cliquer", "inconnu", 3]})
    total = len(SITE.quizzes["bilan"].questions)
    assert f"2 questions sur {total}" in text(one)
    assert "1 geste sur 7" in text(one)
    assert "Par quoi commencer" not in text(one)
    assert "Les exercices vous attendent" in text(one)


@pytest.mark.parametrize("value", [3, ["done"], {"x": 1}, "réussi", True, {"cliquer": 1}, [[], {}]])
def test_a_damaged_quiz_counts_for_nothing(value):
    one = progress({"quiz:bilan": value, "quiz:level_test": value, "practice": value})
    assert "C'est normal au début" in text(one)


def test_the_link_leads_to_a_chapter_that_can_be_opened():
    link = soup(progress(SOME)).select_one("a.go")
    assert link.text.startswith("Reprendre où j'en étais")
    assert link["href"] in {chapter.notebook for chapter in SITE.chapters}
    assert soup(progress(ALL)).select_one("a.go") is None


def test_questions_with_an_answer_are_counted():
    assert "répondu à 1 question." in text(progress(QUESTION))


def test_all_work_is_erased_after_a_second_question_and_in_the_browser_too():
    one = progress(SOME | QUESTION | {"place:login:jessica": {"page": "login"}})
    one.do("erase")
    assert one.snapshot() == {}
    one.do("ask")
    assert "Effacer tout ce que vous avez fait" in text(one)
    one.do("erase")
    emptied = one.snapshot()
    assert {*all_names(SITE), "place:login:jessica"} <= emptied.keys()
    assert not any(emptied.values())
    assert "C'est normal au début" in text(one)
    assert one.say == "Tout est effacé."


def test_one_chapter_is_done_again_and_the_others_stay():
    kept = {
        "exercise:se_connecter": "done",
        "step:se_connecter:guided": {"mode": "alone", "at": 0, "helped": False},
        "exercise:taper_l_adresse": "done",
    }
    shown = progress(kept)
    shown.do("again", chapter="06_se_connecter.ipynb")
    emptied = shown.snapshot()
    assert set(emptied.values()) == {""}
    assert {key for key in kept if key in emptied} == {key for key in kept if "se_connecter" in key}
    assert shown.results.outcomes["se_connecter"] is Outcome.NOT_TRIED
    assert shown.results.outcomes["taper_l_adresse"] is Outcome.DONE
    assert "repartent de zéro" in shown.say


@pytest.mark.parametrize(
    "chapter", [None, "", "01_decouvrir_le_compte_ameli.ipynb", "../atelier", ["06_se_connecter.ipynb"]]
)
def test_only_a_chapter_with_exercises_can_be_done_again(chapter):
    with pytest.raises(UnknownActionError):
        progress({}).do("again", chapter=chapter)


def test_what_is_left_of_erased_work_is_no_damage():
    exercise = Exercise("nom_d_une_autre_personne")
    exercise.do("france_connect")
    screen = Screen("login", persona="jessica")
    kept = {**exercise.snapshot(), **screen.snapshot(), "quiz:bilan": {}, "practice": []}
    emptied = dict.fromkeys(map(SITE.names.of, [*kept, *all_names(SITE)]), "")
    for session in (Progress(), Exercise("nom_d_une_autre_personne"), screen, Quiz("bilan"), Practice()):
        html = session.answer({"do": "resume", "answers": {"kept": emptied}})["html"]
        assert not re.search("pas pu relire|plus être lu|reprenez|trouble", html)


def test_all_that_teaches_and_is_kept_can_be_erased():
    sessions = (*(Exercise(name) for name in SITE.exercises), Quiz("bilan"), Quiz("level_test"), Practice())
    assert {name for session in sessions for name in session.snapshot()} <= {*all_names(SITE)}


def test_an_exercise_and_a_question_take_an_emptied_result_for_none():
    exercise, question = Exercise("se_connecter"), Question("accueil_paiement")
    exercise.resume({KEY: ""})
    question.resume({"question:accueil_paiement": ""})
    assert "Pas encore essayé" in text(exercise)
    assert question.right is None


def test_one_may_keep_the_results_after_all():
    one = progress(SOME)
    one.do("ask")
    one.do("keep")
    assert one.snapshot() == {}
    assert "4 exercices" in text(one)


@pytest.mark.parametrize("value", [3, ["done"], {"x": 1}, "réussi", True])
def test_a_damaged_result_is_set_aside_and_said_and_the_rest_is_there(value):
    one = progress({**SOME, KEY: value})
    done = sum(key != KEY for key in SOME)
    assert "mis de côté" in text(one)
    assert f"{done} exercices" in text(one)
    assert one.snapshot() == {KEY: ""}


def test_any_result_that_was_kept_is_one_or_counts_for_nothing():
    for value in islice(thousands(["done", "to_review", "alone"]), 0, None, 5):
        for kept in (value, {KEY: value, "question:accueil_paiement": value, "last": value}):
            results = results_of(SITE, kept)
            assert set(results.outcomes.values()) <= set(Outcome)
            assert results.last in ("", *SITE.exercises)


def test_any_store_is_read_calmly():
    one = Progress()

    @settings(max_examples=HANDFULS)
    @given(handfuls(ANYTHING))
    def throw(handful):
        for value in handful:
            for kept in (value, {KEY: value, "question:accueil_paiement": value}):
                one.resume(kept)
                assert "Ce que j'ai fait" in one.html

    throw()
