"""Parts of a world: started, kept as JSON and taken up again in one way; whatever is damaged is refused whole."""

import json
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import ClassVar

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from atelier_ameli import Screen
from atelier_ameli.identity.personas import AccountStatus
from atelier_ameli.site import Site
from atelier_ameli.world import World
from practice.parts import KeptError, Parts, part
from practice.session import Context
from practice.world import LONGEST_EXERCISE
from tests.journeys import STATES, filled, opened
from tests.journeys.access import JESSICA
from tests.support import SITE
from tests.support.damage import ACCOUNT, DAMAGED

#: a journey through which every part of a world has something to lose
BUSY = (
    ("sign_in", {**JESSICA, "code": "faux"}),
    ("sign_in", JESSICA),
    ("open", {"page": "messages"}),
    ("begin", {"request": "address"}),
    ("start", {}),
    ("next", {"street": "9 avenue du Modèle", "postcode": "31500", "city": "Toulouse"}),
    ("next", {"since": "20/02/2021"}),
    ("next", {"who-jessica": "yes"}),
    ("send", {}),
    ("begin", {"request": "bank"}),
    ("start", {}),
)


def as_json(value: object) -> object:
    return json.loads(json.dumps(value))


def taken_up(kept: object, persona: str = "jessica", site: Site = SITE) -> World:
    world = World(site, persona)
    world.take_up(kept)
    return world


@pytest.fixture
def busy() -> World:
    screen = Screen("login", persona="jessica", at=Context(SITE))
    for action, answers in BUSY:
        screen.do(action, **answers)
    world = screen.world
    world.write_to_caisse("Mes paiements", "Bonjour")
    world.deliver(world.persona.email, "code_changed")
    world.handset = world.handset.in_use()
    return world


# ---- Start, keep, take up


def test_starting_again_puts_every_part_to_its_start(busy):
    fresh = World(SITE, "jessica")
    assert [name for name, value in busy.keep().items() if value != fresh.keep()[name]]
    busy.start_again()
    assert busy.keep() == fresh.keep()
    assert {name: getattr(busy, name) for name in busy.keep()} == {name: getattr(fresh, name) for name in busy.keep()}


_STEPS = sorted({repr(step): step for _, *steps in STATES.values() for step in steps}.items())


@settings(max_examples=60)
@given(
    st.sampled_from(sorted({start for start, *_ in STATES.values()})), st.lists(st.sampled_from(_STEPS), max_size=12)
)
def test_what_is_kept_after_any_actions_in_any_order_is_taken_up_as_it_was(start, steps):
    screen = opened(start, Context(SITE))
    for _, (action, answers) in steps:
        screen.answer({"do": action, "answers": filled(answers, screen)})
    kept = as_json(screen.world.keep())
    assert as_json(taken_up(kept, screen.world.persona.id, screen.site).keep()) == kept


def test_a_part_that_was_not_kept_starts_and_one_that_is_not_known_is_left_out(busy):
    kept, fresh = as_json(busy.keep()), World(SITE, "jessica").keep()
    for name in kept:
        if name not in ("now", "signed_in"):  # what was sent was sent by then, by somebody
            world = taken_up({one: value for one, value in kept.items() if one != name})
            assert as_json(world.keep()) == as_json({**kept, name: fresh[name]}), name
    assert taken_up({}).keep() == fresh
    assert as_json(taken_up({**kept, "weather": "rain", "edition": "Le site au début de 2021"}).keep()) == kept


def test_nothing_that_was_kept_changes_nothing(busy):
    before = busy.keep()
    busy.take_up(None)
    assert busy.keep() == before


# ---- What is damaged


def test_the_damage_of_every_part_is_looked_at_here():
    assert DAMAGED.keys() == World(SITE, "jessica").keep().keys()


@pytest.mark.parametrize(("name", "value"), [(name, value) for name, values in DAMAGED.items() for value in values])
def test_one_damaged_part_refuses_the_whole_and_leaves_nothing_of_it(busy, name, value):
    start = World(SITE, "jessica")
    for world in (start, busy):
        before, kept = world.keep(), {**as_json(busy.keep()), name: value}
        with pytest.raises(KeptError):
            world.take_up(kept)
        assert world.keep() in (before, World(SITE, "jessica").keep())
    # and the learner starts again, with a kind word
    screen = Screen("login", persona="jessica", at=Context(SITE))
    screen.resume({"persona:jessica": kept, "place:login:jessica": {"page": "account_home"}})
    assert "Vous repartez du début" in screen.say
    assert screen.page.name == "login"
    assert screen.world.keep() == start.keep()


