"""Whatever is thrown at a form, the learner gets a valid state or a clear message. Fields: tests/test_any_field.py."""

import json
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from atelier_ameli import Screen
from tests.journeys import reach
from tests.journeys.access import FATOU
from tests.support.anything import ANYTHING, HANDFULS, handfuls
from tests.support.pages import errors

#: the state that a form stands in -> its action, its fields
SCREENS = {
    "sign in": ("sign_in", ("number", "code")),
    "forgotten code": ("ask_code", ("number", "last_name", "birth_date", "postcode")),
    "new code": ("choose_code", ("code", "again")),
    "create": ("recognise", ("last_name", "number", "birth_date", "postcode")),
    "create, proofs": ("prove", ("vitale_end", "account_end")),
    "create, contact": ("contact", ("email", "phone")),
    "create, code": ("choose_code", ("code", "again", "accepted-yes")),
    "FranceConnect, password asked": ("identify", ("identifier", "password")),
    "payments": ("search", ("start", "end", "beneficiary", "kind_care")),
    "write a message": ("send_message", ("subject", "text", "document")),
    "requests": ("search", ("words",)),
    "request, a step": ("next", ("street", "postcode", "city")),
    "request, boxes": ("next", ("who-jessica", "who-zoe", "who-luc")),
    "solidarity, months": ("next", ("month_1", "month_2", "month_3")),
    "child, other parent": ("next", ("parent_first_name", "parent_name", "parent_number", "attached_to")),
    "documents to pick": ("next", ("photo",)),
    "vitale problem, stolen": ("next", ("stolen_on", "police")),
    "heart": ("ask_advice", ("tobacco", "walking", "meals", "salt", "pressure")),
    "sophia": ("join", ("agreement-yes", "agreement")),
    "browser, empty": ("visit", ("address",)),
    "public site": ("find", ("wanted",)),
    "store": ("search_store", ("wanted",)),
    "phone, camera": ("picture", ("do",)),
    "phone, picture, good": ("next", ("picture",)),
    "phone, directory": ("find_doctor", ("specialty", "town")),
}


@pytest.mark.parametrize("state", SCREENS)
def test_any_answers_give_a_valid_state_or_a_clear_message(state):
    action, fields = SCREENS[state]
    start = reach(state)
    kept = json.loads(json.dumps(start.snapshot()))
    at = start.page.name

    @settings(max_examples=HANDFULS)
    @given(handfuls(st.fixed_dictionaries({}, optional=dict.fromkeys((*fields, "other"), ANYTHING))))
    def throw(handful):
        for answers in handful:
            screen = start
            screen.do("start_again")
            screen.resume(kept)
            assert screen.page.name == at
            screen.do(action, **answers)
            assert screen.focus, "something must be said: an error, another page, a result"
            assert not re.search("<script|<img|<svg onload", screen.html)
            assert re.findall(r'value="([^"]*)" data-secret', screen.html) in ([], [""], ["", ""])
            assert len(screen.html.encode("utf-8")) < 60_000
            json.dumps(screen.snapshot()).encode("utf-8")

    throw()


@settings(max_examples=100)
@given(
    st.recursive(
        st.none()
        | st.integers()
        | st.text(max_size=20)
        | st.sampled_from(["resume", "sign_in", "open_message", "__init__", "start_again"]),
        lambda inner: (
            st.lists(inner, max_size=3)
            | st.dictionaries(st.sampled_from(["do", "answers", "turn", "kept", "number"]), inner, max_size=4)
        ),
        max_leaves=8,
    )
)
def test_any_message_from_a_browser_is_answered_without_an_exception(message):
    screen = Screen("login", persona="jessica")
    assert 'class="band"' in screen.answer(message)["html"]


@settings(max_examples=100)
@given(
    st.recursive(
        st.none()
        | st.integers()
        | st.text(max_size=10)
        | st.sampled_from(["2021-03-01T10:00:00", "active", "inbox", "jessica"]),
        lambda inner: (
            st.lists(inner, max_size=3)
            | st.dictionaries(
                st.sampled_from(["edition", "now", "accounts", "messages", "page", "answers", "jessica", "status"]),
                inner,
            )
        ),
        max_leaves=10,
    ),
    st.sampled_from(["persona:jessica", "place:login:jessica"]),
)
def test_any_snapshot_is_taken_up_or_set_aside_with_a_word(damage, which):
    screen = Screen("login", persona="jessica")
    kept = json.loads(json.dumps(screen.snapshot()))
    kept[which] = damage
    screen.resume(kept)
    assert screen.page.name == "login"
    assert screen.html.startswith("<div")


def test_a_snapshot_brings_back_the_place_and_the_account():
    before = reach("message open")
    after = Screen("login", persona="monique")
    after.resume(json.loads(json.dumps(before.snapshot())))
    assert after.page.name == "code_sent"
    assert after.world.messages == before.world.messages
    assert after.world.account == before.world.account


def test_what_was_typed_comes_back_but_neither_the_code_nor_a_refused_number():
    before = reach("sign in, wrong code")
    snapshot = json.dumps(before.snapshot())
    assert "Faux-code-1" not in snapshot
    after = Screen("login", persona="jessica")
    after.resume(json.loads(snapshot))
    assert 'value="2 82 02 95 000 199"' in after.html
    assert errors(after) == []


@pytest.mark.parametrize("page", ["account_home", "messages", "message_sent", "new_code"])
def test_a_snapshot_cannot_open_a_page_that_needs_a_sign_in(page):
    screen = Screen("login", persona="jessica")
    screen.resume({screen._place_name: {"page": page}})
    assert screen.page.name == "login"


def test_a_code_chosen_by_the_learner_is_replaced_by_the_cards_after_a_reload():
    before = reach("new code")
    before.do("choose_code", code="Autre-chose-7", again="Autre-chose-7")
    kept = json.loads(json.dumps(before.snapshot()))
    after = Screen("login", persona="fatou")
    after.resume(kept)
    after.do("sign_out")
    after.do("sign_in", **{**FATOU, "code": "Baobab-95"})
    assert after.page.name == "account_home"
