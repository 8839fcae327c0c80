"""Accounts: signing in, being locked, forgetting a code and choosing another."""

import datetime as dt
import json

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from atelier_ameli.access.accounts import CodeRequest, SignIn
from atelier_ameli.access.codes import code_rules, provisional_code
from atelier_ameli.identity.personas import AccountStatus
from atelier_ameli.world import World
from practice.mail.inbox import Folder
from tests.support import SITE

NOBODY = "2010131000001"  # a number of the right form that no persona has


def played_as(name: str) -> World:
    return World(SITE, name)


def ask_for(world: World, **wrong: object) -> CodeRequest:
    persona = world.persona
    right = {
        "nir": persona.nir,
        "last_name": persona.last_name,
        "birth_date": persona.birth_date,
        "postcode": persona.postcode,
    }
    return world.ask_code(**{**right, **wrong})


def test_the_right_pair_opens_the_account():
    world = played_as("jessica")
    assert world.sign_in(world.persona.nir, world.persona.code) is SignIn.WELCOME
    assert world.signed_in is world.persona


def test_a_child_uses_the_number_of_her_parent():
    world = played_as("zoe")
    parent = world.personas["jessica"]
    assert world.sign_in(parent.nir, parent.code) is SignIn.WELCOME


@pytest.mark.parametrize("name", ["jessica", "jean", None])
def test_three_wrong_codes_lock_any_number_and_nothing_tells_whether_it_has_an_account(name):
    world = played_as("jessica")
    number = world.personas[name].nir if name else NOBODY
    answers = [world.sign_in(number, "Faux-code-1") for _ in range(5)]
    assert answers == [SignIn.WRONG_PAIR] * 2 + [SignIn.LOCKED] * 3


def test_a_locked_account_refuses_its_own_code():
    world = played_as("monique")
    assert world.sign_in(world.persona.nir, world.persona.code) is SignIn.LOCKED


def test_a_right_code_forgives_the_wrong_ones_before():
    world = played_as("jessica")
    number, code = world.persona.nir, world.persona.code
    for _ in range(3):
        world.sign_in(number, "Faux-code-1")
        world.sign_in(number, "Faux-code-1")
        assert world.sign_in(number, code) is SignIn.WELCOME


def test_a_provisional_code_asks_for_a_new_one_then_stops_working():
    world = played_as("fatou")
    number = world.persona.nir
    assert world.sign_in(number, "4073") is SignIn.NEW_CODE_NEEDED
    assert world.signed_in is None
    world.choose_code("Baobab-95")
    assert world.signed_in is world.persona
    assert world.sign_in(number, "4073") is SignIn.WRONG_PAIR
    assert world.sign_in(number, "Baobab-95") is SignIn.WELCOME


def test_a_code_of_ones_own_opens_the_account_too():
    world = played_as("fatou")
    world.sign_in(world.persona.nir, "4073")
    world.choose_code("Autre-chose-7")
    assert world.sign_in(world.persona.nir, "Autre-chose-7") is SignIn.WELCOME
    assert world.sign_in(world.persona.nir, "Baobab-95") is SignIn.WRONG_PAIR


def test_nobody_chooses_a_code_without_a_provisional_one():
    with pytest.raises(ValueError, match="provisional"):
        played_as("jessica").choose_code("Soleil-31")


@pytest.mark.parametrize(("name", "folder"), [("monique", Folder.INBOX), ("yvette", Folder.SPAM)])
def test_the_provisional_code_arrives_in_the_right_folder_and_unlocks(name, folder):
    world = played_as(name)
    assert ask_for(world) is CodeRequest.RECEIVED
    [message] = world.messages
    assert message.folder is folder
    assert world.sign_in(world.persona.nir, world.code_in(message)) is SignIn.NEW_CODE_NEEDED


def test_only_the_last_provisional_code_works():
    world = played_as("monique")
    ask_for(world)
    ask_for(world)
    first, last = (world.code_in(message) for message in world.messages)
    assert first != last
    assert world.sign_in(world.persona.nir, first) is SignIn.WRONG_PAIR
    assert world.sign_in(world.persona.nir, last) is SignIn.NEW_CODE_NEEDED


@pytest.mark.parametrize(
    "wrong",
    [{"last_name": "Autre"}, {"birth_date": dt.date(1950, 1, 1)}, {"postcode": "75001"}, {"nir": NOBODY}],
)
def test_a_wrong_answer_gets_the_same_reply_but_no_code(wrong):
    world = played_as("monique")
    assert ask_for(world, **wrong) is CodeRequest.RECEIVED
    assert world.messages == []


def test_capitals_accents_and_dashes_of_a_name_do_not_matter():
    world = played_as("monique")
    ask_for(world, last_name=" gàrnier-")
    assert len(world.messages) == 1


