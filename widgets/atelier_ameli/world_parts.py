"""The parts of a world: what of them may be kept, and what no exercise could have led to."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from atelier_ameli.access.accounts import Account
from atelier_ameli.identity.personas import AccountStatus
from atelier_ameli.messages.messages import LONGEST_LINE, MOST_SENT
from practice.world import MOST_MESSAGES

if TYPE_CHECKING:
    from atelier_ameli.world import World


@dataclass
class KeptAccount:
    """An account without its secret: a code that the learner chose is not kept, her card's code takes its place."""

    status: AccountStatus
    failed_attempts: int
    requests: int
    sent: int
    renewed: bool


_UNTOUCHED = {status: Account(status=status) for status in AccountStatus}  #: an account never changes: one for all


def changed_accounts(world: "World") -> dict[str, KeptAccount]:
    """Return the accounts that are not as the data files declare them, by persona id."""
    return {
        p.id: KeptAccount(a.status, a.failed_attempts, a.requests, a.sent, a.renewed)
        for p in world.personas.values()
        for a in [world.accounts[p.nir]]
        if a != _UNTOUCHED[p.account]
    }


def accounts_of(world: "World", kept: Mapping[str, KeptAccount]) -> dict[str, Account]:
    return untouched_accounts(world) | {world.personas[name].nir: Account(**vars(a)) for name, a in kept.items()}


def untouched_accounts(world: "World") -> dict[str, Account]:
    return {p.nir: _UNTOUCHED[p.account] for p in world.personas.values()}


def check_accounts(world: "World") -> None:
    counts = [n for a in world.accounts.values() for n in (a.failed_attempts, a.requests, a.sent)]
    if not all(0 <= count <= MOST_MESSAGES for count in counts):
        raise ValueError("counts")


def check_correspondence(world: "World") -> None:
    """Refuse messages to the caisse that no exercise could hold."""
    read, sent = world.correspondence.read, world.correspondence.sent
    if len(read) > MOST_MESSAGES or any(len(name) > LONGEST_LINE for name in read) or len(sent) > MOST_SENT:
        raise ValueError("read")
    if any(s.number != n or s.writer not in world.personas for n, s in enumerate(sent, 1)):
        raise ValueError("sent")


def check_creation(world: "World") -> None:
    if not {world.creation.person, world.creation.owner} <= {"", *world.personas}:
        raise ValueError("person")


def check_visit(world: "World") -> None:
    if not world.france_connect.fits(world.edition, world.personas):
        raise ValueError("visit")


def check_enrolments(world: "World") -> None:
    if not set(world.enrolments) <= set(world.personas):
        raise ValueError("persona")


def check_signed_in(world: "World") -> None:
    """Refuse whoever is behind the door, or at it, without an account."""
    people = (world.signed_in, world.visitor)
    if any(person and world.accounts[person.nir].status is AccountStatus.NONE for person in people):
        raise ValueError("account")


def check_second_step(world: "World") -> None:
    """Refuse whoever waits at a second step that the edition does not have, or without an account."""
    step, people = world.second_step, world.personas
    if not {step.person, step.owner, *step.known} <= {"", *people} or (step.person and step.person != step.owner):
        raise ValueError("person")
    if step != type(step)() and not world.edition.one_time_code_minutes:
        raise ValueError("edition")
    if step.person and world.accounts[people[step.person].nir].status is AccountStatus.NONE:
        raise ValueError("account")


def check_reset(world: "World") -> None:
    """Refuse a link to a new password that nobody was sent."""
    reset = world.reset
    if reset.owner not in {"", *world.personas} or bool(reset.owner) != bool(reset.sending.count):
        raise ValueError("owner")
    if reset.opened and reset.sending.at is None:
        raise ValueError("opened")
