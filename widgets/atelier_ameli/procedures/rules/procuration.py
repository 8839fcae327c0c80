"""A « procuration »: a paper for the counter, in the name of one adult, for one month (ameli_2026.md §4)."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import ClassVar

from practice.drawing.dates import day, months_before
from practice.notices import notice
from practice.procedures.answers import Answers
from practice.procedures.rules import Case, Rules

_TOO_YOUNG = notice("helper_too_young", "La personne choisie doit avoir 18 ans ou plus. Choisissez quelqu'un d'autre.")
_HERSELF = notice("helper_herself", "C'est votre prénom et votre nom. Tapez ceux de l'autre personne.")
_NONE_YET = notice("no_procuration", "Vous n'avez pas de procuration en cours. Choisissez l'autre réponse.")
_MAKE, _REVOKE = "make", "revoke"


@dataclass(frozen=True)
class Procuration(Rules):
    """It ends after a month, or when it is revoked. `months` is how long it is good for."""

    fact_names: ClassVar[tuple[str, ...]] = ("helper", "until")

    months: int

    def facts(self, case: Case, answers: Answers) -> dict[str, str]:
        if answers.get("wish") == _REVOKE:
            answers = self._in_force(case) or {}
        name = f"{answers.get('helper_first_name', '')} {str(answers.get('helper_name', '')).upper()}".strip()
        return {"helper": name, "until": day(self.last_day(case.today))}

    def problems(self, case: Case, answers: Answers) -> dict[str, str]:
        if answers.get("wish") == _REVOKE and self._in_force(case) is None:
            return {"wish": _NONE_YET}
        if self.facts(case, answers)["helper"].casefold() == case.holder.full_name.casefold():
            return {"helper_name": _HERSELF}
        return {"helper_adult": _TOO_YOUNG} if answers.get("helper_adult") == "no" else {}

    def last_day(self, since: date) -> date:
        return months_before(since, -self.months) - timedelta(days=1)

    def _in_force(self, case: Case) -> Answers | None:
        """Return the answers of the last one, if it was not revoked and its month is not over."""
        last = next((one.sent for one in case.sent[::-1] if one.request.id == "procuration"), None)
        made = last is not None and last.answers.get("wish") == _MAKE
        return last.answers if made and case.today <= self.last_day(last.at.date()) else None
