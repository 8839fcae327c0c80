"""The quizzes: one question at a time, a word for each answer, chapters proposed, no score."""

import io
import json
import re

import pypdf
import pytest
from hypothesis import given, settings

from atelier_ameli import LevelTest, Quiz
from practice.course.loading import load_quiz
from tests.gallery.course import answers, played
from tests.support import SITE
from tests.support.answers.anything import ANYTHING, HANDFULS, handfuls, thousands
from tests.support.pages import errors, soup, text
from tests.support.refusals import refused

KEY = "quiz:level_test"


def proposed(quiz):
    return [item.get_text(" ", strip=True).partition(".")[0] for item in soup(quiz).select(".parts li")]


@pytest.mark.parametrize("name", SITE.quizzes)
def test_a_quiz_is_short_and_one_may_always_say_that_one_does_not_know(name):
    quiz = SITE.quizzes[name]
    assert 6 <= len(quiz.questions) <= 11
    for question in quiz.questions:
        assert question.answers[-1].text == "Je ne sais pas"
        assert question.answers[-1].chapters
        assert any(not answer.chapters for answer in question.answers) or question.id == "envie"
        for answer in question.answers:
            assert not re.search(r"\b(faux|erreur|mauvais|raté|score|points?)\b", answer.word, re.IGNORECASE) or (
                "faux messages" in answer.word
            )


@pytest.mark.parametrize("name", SITE.quizzes)
def test_the_words_of_a_quiz_are_short(name):
    for question in SITE.quizzes[name].questions:
        for words in (question.prompt, *(answer.word for answer in question.answers)):
            for sentence in re.split(r"[.!?:](?:\s|$)", words):
                assert len(sentence.split()) <= 15, sentence


def test_each_question_comes_alone_and_each_answer_has_its_word():
    for name, quiz in SITE.quizzes.items():
        for at, question in enumerate(quiz.questions):
            one = Quiz(name)
            one.resume({f"quiz:{name}": {q.id: q.answers[0].id for q in quiz.questions[:at]}})
            assert soup(one).h3.text == question.prompt
            for answer in question.answers:
                one.do("answer", **{f"answer_{question.id}": answer.id})
                assert answer.word in text(one)


def test_no_answer_is_asked_for_before_one_goes_on():
    one = LevelTest()
    one.do("answer")
    assert errors(one) == ["Choisissez une réponse, puis cliquez sur «\u00a0Valider\u00a0»."]
    one.do("go_on")
    assert "question 1 sur 9" in text(one)


def test_the_answers_propose_chapters_in_the_order_of_the_course():
    beginner = played(LevelTest(), *answers("level_test", -1))
    assert proposed(beginner) == ["0", "1", "2", "3", "7", "8", "9", "10"]
    at_ease = played(LevelTest(), *answers("level_test", 0))
    assert proposed(at_ease) == ["12", "13", "14", "15"]


def test_whoever_knows_all_is_told_so_without_a_score():
    quiz = SITE.quizzes["bilan"]
    one = Quiz("bilan")
    right = {q.id: next(a.id for a in q.answers if not a.chapters) for q in quiz.questions}
    one.resume({"quiz:bilan": right})
    assert "Tout cela est acquis" in text(one)
    assert not re.search(r"\d+ ?(/|sur) ?\d+|%", text(one))


def test_one_may_go_back_change_an_answer_and_start_again():
    one = played(LevelTest(), *answers("level_test", -1))
    one.do("back")
    assert "question 9 sur 9" in text(one)
    one.do("answer", answer_envie="phone")
    one.do("go_on")
    assert "22" in proposed(one)
    one.do("start_again")
    assert "question 1 sur 9" in text(one)
    assert one.snapshot() == {KEY: {}}


def test_answers_are_there_after_a_reload():
    before = played(LevelTest(), ("answer", {"answer_clavier": "often"}), ("go_on", {}))
    after = LevelTest()
    after.resume(json.loads(json.dumps(before.snapshot())))
    assert "question 2 sur 9" in text(after)


def test_the_same_questions_are_given_on_paper():
    for name, quiz in SITE.quizzes.items():
        one = Quiz(name)
        one.do("print")
        pages = pypdf.PdfReader(io.BytesIO(one.download.content)).pages
        paper = " ".join("\n".join(page.extract_text() for page in pages).replace("\N{NO-BREAK SPACE}", " ").split())
        for question in quiz.questions:
            for words in (question.prompt, *(answer.text for answer in question.answers)):
                assert words.replace("\N{NO-BREAK SPACE}", " ") in paper
        one.do("go_on")
        assert one.download is None


def test_only_answers_of_the_quiz_are_taken_up():
    quiz = SITE.quizzes["level_test"]
    answers = {question.id: {answer.id for answer in question.answers} for question in quiz.questions}
    for value in thousands(sorted(answers["clavier"])):
        assert quiz.given(value) == {}
        given = quiz.given({"clavier": value, "compte": value, value if isinstance(value, str) else "": "often"})
        assert all(one in answers[name] for name, one in given.items())


def test_anything_kept_or_sent_is_met_calmly():
    one = LevelTest()

    @settings(max_examples=HANDFULS)
    @given(handfuls(ANYTHING))
    def throw(handful):
        for value in handful:
            one.resume({KEY: value})
            one.resume({KEY: {"clavier": value, "compte": "used"}})
            one.do("answer", answer_clavier=value)
            assert not re.search("<script|<img", one.html)

    throw()


test_a_broken_quiz_is_refused_with_file_and_reason = refused(
    "level_test.toml",
    lambda file: load_quiz(file, SITE.chapters),
    ("chapters = [6, 7]", "chapters = [99]", "n'est pas dans course.toml"),
    ('id = "compte"', 'id = "clavier"', "chacune avec un id"),
    ('id = "little"', 'id = "often"', "chacune avec un id"),
)


def test_chapters_that_come_later_are_named_without_a_link():
    one = played(LevelTest(), *answers("level_test", -1))
    known = {chapter.notebook for chapter in SITE.chapters}
    assert all(link["href"] in known for link in soup(one).select(".parts a"))
