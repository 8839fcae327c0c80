"""The protocol of a session: what any browser may say to it, and what it answers. Every door uses it."""

import json
import logging
import re
from base64 import b64decode
from random import Random
from typing import Any

import pytest

import atelier_ameli
from atelier_ameli import Attestation, Exercise, MoreExercises, Progress, Question, Quiz, RightsSimulator, Screen
from atelier_ameli.site import Site
from practice.session import Context, Session
from tests.journeys import STATES, reach
from tests.journeys.access import FATOU, JESSICA, WRONG
from tests.support import with_each
from tests.support.answers.anything import nonsense, some_of

SITE = Site.load()
SECRET = "Baobab-950!"
PLAIN = {"answer": "2,28 €"}
#: how each name that answers is opened; a screen stands at several pages, an exercise in each of its modes
OPENED = {
    "attestation": lambda: Attestation(at=Context(SITE)),
    "checklist": lambda: atelier_ameli.Checklist("creer_un_compte", at=Context(SITE)),
    "exercise": lambda: Exercise("se_connecter", at=Context(SITE)),
    "exercise, alone": lambda: Exercise("retrouver_un_paiement", mode="alone", at=Context(SITE)),
    "exercise, watched": lambda: Exercise("se_connecter", mode="watch", at=Context(SITE)),
    "level test": lambda: atelier_ameli.LevelTest(at=Context(SITE)),
    "links": lambda: atelier_ameli.Links(at=Context(SITE)),
    "more exercises": lambda: MoreExercises("trois_codes_faux", "numero_du_parent", at=Context(SITE)),
    "practice": lambda: atelier_ameli.Practice(at=Context(SITE)),
    "progress": lambda: Progress(at=Context(SITE)),
    "question": lambda: Question("accueil_paiement", at=Context(SITE)),
    "quiz": lambda: Quiz("bilan", at=Context(SITE)),
    "rights": lambda: RightsSimulator(at=Context(SITE)),
    "screen": lambda: Screen("login", persona="jessica", at=Context(SITE)),
    "screen, account": lambda: Screen("account_home", persona="jessica", at=Context(SITE)),
    "screen, payments": lambda: Screen("payments", persona="jessica", at=Context(SITE)),
    "screen, phone": lambda: Screen("phone_home", persona="jessica", device="phone", at=Context(SITE)),
    "screen, request": lambda: Screen("requests", persona="jessica", at=Context(SITE)),
}
#: something done in each, after which there is something to lose: words, errors, an open part
TOLD = {
    "attestation": ("make", {"name": "Jessica 2"}),
    "checklist": ("check", {}),
    "exercise": ("sign_in", WRONG),
    "exercise, alone": ("start_again", {}),
    "exercise, watched": ("forward", {}),
    "level test": ("answer", {}),
    "links": ("copy", {}),
    "more exercises": ("take_exercise", {"exercise": "numero_du_parent"}),
    "practice": ("try", {}),
    "progress": ("ask", {}),
    "question": ("answer", {"answer": "21"}),
    "quiz": ("answer", {}),
    "rights": ("choose", {"person": "amira"}),
    "screen": ("sign_in", WRONG),
    "screen, account": ("open", {"page": "payments"}),
    "screen, payments": ("search", {"start": "31/02/2021"}),
    "screen, phone": ("open", {"page": "store"}),
    "screen, request": ("search", {"words": "déménagé"}),
}
RESUME = {"turn": 1, "do": "resume", "answers": {"kept": {}}}


def told(name: str) -> Session:
    """Return a session after something was done in it."""
    session = OPENED[name]()
    session.answer(RESUME)
    action, answers = TOLD[name]
    session.answer({"turn": 2, "do": action, "answers": answers})
    return session


def actions_of(session: Session) -> list[str]:
    """Return the names of all actions that something in a session answers to."""
    screen = getattr(session, "screen", session)
    parts = (session, screen, getattr(screen, "page", None), getattr(screen, "mailbox", None))
    return sorted({name.removeprefix("handle_") for part in parts for name in dir(part) if name.startswith("handle_")})


def test_every_name_that_answers_is_looked_at_here():
    opened = {type(make()) for make in OPENED.values()}
    assert opened == {one for one in map(vars(atelier_ameli).get, atelier_ameli.__all__) if issubclass(one, Session)}


# ---- What an answer says


