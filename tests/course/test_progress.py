"""« Où j'en suis » and the attestation: what was done, nothing that shames, a name that stays nowhere."""

import io
import json
import re

import pypdf
import pytest
from hypothesis import given, settings

from atelier_ameli import Attestation, Exercise, Progress, Question, data
from atelier_ameli.course.results import exercise_keys, question_keys
from atelier_ameli.domain.exercises import Outcome
from atelier_ameli.domain.progress import advance, to_take_up
from atelier_ameli.exercises_data import by_chapter, exercises
from tests.drawings_course import ALL, QUESTION, SOME
from tests.pages import errors, soup, text
from tests.screens.test_any_input import ANYTHING, HANDFUL, handfuls

KEY = "atelier:exercise:se_connecter"


def progress(kept):
    one = Progress()
    one.resume(json.loads(json.dumps(kept)))
    return one


def words_of(chapter):
    return lambda one: next(
        item.get_text(" ", strip=True) for item in soup(one).select(".parts li") if item.a.text.startswith(chapter)
    )


def made(name):
    """Return the text of the attestation that is given for a name."""
    one = Attestation()
    one.resume(SOME | QUESTION)
    one.do("make", name=name)
    file = one.desk.download
    return one, "\n".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(file.content)).pages)


def test_every_exercise_belongs_to_a_chapter_of_the_course():
    chapters = {chapter.number for chapter in data.chapters()}
    assert by_chapter().keys() <= chapters
    assert sum(map(len, by_chapter().values())) == len(exercises())


def test_at_first_nothing_is_done_and_that_is_normal():
    one = Progress()
    assert "C'est normal au début" in text(one)
    assert "Commencer les exercices" in text(one)
    assert "Effacer" not in text(one)


def test_what_is_done_is_said_in_words_chapter_by_chapter():
    one = progress({KEY: "done", "atelier:exercise:se_deconnecter": "to_review"})
    assert f"2 exercices sur {len(exercises())}, dont 1 à revoir" in text(one)
    assert f"2 exercices sur {len(by_chapter()[4])}, dont 1 à revoir" in words_of("4.")(one)


def test_one_goes_on_where_something_is_left_then_where_something_is_to_review_then_nowhere():
    done, aside, later = (advance(n, f"{n}.ipynb", o) for n, o in (("a", ["done"]), ("b", [Outcome.DONE]), ("c", [])))
    assert to_take_up([done, aside, later]) is None
    left = advance("d", "d.ipynb", [Outcome.DONE, Outcome.NOT_TRIED])
    review = advance("e", "e.ipynb", [Outcome.TO_REVIEW])
    assert to_take_up([aside, review, left]) is left
    assert to_take_up([aside, review]) is review


def test_the_link_leads_to_a_chapter_that_can_be_opened():
    link = soup(progress(SOME)).select_one("a.go")
    assert link.text.startswith("Reprendre où j'en étais")
    assert link["href"] in {chapter.notebook for chapter in data.chapters()}
    assert soup(progress(ALL)).select_one("a.go") is None


def test_questions_with_an_answer_are_counted():
    assert "répondu à 1 question." in text(progress(QUESTION))


def test_results_are_erased_after_a_second_question_and_in_the_browser_too():
    one = progress(SOME | QUESTION)
    one.do("erase")
    assert one.desk.snapshot() == {}
    one.do("ask")
    assert "Effacer tous vos résultats" in text(one)
    one.do("erase")
    emptied = one.desk.snapshot()
    assert {*exercise_keys(), *question_keys()} <= emptied.keys()
    assert not any(emptied.values())
    assert "C'est normal au début" in text(one)
    assert one.desk.say == "Vos résultats sont effacés."


def test_an_exercise_and_a_question_take_an_emptied_result_for_none():
    exercise, question = Exercise("se_connecter"), Question("accueil_paiement")
    exercise.resume({KEY: ""})
    question.resume({"atelier:question:accueil_paiement": ""})
    assert "Pas encore essayé" in text(exercise)
    assert question.desk.right is None


def test_one_may_keep_the_results_after_all():
    one = progress(SOME)
    one.do("ask")
    one.do("keep")
    assert one.desk.snapshot() == {}
    assert "4 exercices" in text(one)


@pytest.mark.parametrize("value", [3, ["done"], {"x": 1}, "réussi", True])
def test_a_damaged_result_is_set_aside_and_said_and_the_rest_is_there(value):
    one = progress({**SOME, KEY: value})
    done = sum(key != KEY for key in SOME)
    assert "mis de côté" in text(one)
    assert f"{done} exercices" in text(one)
    assert one.desk.snapshot() == {KEY: ""}


def test_any_store_is_read_calmly():
    one = Progress()

    @settings(max_examples=2000 // HANDFUL)
    @given(handfuls(ANYTHING))
    def throw(handful):
        for value in handful:
            for kept in (value, {KEY: value, "atelier:question:accueil_paiement": value}):
                one.resume(kept)
                assert "Ce que j'ai fait" in one.html

    throw()


def test_the_attestation_says_the_name_and_what_was_done_and_leaves_the_date_to_a_hand():
    one, paper = made("Camille Martin")
    assert "Camille Martin" in paper
    assert "Attestation de suivi" in paper
    assert re.search(r"4 exercices sur|exercices? sur", paper)
    assert "Questions avec une réponse" in paper
    assert re.search(r"Date : \.{20}", paper.replace("\N{NO-BREAK SPACE}", " "))
    assert "SPECIMEN" not in paper
    assert "téléchargements" in text(one)


def test_the_name_stays_nowhere():
    one, _ = made("Zénobie Untel")
    assert "Untel" not in one.html + json.dumps(one.desk.snapshot()) + one.desk.say
    assert one.desk.download is None
    assert "Untel" not in repr(vars(one.desk)) + repr(one.desk.form.data)


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("", "Tapez un prénom et un nom."),
        ("Camille 3", "Un nom n'a pas de chiffre."),
        ("2 82 02 95 046 199", "ressemble à un vrai numéro"),
        ("Камиль", "un signe que nous ne savons pas imprimer"),
        ("x" * 200, "trop long"),
    ],
)
def test_what_is_no_name_is_refused_kindly_and_erased(name, said):
    one = Attestation()
    one.do("make", name=name)
    assert said in errors(one)[0]
    assert one.desk.download is None
    assert soup(one).find("input")["value"] == ""


def test_any_name_gives_a_paper_or_a_word():
    one = Attestation()

    @settings(max_examples=300 // HANDFUL)
    @given(handfuls(ANYTHING))
    def throw(handful):
        for name in handful:
            one.do("make", name=name)
            assert bool(one.desk.download) != bool(errors(one))

    throw()
