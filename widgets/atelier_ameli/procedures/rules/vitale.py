"""Ordering a carte Vitale, and telling that one is lost, stolen or out of order (domain.md §1.7, rows 1 and 2)."""

from dataclasses import dataclass
from typing import ClassVar

from atelier_ameli.information.vitale import CardState, card, old_enough, person_named
from practice.notices import notice
from practice.procedures.answers import Answers
from practice.procedures.rules import Case, Rules

_ON_ITS_WAY = "est déjà en route. Suivez-la dans « Suivre mes demandes »."
_ORDER_REFUSED = {
    CardState.IN_SERVICE: notice(
        "order_card_in_service",
        "{name} : cette carte Vitale est déjà en service. Elle est perdue, volée ou en panne ? "
        "Dites-le avec la démarche « Signaler la perte, le vol ou le dysfonctionnement de la carte Vitale ».",
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
        "{name} : pas encore de carte Vitale. La démarche « Commander une carte Vitale » en demande une.",
    ),
    CardState.ORDERED: notice(
        "problem_card_ordered", "{name} : la première carte n'est pas encore arrivée. Elle " + _ON_ITS_WAY
    ),
    CardState.FAILING: notice(
        "problem_card_failing", "{name} : vous l'avez déjà signalé. Une nouvelle carte " + _ON_ITS_WAY
    ),
    CardState.BLOCKED: notice(
        "problem_card_blocked", "{name} : cette carte est déjà bloquée. Une nouvelle carte " + _ON_ITS_WAY
    ),
}
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
        return self.refused.get(card(case, person).state, "").format(name=person.full_name)


@dataclass(frozen=True)
class VitaleOrder(_VitaleRules):
    """A first card; no second one while one works, or is on its way."""

    refused: ClassVar[dict[CardState, str]] = _ORDER_REFUSED


@dataclass(frozen=True)
class VitaleProblem(_VitaleRules):
    """A card that is no longer there, or no longer works. The reason decides what becomes of it."""

    refused: ClassVar[dict[CardState, str]] = _PROBLEM_REFUSED

    def problems(self, case: Case, answers: Answers) -> dict[str, str]:
        found = super().problems(case, answers)
        if answers.get("tried") == "no":
            found["tried"] = _TRY_FIRST
        return found