@pytest.mark.parametrize("name", OPENED)
def test_the_drawing_is_sent_only_when_it_is_another_than_the_one_shown(name):
    session = OPENED[name]()
    first = session.answer(RESUME)
    assert first["html"] == session.html
    assert "html" not in session.answer(RESUME)
    action, answers = TOLD[name]
    shown = first["html"]
    reply = session.answer({"turn": 3, "do": action, "answers": answers})
    assert ("html" in reply) is (session.html != shown)
    assert reply.get("html", shown) == session.html


def test_a_drawing_that_a_door_has_shown_is_not_sent_again():
    session = OPENED["screen"]()
    assert session.show(session.html)
    assert not session.show(session.html)
    assert "html" not in session.answer(RESUME)
    assert "html" in session.answer({"turn": 2, "do": "sign_in", "answers": WRONG})


@pytest.mark.parametrize("turn", [0, 7, "a page's own name", None, [1], 2**70, {"of": "a page"}])
def test_the_turn_of_a_message_comes_back_with_its_answer(turn):
    session = OPENED["screen"]()
    for action in ("resume", "sign_in", "no_such_thing"):
        assert session.answer({"turn": turn, "do": action, "answers": {}})["turn"] == turn


def test_an_answer_is_plain_json_and_says_where_one_is():
    session = OPENED["screen"]()
    session.answer(RESUME)
    reply = session.answer({"turn": 9, "do": "sign_in", "answers": WRONG})
    assert json.loads(json.dumps(reply)) == reply
    assert reply["focus"] == f"{session.key}-errors"
    assert reply.keys() == {"turn", "html", "focus", "say", "keep", "file"}
    assert all(name.startswith("atelier:ameli:2021:2:") for name in reply["keep"])


def test_a_file_is_given_once():
    session = OPENED["quiz"]()
    first = session.answer({"turn": 1, "do": "print", "answers": {}})
    assert b64decode(first["file"]["content"]).startswith(b"%PDF")
    assert session.download is None
    for action in ("no_such_thing", "resume", "back"):
        assert session.answer({"turn": 2, "do": action, "answers": {}})["file"] is None


# ---- What is not known, what is nonsense


UNKNOWN = ["no_such_thing", "", None, "__init__", "\ud800", 3, ["sign_in"]]


@pytest.mark.parametrize("name", OPENED)
def test_an_unknown_action_changes_nothing_and_says_nothing(name):
    with_each(UNKNOWN, lambda action: changes_nothing(told(name), action))


def changes_nothing(session: Session, action: object) -> None:
    drawn, kept = session.html, json.dumps(session.snapshot())
    reply = session.answer({"turn": 3, "do": action, "answers": {"name": "Jessica"}})
    assert session.html == drawn
    assert json.dumps(session.snapshot()) == kept
    assert "html" not in reply
    assert (reply["focus"], reply["say"], reply["file"]) == (None, "", None)


_ASKED = sorted({field for _, *done in STATES.values() for _, answers in done for field in answers})
ROUNDS, A_ROUND = 60, 8  #: so many times, so many messages one after the other


def message(chance: Random, actions: list[str], asked: list[str], names: list[str]) -> Any:
    """Return a message of which any part may be nonsense: it does, answers, takes up what this session knows."""
    match chance.randrange(4):
        case 0:
            answers = {some_of(chance, asked): nonsense(chance) for _ in range(chance.randrange(5))}
            return {"turn": nonsense(chance), "do": chance.choice(actions), "answers": answers}
        case 1:
            kept = {some_of(chance, names): nonsense(chance) for _ in range(chance.randrange(5))}
            return {"do": "resume", "answers": {"kept": chance.choice([kept, nonsense(chance)])}}
        case 2:
            return {name: nonsense(chance) for name in ("turn", "do", "answers") if chance.random() < 0.7}
    return nonsense(chance)