@pytest.mark.parametrize("kept", [3, "text", [], [1], True, 1.5])
def test_what_is_no_table_of_parts_is_refused(kept):
    with pytest.raises(KeptError):
        taken_up(kept)


@pytest.mark.parametrize("place", [3, [], {}, {"page": "nowhere"}, {"page": ["login"]}, {"answers": {}}])
def test_a_place_that_is_none_starts_again(busy, place):
    screen = Screen("login", persona="jessica", at=Context(SITE))
    screen.resume({"persona:jessica": as_json(busy.keep()), "place:login:jessica": place})
    assert "Vous repartez du début" in screen.say


@pytest.mark.parametrize("answers", [None, 3, "text", ["a"], {"number": 3}, {"number": ["a"]}, {"nothing": "a"}])
@pytest.mark.parametrize("page", ["login", "forgotten_code", "payments", "documents", "write_message", "request"])
def test_answers_that_are_none_leave_the_page_as_it_opens(busy, page, answers):
    kept = as_json(busy.keep()) if page not in ("login", "forgotten_code") else {}
    screen = Screen("login", persona="jessica", at=Context(SITE))
    items = {"persona:jessica": kept, "place:login:jessica": {"page": page, "answers": answers}}
    reply = screen.answer({"do": "resume", "answers": {"kept": {SITE.names.of(name): items[name] for name in items}}})
    assert screen.page.name == page
    assert reply["say"] == ""
    assert "L'écran s'est arrêté" not in reply["html"]


def test_the_end_of_the_clock_is_the_end_of_the_longest_exercise():
    world = World(SITE, "jessica")
    last = world.start + LONGEST_EXERCISE + timedelta(days=1)
    assert taken_up({"now": last.isoformat()}).now == last
    with pytest.raises(KeptError):
        taken_up({"now": (last + timedelta(minutes=1)).isoformat()})


def test_whoever_has_just_opened_an_account_may_be_signed_in():
    kept = {"accounts": {"jean": ACCOUNT}, "signed_in": "jean"}
    world = taken_up(kept, "jean")
    assert world.signed_in is world.persona
    assert world.account.status is AccountStatus.ACTIVE


# ---- A part of one's own


@dataclass(frozen=True)
class Diary:
    """What a learner writes, and a word that only she knows."""

    pages: tuple[str, ...] = ()
    word: str = ""


def _check_diary(world: "WorldWithADiary") -> None:
    if len(world.diary.pages) > 3:
        raise ValueError("pages")


@dataclass(eq=False)
class WorldWithADiary(World):
    """The same world with one part more: nothing else says so."""

    diary: Diary = part(lambda _: Diary(), Diary, check=_check_diary)
    written_at: datetime | None = part(lambda _: None, datetime | None)

    secrets: ClassVar = {**World.secrets, Diary: ("word",)}


def test_a_part_that_a_child_declares_is_started_kept_taken_up_and_checked_like_any_other():
    world = WorldWithADiary(SITE, "jessica")
    assert world.diary == Diary()
    world.diary, world.written_at = Diary(("lundi", "mardi"), "sésame"), world.now
    kept = as_json(world.keep())
    assert kept["diary"] == {"pages": ["lundi", "mardi"]}
    assert "sésame" not in json.dumps(kept)
    after = WorldWithADiary(SITE, "jessica")
    after.take_up(kept)
    assert (after.diary, after.written_at) == (Diary(("lundi", "mardi")), world.now)
    for damaged in ({"pages": ["a"] * 4}, {"pages": 3}, "lundi", None):
        with pytest.raises(KeptError):
            after.take_up({**kept, "diary": damaged})
    after.start_again()
    assert after.diary == Diary()
    assert "diary" not in World(SITE, "jessica").keep()


def test_parts_need_no_world():
    @dataclass(eq=False)
    class Counter(Parts):
        step: int
        count: int = part(
            lambda counter: 10 * counter.step, int, keep=lambda c: c.count // 2, take_up=lambda c, kept: kept * 2
        )

    counter = Counter(3)
    counter.start_again()
    assert counter.count == 30
    assert counter.keep() == {"count": 15}
    counter.take_up({"count": 4})
    assert counter.count == 8
    with pytest.raises(KeptError):
        counter.take_up({"count": "four"})
    assert counter.count == 8
