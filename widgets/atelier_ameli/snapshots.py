"""A simulation as plain JSON, and back. What comes back is a browser's word, so nothing in it is trusted."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from cattrs import Converter
from cattrs.errors import ClassValidationError
from cattrs.gen import make_dict_structure_fn, make_dict_unstructure_fn, override

from atelier_ameli.domain.accounts import Account
from atelier_ameli.domain.caisse_messages import LONGEST_LINE, MOST_SENT, Correspondence
from atelier_ameli.domain.creation import Creation
from atelier_ameli.domain.france_connect_visit import Visit
from atelier_ameli.domain.handset import Handset
from atelier_ameli.domain.messages import Message
from atelier_ameli.domain.personas import AccountStatus
from atelier_ameli.domain.prevention import Enrolments
from atelier_ameli.domain.request_book import RequestBook
from atelier_ameli.domain.simulation import LONGEST_EXERCISE, Simulation
from atelier_ameli.record import check_requests

_MOST_MESSAGES = 200


class SnapshotError(ValueError):
    """A snapshot that cannot be taken up."""


@dataclass
class _Account:
    """An account without its secret: a code that the learner chose is not kept, her card's code takes its place."""

    status: AccountStatus
    failed_attempts: int
    requests: int
    sent: int
    renewed: bool


@dataclass
class _World:
    edition: str
    now: datetime
    accounts: dict[str, _Account]
    signed_in: str | None
    visitor: str | None
    identified: str | None = None
    messages: list[Message] = field(default_factory=list)
    correspondence: Correspondence = field(default_factory=Correspondence)
    creation: Creation = field(default_factory=Creation)
    requests: RequestBook = field(default_factory=RequestBook)
    france_connect: Visit = field(default_factory=Visit)
    enrolments: dict[str, Enrolments] = field(default_factory=dict)
    handset: Handset = field(default_factory=Handset)


def _answer(value: object, _: type) -> str | list[str]:
    if isinstance(value, list) and all(isinstance(one, str) for one in value):
        return value
    if not isinstance(value, str):
        raise TypeError("answer")
    return value


def _converter() -> Converter:
    converter = Converter()
    converter.register_unstructure_hook(datetime, datetime.isoformat)
    converter.register_structure_hook(datetime, lambda value, _: datetime.fromisoformat(value))
    converter.register_structure_hook_func(lambda wanted: wanted == str | list[str], _answer)
    without_secret = {"code": override(omit=True)}
    converter.register_unstructure_hook(Creation, make_dict_unstructure_fn(Creation, converter, **without_secret))
    converter.register_structure_hook(Creation, make_dict_structure_fn(Creation, converter, **without_secret))
    return converter


_CONVERTER = _converter()


def as_snapshot(simulation: Simulation) -> dict[str, Any]:
    """Return a simulation as plain JSON, without any secret."""
    world = _World(
        edition=simulation.edition.title,
        now=simulation.now,
        accounts={
            p.id: _Account(a.status, a.failed_attempts, a.requests, a.sent, a.renewed)
            for p in simulation.personas.values()
            for a in [simulation.accounts[p.nir]]
            if a != Account(status=p.account)
        },
        signed_in=simulation.signed_in and simulation.signed_in.id,
        visitor=simulation.visitor and simulation.visitor.id,
        identified=simulation.identified and simulation.identified.id,
        messages=simulation.messages,
        correspondence=simulation.correspondence,
        creation=simulation.creation,
        requests=simulation.requests,
        france_connect=simulation.france_connect,
        enrolments=simulation.enrolments,
        handset=simulation.handset,
    )
    return _CONVERTER.unstructure(world)


def put_back(simulation: Simulation, snapshot: object) -> None:
    """Put a simulation back to where a snapshot left it. Raises SnapshotError; the simulation may then start again."""
    if snapshot is None:
        return
    try:
        world = _CONVERTER.structure(snapshot, _World)
        accounts = {simulation.personas[name].nir: account for name, account in world.accounts.items()}
        names = (world.signed_in, world.visitor, world.identified)
        people = [name and simulation.personas[name] for name in names]
    except (ClassValidationError, KeyError, TypeError, ValueError, AttributeError) as error:
        raise SnapshotError(type(error).__name__) from None
    counts = [n for a in accounts.values() for n in (a.failed_attempts, a.requests, a.sent)]
    counts += [n for message in world.messages for n in (message.code_number, message.link_number)]
    if (
        world.edition != simulation.edition.title
        or min(counts, default=0) < 0
        or max(counts, default=0) > _MOST_MESSAGES
    ):
        raise SnapshotError("edition or counts")
    if len(world.messages) > _MOST_MESSAGES or not _possible(world.now, simulation):
        raise SnapshotError("messages or clock")
    _check(world.correspondence, simulation)
    if not {world.creation.person, world.creation.owner} <= {"", *simulation.personas}:
        raise SnapshotError("creation")
    if not world.france_connect.fits(simulation.edition, simulation.personas):
        raise SnapshotError("france_connect")
    if not set(world.enrolments) <= set(simulation.personas):
        raise SnapshotError("enrolments")
    simulation.start_again()
    simulation.now = world.now
    simulation.accounts |= {nir: Account(**vars(account)) for nir, account in accounts.items()}
    simulation.messages = world.messages
    simulation.correspondence = world.correspondence
    simulation.creation = world.creation
    simulation.requests = world.requests
    simulation.france_connect = world.france_connect
    simulation.enrolments = world.enrolments
    simulation.handset = world.handset
    simulation.signed_in, simulation.visitor, simulation.identified = people
    try:
        check_requests(simulation)
    except (KeyError, TypeError, ValueError) as error:
        simulation.start_again()
        raise SnapshotError(type(error).__name__) from None


def _possible(now: datetime, simulation: Simulation) -> bool:
    """Say whether the clock of an exercise can show this time."""
    return now.tzinfo is None and simulation.start <= now <= simulation.start + LONGEST_EXERCISE + timedelta(days=1)


def _check(correspondence: Correspondence, simulation: Simulation) -> None:
    """Refuse messages to the caisse that no exercise could hold."""
    read, sent = correspondence.read, correspondence.sent
    if len(read) > _MOST_MESSAGES or any(len(name) > LONGEST_LINE for name in read) or len(sent) > MOST_SENT:
        raise SnapshotError("correspondence")
    if any(s.number != n or s.writer not in simulation.personas for n, s in enumerate(sent, 1)):
        raise SnapshotError("sent")
