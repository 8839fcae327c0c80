"""Accounts: signing in, being locked, forgetting a code and choosing another."""

import datetime as dt
import json

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from atelier_ameli import data
from atelier_ameli.domain.accounts import CodeRequest, SignIn
from atelier_ameli.domain.codes import code_rules, provisional_code
from atelier_ameli.domain.messages import Folder
from atelier_ameli.domain.personas import AccountStatus
from atelier_ameli.domain.simulation import Simulation
from atelier_ameli.snapshots import as_snapshot, put_back

NOBODY = "2010131000001"  # a number of the right form that no persona has


def played_as(name: str) -> Simulation:
    personas = data.personas()
    return Simulation(data.edition(), personas, personas[name])


def ask_for(simulation: Simulation, **wrong: object) -> CodeRequest:
    persona = simulation.persona
    right = {
        "nir": persona.nir,
        "last_name": persona.last_name,
        "birth_date": persona.birth_date,
        "postcode": persona.postcode,
    }
    return simulation.ask_code(**{**right, **wrong})


def test_the_right_pair_opens_the_account():
    simulation = played_as("jessica")
    assert simulation.sign_in(simulation.persona.nir, simulation.persona.code) is SignIn.WELCOME
    assert simulation.signed_in is simulation.persona


def test_a_child_uses_the_number_of_her_parent():
    simulation = played_as("zoe")
    parent = simulation.personas["jessica"]
    assert simulation.sign_in(parent.nir, parent.code) is SignIn.WELCOME


@pytest.mark.parametrize("name", ["jessica", "jean", None])
def test_three_wrong_codes_lock_any_number_and_nothing_tells_whether_it_has_an_account(name):
    simulation = played_as("jessica")
    number = simulation.personas[name].nir if name else NOBODY
    answers = [simulation.sign_in(number, "Faux-code-1") for _ in range(5)]
    assert answers == [SignIn.WRONG_PAIR] * 2 + [SignIn.LOCKED] * 3


def test_a_locked_account_refuses_its_own_code():
    simulation = played_as("monique")
    assert simulation.sign_in(simulation.persona.nir, simulation.persona.code) is SignIn.LOCKED


def test_a_right_code_forgives_the_wrong_ones_before():
    simulation = played_as("jessica")
    number, code = simulation.persona.nir, simulation.persona.code
    for _ in range(3):
        simulation.sign_in(number, "Faux-code-1")
        simulation.sign_in(number, "Faux-code-1")
        assert simulation.sign_in(number, code) is SignIn.WELCOME


def test_a_provisional_code_asks_for_a_new_one_then_stops_working():
    simulation = played_as("fatou")
    number = simulation.persona.nir
    assert simulation.sign_in(number, "4073") is SignIn.NEW_CODE_NEEDED
    assert simulation.signed_in is None
    simulation.choose_code("Baobab-95")
    assert simulation.signed_in is simulation.persona
    assert simulation.sign_in(number, "4073") is SignIn.WRONG_PAIR
    assert simulation.sign_in(number, "Baobab-95") is SignIn.WELCOME


def test_a_code_of_ones_own_opens_the_account_too():
    simulation = played_as("fatou")
    simulation.sign_in(simulation.persona.nir, "4073")
    simulation.choose_code("Autre-chose-7")
    assert simulation.sign_in(simulation.persona.nir, "Autre-chose-7") is SignIn.WELCOME
    assert simulation.sign_in(simulation.persona.nir, "Baobab-95") is SignIn.WRONG_PAIR


def test_nobody_chooses_a_code_without_a_provisional_one():
    with pytest.raises(ValueError, match="provisional"):
        played_as("jessica").choose_code("Soleil-31")


@pytest.mark.parametrize(("name", "folder"), [("monique", Folder.INBOX), ("yvette", Folder.SPAM)])
def test_the_provisional_code_arrives_in_the_right_folder_and_unlocks(name, folder):
    simulation = played_as(name)
    assert ask_for(simulation) is CodeRequest.RECEIVED
    [message] = simulation.messages
    assert message.folder is folder
    assert simulation.sign_in(simulation.persona.nir, simulation.code_in(message)) is SignIn.NEW_CODE_NEEDED


def test_only_the_last_provisional_code_works():
    simulation = played_as("monique")
    ask_for(simulation)
    ask_for(simulation)
    first, last = (simulation.code_in(message) for message in simulation.messages)
    assert first != last
    assert simulation.sign_in(simulation.persona.nir, first) is SignIn.WRONG_PAIR
    assert simulation.sign_in(simulation.persona.nir, last) is SignIn.NEW_CODE_NEEDED


@pytest.mark.parametrize(
    "wrong",
    [{"last_name": "Autre"}, {"birth_date": dt.date(1950, 1, 1)}, {"postcode": "75001"}, {"nir": NOBODY}],
)
def test_a_wrong_answer_gets_the_same_reply_but_no_code(wrong):
    simulation = played_as("monique")
    assert ask_for(simulation, **wrong) is CodeRequest.RECEIVED
    assert simulation.messages == []


