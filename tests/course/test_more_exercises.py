"""More exercises: one chooses from a list, does one, comes back; and a chapter shows all of its exercises."""

import re

import pytest

import atelier_ameli
from atelier_ameli import MoreExercises
from atelier_ameli.data import DATA
from practice.chapter import read_chapter
from practice.session import UnknownActionError
from tests.support import SITE

RIGHT = {"number": "2820295000199", "code": "48151623"}


@pytest.fixture
def more():
    return MoreExercises("se_connecter", "trois_codes_faux")


def take(more, name="se_connecter"):
    more.do("take_exercise", exercise=name)


def test_the_list_says_what_each_exercise_is_and_what_came_of_it(more):
    for exercise in more.exercises:
        assert exercise.title in more.html
    assert more.html.count("Pas encore essayé.") == 2


def test_an_exercise_that_is_chosen_is_done_with_help_and_the_list_tells_it(more):
    take(more)
    assert "Consigne 1 sur" in more.html
    assert f'id="{more.focus}"' in more.html
    more.do("sign_in", **RIGHT)
    assert more.snapshot()["exercise:se_connecter"] == "guided"
    more.do("all_exercises")
    assert more.html.count("Réussi, guidé.") == 1
    assert more.html.count("Pas encore essayé") == 1
    assert more.focus in re.findall('id="([^"]+)"', more.html)


def test_an_exercise_is_taken_up_where_it_was_left(more):
    more.resume({"step:trois_codes_faux:guided": {"mode": "guided", "at": 1, "helped": False}})
    take(more, "trois_codes_faux")
    assert "Vous reprenez à la consigne 2." in more.html


@pytest.mark.parametrize("kept", [None, [], {"exercise:se_connecter": ["x"]}, {"step:se_connecter:guided": 3}])
def test_what_was_kept_is_not_trusted(more, kept):
    more.resume(kept)
    take(more)
    assert "Consigne 1 sur" in more.html


@pytest.mark.parametrize("name", [None, "", "nulle_part", ["se_connecter"], "quitter_un_faux_site"])
def test_only_what_is_in_the_list_can_be_chosen(more, name):
    with pytest.raises(UnknownActionError):
        take(more, name)
    with pytest.raises(UnknownActionError):
        more.do("sign_in", **RIGHT)


def test_two_of_them_on_a_page_share_no_id():
    first, second = MoreExercises("se_connecter"), MoreExercises("se_connecter")
    for one in (first, second):
        take(one)
    ids = re.findall('id="([^"]+)"', first.html)
    assert not set(ids) & set(re.findall('id="([^"]+)"', second.html))


@pytest.mark.parametrize("chapter", [c for c in SITE.chapters if c.notebook], ids=lambda chapter: chapter.notebook)
def test_a_chapter_shows_each_of_its_exercises_once(chapter):
    notebook = read_chapter(DATA.parent / "notebooks" / chapter.notebook, atelier_ameli)
    alone = [call.args[0] for call in notebook.named("Exercise")]
    listed = [name for call in notebook.named("MoreExercises") for name in call.args]
    assert not set(alone) & set(listed)
    assert {exercise.id for exercise in SITE.chapters_of_exercises.get(chapter.number, ())} <= {*alone, *listed}
