"""Whatever is thrown at a form, the learner gets a valid state or a clear message. Fields: tests/test_any_field.py."""

import json
import re
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml.html import HtmlElement

import atelier_ameli
from atelier_ameli import Screen
from tests.gallery import drawing_of, page_of
from tests.journeys import STATES, reach
from tests.journeys.access import FATOU
from tests.support import SITE
from tests.support.answers.anything import dozens
from tests.support.answers.field_kinds import FIELDS as KINDS
from tests.support.pages import errors, tree

FIELDS = ("input", "textarea", "select")
#: all drawings are read here: a parser of HTML would take seconds
_FORM = re.compile(r"<form\b([^>]*)>(.*?)</form>", re.DOTALL)
_ATTRIBUTE = re.compile(r'([a-z-]+)="([^"]*)"')
_NAMED = re.compile(rf'<(?:{"|".join(FIELDS)})\b[^>]*?\sname="([^"]+)"')
SILENT = ("remember",)  #: forms whose answer is what one sees in them


@cache
def _forms() -> dict[tuple, str]:
    """Return every form that a state draws, by page, action and fields, and the first state that draws it."""
    found: dict[tuple, str] = {}
    for state in STATES:
        for form, inside in _FORM.findall(drawing_of(state)):
            asked = dict(_ATTRIBUTE.findall(form))
            names = tuple(dict.fromkeys(_NAMED.findall(inside)))
            found.setdefault((page_of(state), asked["data-action"], asked.get("data-live", ""), names), state)
    return found


_WIDGETS = Path(atelier_ameli.__file__).parents[1]
_WITH_FORM = {file.name for file in _WIDGETS.rglob("*.html") if "<form" in file.read_text(encoding="utf-8")}
ELSEWHERE = "pages without one of their own"  #: the form is around them, as the address is
PAGES = [*(name for name, page in SITE.pages.items() if page.template in _WITH_FORM), ELSEWHERE]


def forms_of(page: str) -> list[tuple]:
    """Return the forms of a page, of which there are some."""
    forms = [form for form in _forms() if page == (form[0] if form[0] in PAGES else ELSEWHERE)]
    assert forms
    return forms


def with_each_form(page: str, attempt: Callable[[tuple], None]) -> None:
    """Try something with each form of a page; what is wrong says with which."""
    for form in forms_of(page):
        try:
            attempt(form)
        except Exception as wrong:
            wrong.add_note(f"{form[0]}, {form[1]}: {', '.join(form[3])}")
            raise


@pytest.mark.parametrize("where", PAGES)
def test_any_answers_to_any_form_give_a_valid_state_or_a_clear_message(where):
    with_each_form(where, try_any_answers)


def try_any_answers(form: tuple) -> None:
    at, action, live, fields = form
    screen = reach(_forms()[form])
    kept = json.loads(json.dumps(screen.snapshot()))
    drawn = tree(screen.html)
    right = {name: right_answers(screen, drawn, name) for name in (*fields, "other")}
    for answers in dozens(right):
        screen.do("start_again")
        screen.resume(kept)
        assert screen.page.name == at
        for each in [live, action] if live else [action]:
            if screen.page.name == at:
                answer = screen.answer({"do": each, "answers": answers, "turn": 1})
                assert "trouble" not in str(answer["focus"]), (each, ascii(answers))
        html = answer.get("html") or screen.html
        assert screen.focus or screen.say or action in SILENT, "an error, another page, a result must be said"
        assert not re.search("<script|<img|<svg onload", html)
        assert re.findall(r'value="([^"]*)" data-secret', html) in ([], [""], ["", ""])
        assert len(html.encode("utf-8")) < 60_000
        json.dumps(screen.snapshot()).encode("utf-8")


def right_answers(screen: Screen, drawn: HtmlElement, name: str) -> list[str]:
    """Return the answers that a field could take: what it offers, what its kind takes, what the card says."""
    nodes = [it for it in drawn.iter(*FIELDS) if it.get("name") == name]
    offered = [one.get("value", "") for node in nodes for one in (node.findall(".//option") or [node])]
    field = getattr(screen.page.form, name, None) if screen.page.form else None
    kinds = [answers for unbound, answers in KINDS.values() if unbound.field_class is type(field)]
    card = [line.copy for line in screen.site.card(screen.world, screen.page).lines if line.copy]
    return [*filter(None, offered), *(answer for answers in kinds for answer in answers), *card]


@pytest.mark.parametrize("where", PAGES)
def test_a_code_in_any_other_field_is_erased_and_said_and_not_kept(where):
    with_each_form(where, give_a_code)


def give_a_code(form: tuple) -> None:
    _, action, live, _ = form
    screen = reach(_forms()[form])
    code = screen.world.secret_codes[0]
    names = set(tree(screen.html).xpath("//input[@type='text' and not(@data-secret)]/@name | //textarea/@name"))
    for each in filter(None, (live, action)):
        screen.do(each, **dict.fromkeys(names, code))
    html = screen.html
    drawn = list(tree(html).iter("input", "textarea"))
    assert code not in json.dumps(screen.snapshot())
    assert code not in {it.get("value", it.text) for it in drawn}
    assert "effacé" in html or not names & {it.get("name") for it in drawn}


def test_an_address_in_capitals_is_the_same_address():
    screen = reach("create, contact")
    screen.do("contact", email="JEAN.NEAJE@COURRIEL.EXAMPLE", phone="０６ ３９ ９８ １２ ３４")
    assert errors(screen) == []
    assert screen.world.creation.email == "jean.neaje@courriel.example"
    assert screen.world.creation.phone == "06 39 98 12 34"


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
    screen.resume({screen.activity.place_name: {"page": page}})
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
