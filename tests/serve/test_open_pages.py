"""Pages that the server remembers: what they hear after a cut, and which of them make room."""

import json

import pytest

from atelier_ameli import Question, Screen
from atelier_ameli.site import NOTEBOOKS, Site
from practice.doors.voila.chapters import open_calls
from practice.doors.voila.open_pages import MOST_UNHEARD, OpenPage, OpenPages
from practice.session import Context, Session

FALSE = {"do": "sign_in", "answers": {"number": "2 82 02 95 000 199", "code": "Faux-code-1"}}


class Clock:
    """A clock that a test moves."""

    now = 0.0

    def __call__(self) -> float:
        return self.now


def page() -> OpenPage:
    at = Context(Site.load())
    return OpenPage(
        {one.key: one for one in (Screen("login", persona="jessica", at=at), Screen("login", persona="jean", at=at))}
    )


def said(answer: str) -> dict:
    return json.loads(answer)


def test_the_first_word_holds_an_answer_of_each_session_whose_screen_is_shown():
    one = page()
    assert said(one.open({})) == {"life": one.life, "open": []}
    assert [key for key, _ in said(one.open({}, ["ecran2", "ecran9", 3]))["open"]] == ["ecran2"]
    first = said(one.open({}, ["ecran1", "ecran2"]))
    assert [key for key, _ in first["open"]] == ["ecran1", "ecran2"]
    assert {answer["turn"] for _, answer in first["open"]} == {0}


def test_a_session_is_made_when_its_screen_is_first_shown(course_room):
    drawn = course_room.chapters.get(course_room.chapters.read("06_se_connecter"), course_room.site)
    one = OpenPage(drawn.open(drawn=True))
    one.open({})
    assert len(one.sessions) == 0
    assert "html" not in said(one.answer(1, "ecran2", {"do": "resume", "answers": {"kept": {}}, "turn": 0}))["answer"]
    assert len(one.sessions) == 1
    assert one.sessions.get("ecran99") is None


def test_a_session_made_alone_is_the_one_that_it_is_in_its_chapter(course_room):
    """Two exercises of the same name in a chapter keep their work apart, whichever is shown first."""
    for file in sorted(NOTEBOOKS.glob("*.ipynb")):
        chapter = course_room.chapters.read(file.stem)
        alone = course_room.chapters.get(chapter, course_room.site).open(drawn=True)
        opened = open_calls(chapter.calls, course_room.site, chapter.name)
        together = [one for one in opened if isinstance(one, Session)]
        for one in reversed(together):
            assert alone.get(one.key).snapshot().keys() == one.snapshot().keys()
            assert alone.get(one.key).html == one.html


def test_an_action_that_comes_again_is_done_once_and_its_answer_is_given_again():
    one = page()
    answer = one.answer(1, "ecran1", FALSE)
    assert one.answer(1, "ecran1", FALSE) is None
    assert one.sessions["ecran1"].world.account.failed_attempts == 1
    back, *missed = one.come_back(seen=0)
    assert said(back) == {"life": one.life, "done": 1}
    assert missed == [answer]


def test_an_answer_that_was_heard_is_not_given_again():
    one = page()
    one.answer(1, "ecran1", FALSE)
    second = one.answer(2, "ecran2", FALSE)
    assert one.come_back(seen=1)[1:] == [second]
    assert one.come_back(seen=2)[1:] == []


def test_sessions_of_a_page_do_not_know_each_other():
    one = page()
    one.answer(1, "ecran1", FALSE)
    assert one.sessions["ecran2"].world.account.failed_attempts == 0


def test_an_action_for_nobody_is_answered_all_the_same():
    one = page()
    for number, key in enumerate(("ecran9", None, 3, ["ecran1"], {}), 1):
        assert said(one.answer(number, key, FALSE)) == {"n": number, "to": key, "answer": {}}


def test_the_page_that_has_been_silent_for_longest_makes_room():
    pages = OpenPages(Clock(), most=2)
    pages.add("a", page())
    pages.add("b", page())
    pages.get("a")
    pages.add("c", page())
    assert [bool(pages.get(name)) for name in "abc"] == [True, False, True]


def test_only_a_page_that_has_been_away_for_longer_than_a_break_is_forgotten():
    clock = Clock()
    pages = OpenPages(clock, idle=3600)
    for name in ("forgotten", "open", "break"):
        pages.add(name, page())
        pages.get(name).connection = name
    pages.left("forgotten", "forgotten")
    clock.now = 16 * 60
    pages.left("break", "break")
    clock.now = 61 * 60
    pages.cull()
    assert [bool(pages.get(name)) for name in ("forgotten", "open", "break")] == [False, True, True]


def test_a_former_connection_that_ends_late_does_not_take_the_page_away_from_the_new_one():
    pages = OpenPages(Clock())
    pages.add("a", page())
    pages.get("a").connection = "new"
    pages.left("a", "old")
    assert pages.speaks("a", "new")
    assert pages.speaks("a", "old") is None


def test_an_answer_that_was_heard_is_not_kept():
    at = Context(Site.load())
    one = OpenPage({"question1": Question("accueil_paiement", at=at)})
    one.answer(1, "question1", {"do": "answer", "answers": {"answer": "12"}})
    one.heard(1)
    assert one._unheard == {}


def test_a_page_that_speaks_and_hears_nothing_is_cut_off_and_one_that_listens_never_is():
    one = page()
    for number in range(1, 3 * MOST_UNHEARD):
        one.answer(number, "ecran9", FALSE)
        one.heard(number - 20)
    one.heard(one.done)
    following = one.done + 1
    for number in range(following, following + MOST_UNHEARD):
        one.answer(number, "ecran9", FALSE)
    with pytest.raises(ValueError, match="unheard"):
        one.answer(following + MOST_UNHEARD, "ecran9", FALSE)
