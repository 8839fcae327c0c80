"""The facts of a world that none of its parts can tell alone."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from practice.facts import Fact
from practice.procedures import projection
from practice.services import Channel

if TYPE_CHECKING:
    from practice.site import Site
    from practice.world import World


def _sent(world: "World") -> list[str]:
    return [one.request.id for one in projection.followed(world)] if world.signed_in else []


def _states(world: "World") -> list[str]:
    found = projection.followed(world) if world.signed_in else ()
    return [f"{one.request.id} {one.state}" for one in found]


def _known_states(site: "Site") -> Iterator[str]:
    for request in site.requests.values():
        yield from (f"{request.id} {milestone.title}" for milestone in request.milestones)


FACTS = (
    Fact(
        "device",
        "L'appareil en main.",
        lambda world: world.device,
        among=lambda _: (Channel.COMPUTER, Channel.PHONE),
    ),
    Fact(
        "signed_in",
        "La personne dont le compte est ouvert.",
        lambda world: world.signed_in and world.signed_in.id,
        among=lambda site: site.personas,
    ),
    Fact("signed_out", "Aucun compte n'est ouvert.", lambda world: world.signed_in is None, bool),
    Fact(
        "received",
        "Une sorte de message qui est arrivé dans la messagerie.",
        lambda world: [message.kind for message in world.messages],
        among=lambda site: site.letters,
    ),
    Fact("sent", "Une démarche envoyée.", _sent, among=lambda site: site.requests),
    Fact(
        "state",
        "Une démarche envoyée, et où elle en est.",
        _states,
        among=_known_states,
    ),
)
