"""Creating an account in whatever order: no account without an address and a code, no secret kept."""

import json

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from atelier_ameli.creation.creation_steps import (
    choose_first_code,
    follow_link,
    is_stopped,
    send_link,
)
from atelier_ameli.identity.personas import AccountStatus
from tests.support.creation import give_address, played_as, say_who, show_papers


class AnyOrder(RuleBasedStateMachine):
    """Whatever is done, in whatever order."""

    def __init__(self) -> None:
        super().__init__()
        self.world = played_as("jean")

    @rule()
    def questions(self):
        say_who(self.world)

    @rule(end=st.sampled_from(["4172608", "0000000"]))
    def papers(self, end):
        if self.world.creation.person and not is_stopped(self.world):
            show_papers(self.world, vitale_end=end)

    @rule(email=st.sampled_from(["jean.neaje@courriel.example", "autre@courriel.example"]))
    def contact(self, email):
        if self.world.identified:
            give_address(self.world, email)

    @rule(code=st.sampled_from(["Ruisseau-60", "Autre-chose-7"]))
    def code(self, code):
        if self.world.identified and self.world.creation.email:
            choose_first_code(self.world, code)

    @rule(number=st.integers(1, 4))
    def link(self, number):
        follow_link(self.world, number)

    @rule()
    def again(self):
        if self.world.creation.links:
            send_link(self.world)

    @rule()
    def wait(self):
        self.world.wait(days=1)

    @invariant()
    def an_account_needs_an_address_and_a_code(self):
        creation = self.world.creation
        assert creation.done == (self.world.account.status is AccountStatus.ACTIVE)
        assert not creation.done or (creation.email == self.world.persona.email and creation.code_chosen)

    @invariant()
    def what_is_kept_comes_back_without_a_secret(self):
        kept = json.dumps(self.world.keep())
        assert "Autre-chose-7" not in kept
        other = played_as("jean")
        other.take_up(json.loads(kept))
        assert json.dumps(other.keep()) == kept


TestAnyOrder = AnyOrder.TestCase
TestAnyOrder.settings = settings(max_examples=50, stateful_step_count=20, deadline=None)
