"""A question of a chapter: three outcomes, a word for each, nobody shamed."""

import json
import re
from dataclasses import replace
from decimal import Decimal

import pytest
from bs4 import BeautifulSoup
from hypothesis import given, settings

from atelier_ameli import Question, data
from practice.course.questions.questions import Kind, amount, day_and_month
from practice.course.questions.seen import misses
from tests.support import SITE
from tests.support.answers.anything import ANYTHING, HANDFULS, handfuls, thousands
from tests.support.pages import errors, text
from tests.support.refusals import refused


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


@pytest.mark.parametrize("code", ["48151623", "maquis1978", "Mon code est Glycine-38.", "Amande-82"])
def test_a_code_of_anybody_is_no_answer_it_is_erased_and_said_and_not_kept(code):
    question = asked("information_compte", answer=code)
    assert errors(question) == ["Un code était dans une case qui n'est pas la sienne. Nous l'avons effacé."]
    assert code not in question.html + json.dumps(question.snapshot())
    assert "Pas encore" not in text(question)


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


test_a_broken_question_is_refused_with_file_entry_and_reason = refused(
    "questions.toml",
    data.load_questions,
    ('answers = ["2,28"]', 'answers = ["deux"]', "comme « amount » le demande"),
    ('answers = ["2,28"]', 'answers = ["3,28"]', "right : « 2,28 €, le 21 février 2019."),
    ('shows = "2,28 €"', 'shows = "21,00 €"', "shows : « 21,00 € » ne dit pas la réponse juste, « 2,28 »"),
    ('right = "8 820,50 €', 'right = "8 280,50 €', "ne dit pas la réponse juste, « 8820,50 »"),
    ('answers = ["11 mars 2021"]', 'answers = ["12 mars 2021"]', "ne dit pas la réponse juste"),
    ('answers = ["Un médecin traitant"]', 'answers = ["Une voiture"]', "choices"),
    ('id = "accueil_messages"', 'id = "accueil_rendez_vous"', "déjà à une autre question"),
)


def test_a_trainer_can_show_the_answer_and_nobody_else_meets_it():
    question = asked("accueil_paiement")
    question.do("tell")
    assert "La réponse" in text(question)
    assert question.focus.endswith("-told")
    question.do("start_again")
    assert "2,28" not in question.html


CHOICES = [one for one in SITE.questions.values() if one.choices]
SEEN = [name for name, one in SITE.questions.items() if one.seen]


def test_neither_the_place_nor_the_length_of_a_choice_says_that_it_is_right():
    places = [one.options.index(one.answers[0]) / (len(one.options) - 1) for one in CHOICES]
    assert 0.4 <= sum(places) / len(places) <= 0.6  # 0: always the first; 1: always the last
    assert places.count(0) < len(places) / 2
    assert places.count(1) < len(places) / 2
    others = [max(len(choice) for choice in one.choices if choice not in one.answers) for one in CHOICES]
    longest = [one.id for one, other in zip(CHOICES, others, strict=True) if len(one.answers[0]) > other]
    assert len(longest) <= len(CHOICES) / 3, longest


def test_the_choices_of_a_question_keep_their_order_from_one_time_to_the_next():
    drawn = [BeautifulSoup(asked("europe_duree").html, "html.parser") for _ in range(2)]
    shown = [[label.text for label in one.select("label")] for one in drawn]
    assert shown[0] == shown[1]
    assert sorted(shown[0]) == sorted(SITE.questions["europe_duree"].choices)


@pytest.mark.parametrize("name", SEEN)
def test_what_a_question_asks_can_be_read_on_the_page_that_it_names(name):
    one = SITE.questions[name]
    assert misses(SITE, one) == ""
    lied = replace(one, seen=replace(one.seen, shows="des milliers d'euros"))
    assert "des milliers d'euros" in misses(SITE, lied)


def test_most_questions_about_a_number_or_a_day_are_read_on_a_page():
    read_off = [one for one in SITE.questions.values() if one.kind is not Kind.CHOICE]
    assert sum(one.seen is not None for one in read_off) >= len(read_off) * 0.9


def test_an_answer_that_puts_in_danger_is_told_no_and_any_other_not_yet():
    firm, mild = SITE.questions["changer_banque"], SITE.questions["europe_duree"]
    for one, word in ((firm, "Non."), (mild, "Pas encore")):
        wrong = next(choice for choice in one.choices if choice not in one.answers)
        assert BeautifulSoup(asked(one.id, answer=wrong).html, "html.parser").select_one(".outcome h4").text == word
