"""Mouse and keyboard: each goal is checked here, reached or not yet, and none is an obligation."""

import json
import re

from hypothesis import given, settings

from atelier_ameli import Practice
from practice.course.loading import load_goals
from tests.gallery.course import PRACTISED, played, practised
from tests.support import SITE
from tests.support.answers.anything import ANYTHING, HANDFULS, handfuls
from tests.support.pages import soup, text
from tests.support.refusals import refused

KEY = "practice"
NOT_YET = (
    ("try", {"pressed": "Eau"}),
    ("try", {"taper_0": "Camile"}),
    ("try", {"cocher_boxes-0": "yes", "cocher_boxes-1": "yes", "cocher_boxes-2": "yes"}),
    ("try", {"choisir_list": "lundi"}),
    ("try", {"tab_0": "lune", "tab_1": "soleil"}),
    ("try", {"pressed": "mars"}),
    ("try", {"coller_0": "Soleil"}),
)


def test_each_goal_is_reached_by_what_it_asks_for_and_by_nothing_else():
    for at, goal in enumerate(SITE.goals):
        one = played(Practice(), *practised(at))
        assert soup(one).h3.text == goal.title
        one.do(*NOT_YET[at][:1], **NOT_YET[at][1])
        assert "Pas encore" in text(one)
        assert goal.not_yet in text(one)
        one.do("try")
        assert "Pas encore" in text(one)
        one.do(PRACTISED[at][0], **PRACTISED[at][1])
        assert "Bravo" in text(one)
        assert goal.well_done in text(one)


def test_instructions_are_short():
    for goal in SITE.goals:
        for words in (goal.say, goal.help, goal.not_yet, goal.well_done):
            for sentence in re.split(r"[.!?:](?:\s|$)", words):
                assert len(sentence.split()) <= 15, sentence


def test_a_goal_may_be_passed_and_nobody_is_blamed():
    one = played(Practice(), *[("go_on", {})] * len(SITE.goals))
    assert "Les autres vous attendent, quand vous voulez." in text(one)
    one.do("start_again")
    assert "geste 1 sur" in text(one)


def test_what_is_reached_is_there_after_a_reload():
    before = played(Practice(), *practised(2))
    after = Practice()
    after.resume(json.loads(json.dumps(before.snapshot())))
    assert "geste 3 sur" in text(after)


def test_all_goals_reached_is_the_end():
    one = played(Practice(), *practised(len(SITE.goals)))
    assert f"Vous avez fait les {len(SITE.goals)} gestes" in text(one)


def test_a_real_number_is_refused_and_erased():
    one = played(Practice(), *practised(1), ("try", {"taper_0": "2 82 02 95 046 199"}))
    assert "ressemble à un vrai numéro" in text(one)
    assert "046" not in one.html + json.dumps(one.snapshot())


def test_a_code_typed_to_practise_is_erased_and_said():
    one = played(Practice(), *practised(1), ("try", {"taper_0": "Maquis1978"}))
    assert "Un code était dans une case" in text(one)
    assert "Maquis1978" not in one.html


def test_anything_kept_or_tried_is_met_calmly():
    one = Practice()

    @settings(max_examples=HANDFULS)
    @given(handfuls(ANYTHING))
    def throw(handful):
        for value in handful:
            one.resume({KEY: value})
            one.resume({KEY: ["cliquer", value]})
            one.do("try", taper_0=value, pressed=value)
            assert re.search("Pas encore|Bravo", one.html)
            assert not re.search("<script|<img", one.html)

    throw()


test_a_broken_goal_is_refused_with_file_and_reason = refused(
    "practice.toml",
    load_goals,
    ('right = ["jeudi"]', 'right = ["dimanche"]', "doit être dans"),
    ('right = ["soleil", "lune"]', 'right = ["soleil"]', "autant que de cases"),
    ('id = "cocher"', 'id = "taper"', "deux gestes ont le même"),
)
