"""The carte Vitale of each person: what it is by now, told by the requests sent (domain.md §1.7, rows 1 and 2)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from practice.drawing.dates import age

if TYPE_CHECKING:
    from datetime import date

    from atelier_ameli.identity.personas import Persona
    from practice.procedures.answers import Answers
    from practice.procedures.follow_up import Followed
    from practice.procedures.rules import Case

ORDER, PROBLEM = "vitale_order", "vitale_problem"  #: the requests that change a card


class CardState(StrEnum):
    """What a card is."""

    NONE = "none"
    ORDERED = "ordered"  #: the first one is on its way
    IN_SERVICE = "in_service"
    FAILING = "failing"  #: not blocked; another is on its way
    BLOCKED = "blocked"  #: lost or stolen; another is on its way, or to be ordered: as the edition says


@dataclass(frozen=True)
class VitaleCard:
    """The card of one person. `expected` is the day when the one on its way should be there."""

    person: Persona
    state: CardState
    expected: date | None = None
    reference: str = ""  #: of the request that put another on its way

    @property
    def on_its_way(self) -> bool:
        return self.expected is not None

    @property
    def to_order(self) -> bool:
        """Whether there is no card that works, and none on its way."""
        return self.state in (CardState.NONE, CardState.BLOCKED) and not self.on_its_way


def old_enough(case: Case) -> tuple[Persona, ...]:
    """Return whom the account covers and who may have a card, the holder first."""
    first = case.site.edition.vitale_age
    return tuple(p for p in case.covered if p == case.holder or age(p.birth_date, case.today) >= first)


def person_named(case: Case, answers: Answers) -> Persona:
    """Return whose card a request is about: the only one possible, or the one chosen."""
    people = old_enough(case)
    return next((p for p in people if p.id == answers.get("who")), people[0])


def card(case: Case, person: Persona) -> VitaleCard:
    """Return what a person's card is on the day of a case."""
    state = CardState.IN_SERVICE if person == case.holder and case.known.vitale_card else CardState.NONE
    found = VitaleCard(person, state)
    for one in case.sent:
        if one.request.id in (ORDER, PROBLEM) and person_named(one.case, one.sent.answers) == person:
            found = _after(found, replace(one, today=case.today))
    return found


def cards(case: Case) -> tuple[VitaleCard, ...]:
    """Return the cards of all whom the account covers."""
    return tuple(card(case, person) for person in case.covered)


def _after(before: VitaleCard, one: Followed) -> VitaleCard:
    """Return what becomes of a card once a request was sent."""
    if one.cancelled:
        return before
    gone = one.request.id == PROBLEM and one.sent.answers["reason"] != "failure"
    if gone and not one.procedure.rules.replaces:
        return VitaleCard(before.person, CardState.BLOCKED)
    if one.in_effect:
        return VitaleCard(before.person, CardState.IN_SERVICE)
    state = CardState.ORDERED
    if one.request.id == PROBLEM:
        state = CardState.BLOCKED if gone else CardState.FAILING
    return VitaleCard(before.person, state, one.milestones[-1][1], one.sent.reference)
