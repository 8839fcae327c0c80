"""Change of « nom d'usage » (domain.md §1.7, row 9)."""

from dataclasses import dataclass, replace
from typing import ClassVar

from atelier_ameli.information.information import Information
from atelier_ameli.information.vitale import CardState, card
from practice.names import same_name
from practice.notices import notice
from practice.procedures.answers import Answers
from practice.procedures.request_book import SentRequest
from practice.procedures.rules import Case, Rules

_SAME = notice("same_name", "C'est déjà votre nom. Tapez le nouveau nom, qui est sur la fiche.")
_NONE_YET = notice("no_usage_name", "Vous n'avez pas encore de nom d'usage. Choisissez l'autre réponse.")


@dataclass(frozen=True)
class UsageName(Rules):
    """The name of birth stays; the « nom d'usage » is written beside it."""

    fact_names: ClassVar[tuple[str, ...]] = ("has_card",)

    def facts(self, case: Case, answers: Answers) -> dict[str, str]:  # noqa: ARG002
        return {"has_card": "no" if card(case, case.holder).state is CardState.NONE else "yes"}

    def problems(self, case: Case, answers: Answers) -> dict[str, str]:
        name = answers.get("new_name")
        now = case.known.usage_name or case.holder.last_name
        if isinstance(name, str) and answers.get("wish") == "take" and same_name(name, now):
            return {"new_name": _SAME}
        if answers.get("wish") == "leave" and not case.known.usage_name:
            return {"wish": _NONE_YET}
        return {}

    def changed(self, known: Information, sent: SentRequest) -> Information:
        return replace(known, usage_name=str(sent.answers.get("new_name", "")).upper())
