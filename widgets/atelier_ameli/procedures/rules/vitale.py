"""Ordering a carte Vitale, and telling that one is lost, stolen or out of order (domain.md §1.7, rows 1 and 2)."""

from dataclasses import dataclass
from typing import ClassVar

from atelier_ameli.information.vitale import ORDER, PROBLEM, CardState, VitaleCard, card, old_enough, person_named
from practice.notices import notice
from practice.procedures.answers import Answers
from practice.procedures.rules import Case, Rules

_ON_ITS_WAY = "est déjà en route. Suivez-la dans « Suivre mes demandes »."
_ORDER_REFUSED = {
    CardState.IN_SERVICE: notice(
        "order_card_in_service",
        "{name} : cette carte Vitale est déjà en service. Elle est perdue, volée ou en panne ? "
        "Dites-le avec la démarche « {problem} ».",
    ),
    CardState.ORDERED: notice("order_card_ordered", "{name} : une carte " + _ON_ITS_WAY),
    CardState.FAILING: notice("order_card_failing", "{name} : une nouvelle carte " + _ON_ITS_WAY),
    CardState.BLOCKED: notice(
        "order_card_blocked", "{name} : l'ancienne carte est bloquée. Une nouvelle " + _ON_ITS_WAY
    ),
}
_PROBLEM_REFUSED = {
    CardState.NONE: notice(
        "problem_card_none",
        "{name} : pas encore de carte Vitale. La démarche « {order} » en demande une.",
    ),
    CardState.ORDERED: notice(
        "problem_card_ordered", "{name} : la carte n'est pas encore arrivée. Elle " + _ON_ITS_WAY
    ),
    CardState.FAILING: notice(
        "problem_card_failing", "{name} : vous l'avez déjà signalé. Une nouvelle carte " + _ON_ITS_WAY
    ),
    CardState.BLOCKED: notice(
        "problem_card_blocked", "{name} : cette carte est déjà bloquée. Une nouvelle carte " + _ON_ITS_WAY
    ),
}
_ORDER_FIRST = notice("problem_card_to_order", "{name} : cette carte est déjà bloquée. Ensuite : « {order} ».")
_TRY_FIRST = notice(
    "try_first",
    "Essayez d'abord la carte dans une pharmacie : il y a une borne. Elle ne marche toujours pas ? "
    "Reprenez cette demande, elle est gardée.",
)


class _VitaleRules(Rules):
    """What both requests ask: whose card it is. One who may have none of it is told why, and what to do instead."""

    fact_names: ClassVar[tuple[str, ...]] = ("name", "people", "person")
    list_names: ClassVar[tuple[str, ...]] = ("old_enough",)
    refused: ClassVar[dict[CardState, str]]

    def closed(self, case: Case) -> str:
        people = old_enough(case)
        reasons = [self._reason(case, person.id) for person in people]
        return " ".join(reasons) if all(reasons) else ""

    def choices(self, source: str, case: Case, answers: Answers) -> list[tuple[str, str]]:  # noqa: ARG002
        return [(person.id, person.full_name) for person in old_enough(case)]

    def facts(self, case: Case, answers: Answers) -> dict[str, str]:
        several = len(old_enough(case)) > 1
        person = person_named(case, answers)
        return {"name": person.full_name, "person": person.id, "people": "several" if several else "one"}

    def problems(self, case: Case, answers: Answers) -> dict[str, str]:
        reason = self._reason(case, person_named(case, answers).id) if answers.get("who") else ""
        return {"who": reason} if reason else {}

    def _reason(self, case: Case, name: str) -> str:
        """Say why the request is not for this person; an empty text when it is."""
        person = person_named(case, {"who": name})
        titles = {"order": case.site.requests[ORDER].title, "problem": case.site.requests[PROBLEM].title}
        return self.refusal(card(case, person)).format(name=person.full_name, **titles)

    def refusal(self, found: VitaleCard) -> str:
        return self.refused.get(found.state, "")


@dataclass(frozen=True)
class VitaleOrder(_VitaleRules):
    """A first card, or one after a lost one; no second one while one works, or is on its way.

    `weeks`: how long it takes, in words.
    """

    refused: ClassVar[dict[CardState, str]] = _ORDER_REFUSED

    weeks: str

    def refusal(self, found: VitaleCard) -> str:
        return "" if found.to_order else super().refusal(found)


@dataclass(frozen=True)
class VitaleProblem(_VitaleRules):
    """A card that is no longer there, or no longer works. The reason decides what becomes of it.

    `replaces`: whether another is made for a card lost or stolen without its being ordered.
    """

    refused: ClassVar[dict[CardState, str]] = _PROBLEM_REFUSED

    replaces: bool

    def refusal(self, found: VitaleCard) -> str:
        blocked = found.state is CardState.BLOCKED and found.to_order
        return _ORDER_FIRST if blocked else super().refusal(found)

    def problems(self, case: Case, answers: Answers) -> dict[str, str]:
        found = super().problems(case, answers)
        if answers.get("tried") == "no":
            found["tried"] = _TRY_FIRST
        return found
