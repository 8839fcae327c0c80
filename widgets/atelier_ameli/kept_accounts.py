"""The accounts of a world, as they may be kept: without their codes, and none that is as the data files declare it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from atelier_ameli.domain.accounts import Account
from atelier_ameli.domain.personas import AccountStatus

if TYPE_CHECKING:
    from atelier_ameli.world import World

MOST_MESSAGES = 200


@dataclass
class KeptAccount:
    """An account without its secret: a code that the learner chose is not kept, her card's code takes its place."""

    status: AccountStatus
    failed_attempts: int
    requests: int
    sent: int
    renewed: bool


def changed_accounts(world: "World") -> dict[str, KeptAccount]:
    """Return the accounts that are not as the data files declare them, by persona id."""
    return {
        p.id: KeptAccount(a.status, a.failed_attempts, a.requests, a.sent, a.renewed)
        for p in world.personas.values()
        for a in [world.accounts[p.nir]]
        if a != Account(status=p.account)
    }


def accounts_of(world: "World", kept: Mapping[str, KeptAccount]) -> dict[str, Account]:
    return untouched_accounts(world) | {world.personas[name].nir: Account(**vars(a)) for name, a in kept.items()}


def untouched_accounts(world: "World") -> dict[str, Account]:
    return {p.nir: Account(status=p.account) for p in world.personas.values()}


def check_accounts(world: "World") -> None:
    counts = [n for a in world.accounts.values() for n in (a.failed_attempts, a.requests, a.sent)]
    if not all(0 <= count <= MOST_MESSAGES for count in counts):
        raise ValueError("counts")
