"""In every state of every screen: what it tells has an id, every fact can be asked, what is kept is taken up again."""

import json
from datetime import date

from atelier_ameli import Screen
from atelier_ameli.vocabulary import FACTS
from practice.facts import facts_of
from practice.notices import Notice
from practice.world import World
from tests.journeys import STATES, reach
from tests.support import with_each

VALUES = {str: "x", int: 10**6, bool: True, date: date(1900, 1, 1), dict: {"x": "x"}}


def test_in_every_state_what_is_told_can_be_named_facts_can_be_asked_and_what_is_kept_is_taken_up():
    with_each(STATES, is_sound)


def is_sound(state: str) -> None:
    screen = reach(state)
    tells_what_an_exercise_may_name(screen)
    can_be_asked_for_every_fact(screen)
    keeps_all(screen.world)


def tells_what_an_exercise_may_name(screen: Screen) -> None:
    for _, message in screen.page.problems():
        assert isinstance(message, Notice), message
        assert set(message.ids) & screen.site.notices.keys(), message


def can_be_asked_for_every_fact(screen: Screen) -> None:
    for subject in screen.subjects:
        for fact in facts_of(type(subject)).values():
            assert isinstance(fact.holds(subject, VALUES[fact.kind]), bool), fact.name
            assert FACTS[fact.name] is fact, "no data file may name it"


def keeps_all(before: World) -> None:
    kept = json.loads(json.dumps(before.keep()))
    after = type(before)(before.site, before.persona.id)
    after.take_up(kept)
    assert json.loads(json.dumps(after.keep())) == kept
    for one in kept.keys() - {"accounts", "creation"}:  # these two have a code that is not kept
        assert getattr(after, one) == getattr(before, one), one