def test_without_a_validated_address_no_mail_comes_but_the_caisse_sends_a_text_message():
    world = played_as("marcel")
    assert ask_for(world) is CodeRequest.RECEIVED
    assert world.messages == []
    assert world.call_caisse()
    [message] = world.messages
    assert message.folder is Folder.PHONE
    assert world.sign_in(world.persona.nir, world.code_in(message)) is SignIn.NEW_CODE_NEEDED


def test_the_caisse_sends_nothing_to_someone_without_an_account():
    world = played_as("jean")
    assert not world.call_caisse()
    assert world.messages == []


@pytest.mark.parametrize("number", [None, NOBODY])
def test_a_fourth_request_in_a_row_is_too_many_whoever_asks(number):
    world = played_as("monique")
    wrong = {"nir": number} if number else {}
    assert [ask_for(world, **wrong) for _ in range(4)] == [CodeRequest.RECEIVED] * 3 + [CodeRequest.TOO_MANY]


def test_a_new_code_allows_requests_again():
    world = played_as("monique")
    for _ in range(3):
        ask_for(world)
    world.sign_in(world.persona.nir, world.code_in(world.messages[-1]))
    world.choose_code(world.persona.new_code)
    assert ask_for(world) is CodeRequest.RECEIVED


def test_the_clock_only_moves_with_events():
    world = played_as("monique")
    assert world.now == SITE.edition.now
    ask_for(world)
    assert world.now == SITE.edition.now + dt.timedelta(minutes=1)


def test_starting_again_puts_everything_back():
    world = played_as("monique")
    ask_for(world)
    world.start_again()
    assert world.account.status is AccountStatus.LOCKED
    assert world.messages == []
    assert world.now == SITE.edition.now


def test_the_codes_on_the_cards_follow_the_rules():
    rules = SITE.edition
    for persona in SITE.personas.values():
        if persona.new_code:
            assert all(rule.met for rule in code_rules(persona.new_code, rules)), persona.id


@pytest.mark.parametrize(
    ("code", "missing"),
    [
        ("Soleil1", ["entre 8 et 50 caractères"]),
        ("soleil-31", ["au moins une lettre majuscule"]),
        ("SOLEIL-31", ["au moins une lettre minuscule"]),
        ("Soleilll", ["au moins un chiffre ou un caractère autorisé"]),
        ("Soleil 31", ["pas d'espace, pas d'accent, pas d'autre signe"]),
        ("été-Soleil-31", ["pas d'espace, pas d'accent, pas d'autre signe"]),
        ("Soleil#31", ["pas d'espace, pas d'accent, pas d'autre signe"]),
        ("Soleil-31", []),
        ("Soleil31", []),
    ],
)
def test_a_code_is_told_what_it_lacks(code, missing):
    assert [rule.text for rule in code_rules(code, SITE.edition) if not rule.met] == missing


def test_provisional_codes_have_four_digits_and_are_the_same_at_each_run():
    assert provisional_code("2471231000108", 1, SITE.edition) == "3382"


class AnyOrder(RuleBasedStateMachine):
    """Whatever is done, in whatever order."""

    def __init__(self) -> None:
        super().__init__()
        self.world = played_as("monique")

    @rule(code=st.sampled_from(["Faux-code-1", "Violette47", "Tilleul-47", "last"]))
    def sign_in(self, code):
        messages = self.world.messages
        self.world.sign_in(
            self.world.persona.nir, self.world.code_in(messages[-1]) if code == "last" and messages else code
        )

    @rule()
    def ask(self):
        self.world.sign_out()
        ask_for(self.world)

    @rule()
    def call(self):
        self.world.sign_out()
        self.world.call_caisse()

    @rule(code=st.sampled_from(["Tilleul-47", "Autre-chose-7"]))
    def choose(self, code):
        if self.world.visitor:
            self.world.choose_code(code)

    @invariant()
    def nobody_is_signed_in_to_a_locked_account(self):
        signed_in = self.world.signed_in
        assert signed_in is None or self.world.account.status is AccountStatus.ACTIVE

    @invariant()
    def there_is_always_a_way_back_in(self):
        kept = self.world.keep()
        self.world.sign_out()
        self.world.call_caisse()
        code = self.world.code_in(self.world.messages[-1])
        assert self.world.sign_in(self.world.persona.nir, code) is SignIn.NEW_CODE_NEEDED
        self.world.take_up(kept)

    @invariant()
    def no_secret_is_in_the_snapshot(self):
        assert "Autre-chose-7" not in json.dumps(self.world.keep())


TestAnyOrder = AnyOrder.TestCase
TestAnyOrder.settings = settings(max_examples=100, stateful_step_count=20, deadline=None)


@pytest.mark.parametrize("name", ["jessica", "gerard"])
def test_a_code_of_digits_alone_that_was_chosen_long_ago_opens_the_account(name):
    world = played_as(name)
    assert world.persona.code.isdigit()
    assert world.sign_in(world.persona.nir, world.persona.code) is SignIn.WELCOME