def test_capitals_accents_and_dashes_of_a_name_do_not_matter():
    simulation = played_as("monique")
    ask_for(simulation, last_name=" gàrnier-")
    assert len(simulation.messages) == 1


def test_without_a_validated_address_no_mail_comes_but_the_caisse_sends_a_text_message():
    simulation = played_as("marcel")
    assert ask_for(simulation) is CodeRequest.RECEIVED
    assert simulation.messages == []
    assert simulation.call_caisse()
    [message] = simulation.messages
    assert message.folder is Folder.PHONE
    assert simulation.sign_in(simulation.persona.nir, simulation.code_in(message)) is SignIn.NEW_CODE_NEEDED


def test_the_caisse_sends_nothing_to_someone_without_an_account():
    simulation = played_as("jean")
    assert not simulation.call_caisse()
    assert simulation.messages == []


@pytest.mark.parametrize("number", [None, NOBODY])
def test_a_fourth_request_in_a_row_is_too_many_whoever_asks(number):
    simulation = played_as("monique")
    wrong = {"nir": number} if number else {}
    assert [ask_for(simulation, **wrong) for _ in range(4)] == [CodeRequest.RECEIVED] * 3 + [CodeRequest.TOO_MANY]


def test_a_new_code_allows_requests_again():
    simulation = played_as("monique")
    for _ in range(3):
        ask_for(simulation)
    simulation.sign_in(simulation.persona.nir, simulation.code_in(simulation.messages[-1]))
    simulation.choose_code(simulation.persona.new_code)
    assert ask_for(simulation) is CodeRequest.RECEIVED


def test_the_clock_only_moves_with_events():
    simulation = played_as("monique")
    assert simulation.now == data.edition().now
    ask_for(simulation)
    assert simulation.now == data.edition().now + dt.timedelta(minutes=1)


def test_starting_again_puts_everything_back():
    simulation = played_as("monique")
    ask_for(simulation)
    simulation.start_again()
    assert simulation.account.status is AccountStatus.LOCKED
    assert simulation.messages == []
    assert simulation.now == data.edition().now


def test_the_codes_on_the_cards_follow_the_rules():
    rules = data.edition()
    for persona in data.personas().values():
        if persona.new_code:
            assert all(rule.met for rule in code_rules(persona.new_code, rules)), persona.id


@pytest.mark.parametrize(
    ("code", "missing"),
    [
        ("Soleil1", ["entre 8 et 50 caractères"]),
        ("soleil-31", ["au moins une lettre majuscule"]),
        ("SOLEIL-31", ["au moins une lettre minuscule"]),
        ("Soleilll", ["au moins un chiffre ou un signe permis"]),
        ("Soleil 31", ["pas d'espace, pas d'accent, pas d'autre signe"]),
        ("été-Soleil-31", ["pas d'espace, pas d'accent, pas d'autre signe"]),
        ("Soleil#31", ["pas d'espace, pas d'accent, pas d'autre signe"]),
        ("Soleil-31", []),
        ("Soleil31", []),
    ],
)
def test_a_code_is_told_what_it_lacks(code, missing):
    assert [rule.text for rule in code_rules(code, data.edition()) if not rule.met] == missing


def test_provisional_codes_have_four_digits_and_are_the_same_at_each_run():
    assert provisional_code("2471231000108", 1, data.edition()) == "3382"


class AnyOrder(RuleBasedStateMachine):
    """Whatever is done, in whatever order."""

    def __init__(self) -> None:
        super().__init__()
        self.simulation = played_as("monique")

    @rule(code=st.sampled_from(["Faux-code-1", "Violette47", "Tilleul-47", "last"]))
    def sign_in(self, code):
        messages = self.simulation.messages
        self.simulation.sign_in(
            self.simulation.persona.nir, self.simulation.code_in(messages[-1]) if code == "last" and messages else code
        )

    @rule()
    def ask(self):
        self.simulation.sign_out()
        ask_for(self.simulation)

    @rule()
    def call(self):
        self.simulation.sign_out()
        self.simulation.call_caisse()

    @rule(code=st.sampled_from(["Tilleul-47", "Autre-chose-7"]))
    def choose(self, code):
        if self.simulation.visitor:
            self.simulation.choose_code(code)

    @invariant()
    def nobody_is_signed_in_to_a_locked_account(self):
        signed_in = self.simulation.signed_in
        assert signed_in is None or self.simulation.account.status is AccountStatus.ACTIVE

    @invariant()
    def there_is_always_a_way_back_in(self):
        kept = as_snapshot(self.simulation)
        self.simulation.sign_out()
        self.simulation.call_caisse()
        code = self.simulation.code_in(self.simulation.messages[-1])
        assert self.simulation.sign_in(self.simulation.persona.nir, code) is SignIn.NEW_CODE_NEEDED
        put_back(self.simulation, kept)

    @invariant()
    def no_secret_is_in_the_snapshot(self):
        assert "Autre-chose-7" not in json.dumps(as_snapshot(self.simulation))


TestAnyOrder = AnyOrder.TestCase
TestAnyOrder.settings = settings(max_examples=100, stateful_step_count=20, deadline=None)
