"""The record of an account: what the caisse knows today, requests included, and what became of each of them."""

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from atelier_ameli.identity.personas import Persona
from atelier_ameli.information.information import Information
from atelier_ameli.procedures.follow_up import Followed
from atelier_ameli.procedures.forms_declared import first_wrong
from atelier_ameli.procedures.rules.base import Case

if TYPE_CHECKING:
    from atelier_ameli.world import World


def followed(world: "World") -> tuple[Followed, ...]:
    """Return the requests sent from the account that is open, oldest first, each with what became of it."""
    return _fold(world, world.beneficiaries[0])[0]


def known(world: "World") -> Information:
    """Return what the caisse knows by now of the account that is open."""
    return _fold(world, world.beneficiaries[0])[1]


def case_now(world: "World") -> Case:
    """Return the account as it stands, for a request that is being filled in."""
    holder = world.beneficiaries[0]
    found, information = _fold(world, holder)
    return _case(world, holder, world.today, information, found)


def check_requests(world: "World") -> None:
    """Refuse requests that no exercise could have sent: they are a browser's word. Raises ValueError or KeyError."""
    book = world.requests
    times = [world.start, *(sent.at for sent in book.sent), world.now]
    if times != sorted(times) or any(sent.number != number for number, sent in enumerate(book.sent, 1)):
        raise ValueError("sent")
    named = [world.site.requests[one.request] for one in (*book.drafts, *book.sent)]
    if not all(request.steps for request in named) or book.open not in ("", *world.site.requests):
        raise ValueError("request")
    for name in {one.writer for one in (*book.drafts, *book.sent)}:
        for one in _fold(world, world.personas[name])[0]:
            if first_wrong(one.request, one.case, one.sent.answers):
                raise ValueError("answers")


def _fold(world: "World", holder: Persona) -> tuple[tuple[Followed, ...], Information]:
    """Go through the requests in the order of their sending; each sees what those before it changed."""
    information = _without_cancelled(world.site.information[holder.id], world.requests.cancelled)
    found: tuple[Followed, ...] = ()
    for sent in world.requests.sent_by(holder.id):
        case = _case(world, holder, sent.at.date(), information, found)
        cancelled = str(sent.number) in world.requests.cancelled
        one = Followed(world.site.requests[sent.request], sent, case, world.today, cancelled)
        found = (*found, one)
        information = one.changed(information)
    return found, information


def _without_cancelled(information: Information, cancelled: tuple[str, ...]) -> Information:
    """Name the appointments that the caisse had made, and leave out those called off since."""
    named = (replace(one, id=f"caisse-{at}") for at, one in enumerate(information.appointments, 1))
    return replace(information, appointments=tuple(one for one in named if one.id not in cancelled))


def _case(world: "World", holder: Persona, day: date, information: Information, found: tuple[Followed, ...]) -> Case:
    site = world.site
    on_offer = (site.folder, site.pictures, site.store)
    return Case(day, holder, world.covered_by(holder), information, found, site.edition, *on_offer)
