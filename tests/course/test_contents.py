"""The contents of a chapter: they say which steps are done, by what the browser remembers."""

import pytest
from bs4 import BeautifulSoup

from practice.chapter import read_chapter
from practice.course.exercises.exercise import Exercise
from practice.course.outline.contents import KEY, entries_of
from practice.course.questions.question import Question
from practice.doors.voila.chapters import open_calls
from practice.session import Context
from tests.support import ROOT, SITE

RIGHT = SITE.questions["france_connect_transmis"].answers[0]


def contents_of(name):
    chapter = read_chapter(ROOT / "notebooks" / f"{name}.ipynb", SITE.offers)
    return entries_of(chapter, open_calls(chapter.calls, SITE, name)).open(Context(SITE, KEY))


def told(contents, kept):
    """Return the lines of the contents that say something of what is done, once the browser has said what it keeps."""
    kept = {SITE.names.of(name): value for name, value in kept.items()} if isinstance(kept, dict) else kept
    contents.answer({"turn": 0, "do": "resume", "answers": {"kept": kept}})
    lines = BeautifulSoup(contents.html, "html.parser").find_all("li")
    assert [line.a["href"] for line in lines] == [f"#{entry.name}" for entry in contents.entries]
    return [" ".join(line.get_text().replace("\u00a0", " ").split()) for line in lines if line.find("span")]


def test_an_exercise_that_is_done_is_marked_in_words_but_not_where_it_is_only_watched():
    exercise = Exercise("se_connecter")
    exercise.do("sign_in", number="2820295000199", code="48151623")
    contents = contents_of("06_se_connecter")
    assert told(contents, exercise.snapshot()) == ["À vous : entrez dans le compte de Jessica ✓ fait"]
    assert "Exercices et questions : 1 fait sur 8." in contents.html.replace("\u00a0", " ")


def test_a_question_is_done_once_it_is_answered_right():
    question, contents = Question("france_connect_transmis"), contents_of("06_se_connecter")
    for answer, marked in (("nawak", False), (RIGHT, True)):
        question.do("answer", answer=answer)
        assert bool(told(contents, question.snapshot())) == marked


def test_of_several_exercises_the_contents_say_how_many_are_done():
    contents = contents_of("06_se_connecter")
    assert told(contents, {"exercise:trois_codes_faux": "alone"}) == ["D'autres exercices 1 sur 2"]
    assert told(contents, {}) == []


@pytest.mark.parametrize("name", ["00_bienvenue", "23_bilan"])
@pytest.mark.parametrize(
    "kept", [None, 3, {"practice": 3, "quiz:bilan": [], "quiz:level_test": 1, "exercise:se_connecter": {}}]
)
def test_what_is_damaged_counts_for_nothing(name, kept):
    assert told(contents_of(name), kept) == []


def test_gestures_and_the_answers_of_a_quiz_count_too():
    goals = [goal.id for goal in SITE.goals]
    assert told(contents_of("00_bienvenue"), {"practice": goals}) == ["La souris et le clavier ✓ fait"]
    given = {question.id: question.answers[0].id for question in SITE.quizzes["bilan"].questions[:2]}
    assert told(contents_of("23_bilan"), {"quiz:bilan": given}) == ["Ce que je sais maintenant 2 sur 11"]
