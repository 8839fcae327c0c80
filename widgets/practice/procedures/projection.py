"""The projection of an account: what the site knows today, as it follows from the requests sent, and each of those."""

from typing import TYPE_CHECKING, Any

from practice.procedures.declared_form import first_wrong
from practice.procedures.follow_up import Followed
from practice.procedures.rules import Case

if TYPE_CHECKING:
    from practice.world import World


def followed(world: "World") -> tuple[Followed, ...]:
    """Return the requests sent from the account that is open, oldest first, each with what became of it."""
    return _fold(world, world.holder)[0]


def known(world: "World") -> Any:
    """Return what the site knows by now of the account that is open."""
    return _fold(world, world.holder)[1]


def case_now(world: "World") -> Case:
    """Return the account as it stands, for a request that is being filled in."""
    found, information = _fold(world, world.holder)
    return Case(world.site, world.today, world.holder, world.covered_by(world.holder), information, found)


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
            if first_wrong(one.procedure, one.case, one.sent.answers):
                raise ValueError("answers")


def _fold(world: "World", holder: Any) -> tuple[tuple[Followed, ...], Any]:
    """Go through the requests in the order of their sending; each sees what those before it changed."""
    information = world.known_of(holder)
    found: tuple[Followed, ...] = ()
    for sent in world.requests.sent_by(holder.id):
        case = Case(world.site, sent.at.date(), holder, world.covered_by(holder), information, found)
        cancelled = str(sent.number) in world.requests.cancelled
        one = Followed(world.site.procedures[sent.request], sent, case, world.today, cancelled)
        found = (*found, one)
        information = one.changed(information)
    return found, information