@pytest.mark.parametrize("name", OPENED)
def test_nonsense_is_answered_calmly_whatever_it_is(name, caplog):
    chance = Random(1)
    actions = [*actions_of(told(name)), "resume"]
    own = re.findall(r'\bname="([^"]+)"', told(name).html)
    asked = own * (len(_ASKED) // len(own)) + _ASKED if own else _ASKED  # half of them are on the page
    names = [*map(SITE.names.of, told(name).snapshot()), "atelier:last", "atelier:persona:jessica"]
    with caplog.at_level(logging.DEBUG, "atelier_ameli"):
        for _ in range(ROUNDS):
            session = told(name)
            for said in [message(chance, actions, asked, names) for _ in range(A_ROUND)]:
                reply = session.answer(said)
                assert reply.keys() >= {"turn", "focus", "keep"}, ascii(said)
                json.dumps(reply["keep"])
            if "html" in reply:
                assert reply["html"] == session.html
    assert caplog.text == ""


# ---- What fails


def broken(name: str, action: str, error: Exception) -> Session:
    """Return a session in which an action fails."""

    def fail(_: object) -> None:
        raise error

    session = OPENED[name]()
    session.answer(RESUME)
    setattr(session, f"handle_{action}", fail)
    return session


@pytest.mark.parametrize("name", OPENED)
def test_an_action_that_fails_gives_a_calm_page_and_logs_where_but_nothing_that_was_typed(name, caplog):
    session = broken(name, "explode", ValueError(f"cannot read {SECRET}"))
    with caplog.at_level(logging.DEBUG):
        reply = session.answer({"turn": 5, "do": "explode", "answers": {"code": SECRET}})
    assert "L'écran s'est arrêté" in reply["html"]
    assert reply.items() >= {"turn": 5, "focus": f"{session.key}-trouble"}.items()
    assert f'id="{reply["focus"]}"' in reply["html"]
    assert not reply.get("keep")
    assert "ValueError in " in caplog.text
    assert "fail" in caplog.text
    assert SECRET not in caplog.text + json.dumps(reply)
    # « Recommencer », whether this session knows it or not
    after = session.answer({"turn": 6, "do": "start_again", "answers": {}})
    assert "L'écran s'est arrêté" not in after["html"]
    assert after["html"] == session.html


def test_a_drawing_that_fails_gives_the_same_calm_page_and_the_next_one_is_drawn(monkeypatch):
    session = OPENED["screen"]()
    with monkeypatch.context() as broken_for_now:
        broken_for_now.setattr(session, "draw", lambda: 1 / 0)
        assert "L'écran s'est arrêté" in session.answer(RESUME)["html"]
    assert session.answer(RESUME)["html"] == session.html


# ---- What is kept


def test_what_a_former_version_kept_is_taken_up_and_moves_to_its_new_name():
    before = OPENED["question"]()
    before.do("answer", **PLAIN)
    older = {f"atelier:{name}": value for name, value in before.snapshot().items()} | {"atelier:last": "se_connecter"}
    session = OPENED["question"]()
    reply = session.answer({"turn": 1, "do": "resume", "answers": {"kept": older}})
    assert session.right is True
    assert reply["keep"] == {
        "atelier:ameli:2021:2:question:accueil_paiement": PLAIN,
        "atelier:ameli:2021:2:last": "se_connecter",
        "atelier:question:accueil_paiement": "",
        "atelier:last": "",
    }


@pytest.mark.parametrize(
    ("state", "action", "answers"),
    [
        ("sign in", "sign_in", {**JESSICA, "code": SECRET}),
        ("sign in", "sign_in", JESSICA),
        ("sign in", "sign_in", FATOU),
        ("sign in", "sign_in", {"number": SECRET, "code": SECRET}),
        ("new code", "choose_code", {"code": SECRET, "again": SECRET}),
        ("new code", "choose_code", {"code": SECRET, "again": "autre"}),
        ("create, code", "choose_code", {"code": SECRET, "again": SECRET, "accepted-yes": "yes"}),
        ("create, code", "choose_code", {"code": SECRET, "again": SECRET}),
        (
            "FranceConnect, password asked",
            "identify",
            {"identifier": "jessica.petit@courriel.example", "password": SECRET},
        ),
    ],
)
def test_a_secret_is_in_no_answer(state, action, answers):
    session = reach(state)
    session.answer(RESUME)
    secrets = [value for name, value in answers.items() if name in ("code", "again", "password")]
    for message in (
        {"turn": 2, "do": "show_code", "answers": {}},
        {"turn": 3, "do": action, "answers": answers},
        {"turn": 4, "do": "no_such_thing", "answers": answers},
        {"turn": 5, "do": "open_message", "answers": {"message": "0"}},
        {"turn": 6, "do": "follow_link", "answers": {}},
    ):
        kept = json.dumps(session.answer(message)["keep"])
        assert not [secret for secret in secrets if secret in kept], message


def test_neither_a_name_nor_a_real_number_is_kept():
    for session, action, answers in (
        (OPENED["attestation"](), "make", {"name": SECRET}),
        (OPENED["question"](), "answer", {"answer": "2 82 02 95 046 199"}),
        (OPENED["practice"](), "try", dict.fromkeys(_ASKED, "2 82 02 95 046 199")),
        (OPENED["screen"](), "sign_in", {"number": "2 82 02 95 046 199", "code": "1"}),
    ):
        kept = json.dumps(session.answer({"turn": 1, "do": action, "answers": answers})["keep"])
        assert SECRET not in kept
        assert "046" not in kept
