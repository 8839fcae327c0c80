"""A question of a chapter: three outcomes, a word for each, nobody shamed."""

import json
import re
from decimal import Decimal

import pytest
from bs4 import BeautifulSoup
from hypothesis import given, settings

from atelier_ameli import Question, data
from practice.course.questions.questions import Kind, amount, day_and_month
from tests.support import SITE
from tests.support.anything import ANYTHING, HANDFULS, handfuls, thousands
from tests.support.pages import errors, text
from tests.support.refusals import refusal


def asked(name, **answers):
    question = Question(name)
    if answers:
        question.do("answer", **answers)
    return question


def test_before_an_answer_only_the_prompt_is_said():
    question = asked("accueil_paiement")
    assert "Quel est le montant du paiement le plus récent de Nadia\u00a0?" in text(question)
    assert "2,28" not in question.html
    assert "Oui" not in text(question)
    assert "Pas encore" not in text(question)


@pytest.mark.parametrize("typed", ["2,28", "2.28", "2,28 €", " 2,28\u00a0€ ", "2 € 28", "2 euros 28"])
def test_a_right_amount_is_right_however_it_is_written(typed):
    question = asked("accueil_paiement", answer=typed)
    assert "Oui 2,28 €, le 21 février 2019." in text(question).replace("\u00a0", " ")
    assert question.focus.endswith("-outcome")


@pytest.mark.parametrize("typed", ["11/03/2021", "11 mars", "le jeudi 11 mars 2021", "11.03.21", "11 MARS 2021"])
def test_a_right_date_is_right_however_it_is_written(typed):
    assert "Oui" in text(asked("accueil_rendez_vous", answer=typed))


def test_capitals_and_spaces_do_not_matter_in_a_text():
    assert "Oui" in text(asked("information_compte", answer="8d 38"))


def test_a_typical_wrong_answer_gets_its_own_word_and_any_other_a_hint():
    assert "Il y en a un plus récent" in text(asked("accueil_paiement", answer="21,00"))
    said = text(asked("accueil_paiement", answer="beaucoup"))
    assert "Pas encore" in said
    assert "Mes derniers paiements" in said


def test_one_may_try_again():
    question = asked("accueil_paiement", answer="21")
    question.do("answer", answer="2,28")
    assert "Oui" in text(question)


def test_no_answer_is_asked_for_and_is_not_a_wrong_one():
    question = asked("information_medecin", answer="")
    assert errors(question) == ["Choisissez une réponse, puis vérifiez."]
    assert "Pas encore" not in text(question)


def test_an_answer_is_there_after_a_reload_and_a_real_number_is_not():
    before = asked("information_compte", answer="8D38")
    after = Question("information_compte")
    after.resume(json.loads(json.dumps(before.snapshot())))
    assert "Oui" in text(after)
    refused = asked("information_compte", answer="2 82 02 95 046 199")
    assert "046" not in refused.html + json.dumps(refused.snapshot())


@pytest.mark.parametrize("kept", [None, [], {"answer": 3}, {"answer": "x" * 999}, {"answer": "2 82 02 95 046 199"}])
def test_a_damaged_answer_is_set_aside(kept):
    question = Question("accueil_delai")
    question.resume({"question:accueil_delai": kept})
    assert question.right is None
    assert errors(question) == []


def test_a_still_shows_the_prompt_and_no_answer():
    still = BeautifulSoup(Question("accueil_paiement").still, "html.parser")
    assert still.find("fieldset").has_attr("disabled")
    assert "Quel est le montant" in still.get_text()


def test_every_question_has_its_answers_and_no_word_shames():
    for question in SITE.questions.values():
        assert all(question.is_right(answer) for answer in question.answers)
        assert not any(question.is_right(hint.answer) for hint in question.hints)
        for words in (question.right, question.wrong, *(hint.words for hint in question.hints)):
            assert not re.search(r"\b(faux|fausse|erreur|mauvais|raté)\b", words, re.IGNORECASE)


def test_amounts_and_dates_that_are_none_are_no_error():
    assert amount("seize") is None
    assert amount("1 234,5 €") == Decimal("1234.50")
    assert day_and_month("31/02/2021") is None
    assert day_and_month("0 mars") is None


@pytest.mark.parametrize("kind", Kind)
def test_any_words_are_read_and_get_a_word(kind):
    question = next(q for q in SITE.questions.values() if q.kind is kind)
    words = {question.right, question.wrong, *(hint.words for hint in question.hints)}
    said = {question.word(typed) for typed in thousands(question.answers) if isinstance(typed, str)}
    assert {question.right, question.wrong} <= said <= words


@pytest.mark.parametrize("kind", Kind)
def test_any_answer_is_right_or_gets_a_word(kind):
    name = next(q.id for q in SITE.questions.values() if q.kind is kind)
    question = Question(name)

    @settings(max_examples=HANDFULS)
    @given(handfuls(ANYTHING))
    def throw(handful):
        for answer in handful:
            question.do("answer", answer=answer)
            assert re.search("Oui|Pas encore|à corriger", question.html)
            assert not re.search("<script|<img", question.html)
            json.dumps(question.snapshot()).encode("utf-8")

    throw()


@pytest.mark.parametrize(
    ("before", "after", "reason"),
    [
        ('answers = ["2,28"]', 'answers = ["deux"]', "comme « amount » le demande"),
        ('answers = ["Un médecin traitant"]', 'answers = ["Une voiture"]', "choices"),
        ('id = "accueil_messages"', 'id = "accueil_rendez_vous"', "déjà à une autre question"),
    ],
)
def test_a_broken_question_is_refused_with_file_entry_and_reason(tmp_path, before, after, reason):
    said = refusal(tmp_path, "questions.toml", before, after, data.load_questions)
    assert "questions.toml" in said
    assert reason in said


def test_a_trainer_can_show_the_answer_and_nobody_else_meets_it():
    question = asked("accueil_paiement")
    question.do("tell")
    assert "La réponse" in text(question)
    assert question.focus.endswith("-told")
    question.do("start_again")
    assert "2,28" not in question.html
