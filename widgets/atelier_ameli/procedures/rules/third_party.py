"""An accident caused by a third party (domain.md §1.7, row 5): told late, it is taken all the same."""

from dataclasses import dataclass
from datetime import timedelta
from typing import ClassVar

from practice.drawing.dates import typed_date
from practice.names import same_name
from practice.notices import notice
from practice.procedures.answers import Answers
from practice.procedures.rules import Case, Rules

_ONE_OF_US = notice("third_is_insured", "C'est une personne de votre compte. Tapez le nom de l'autre personne.")


@dataclass(frozen=True)
class ThirdPartyRules(Rules):
    """Who was hurt, and whether it was long ago."""

    fact_names: ClassVar[tuple[str, ...]] = ("people", "late", "victim_name")

    ideal_days: int  #: within so many days, ideally

    def facts(self, case: Case, answers: Answers) -> dict[str, str]:
        happened = typed_date(answers.get("happened_on"))
        late = happened is not None and happened + timedelta(days=self.ideal_days) < case.today
        victim = next((p for p in case.covered if p.id == answers.get("victim")), case.holder)
        return {
            "people": "several" if len(case.covered) > 1 else "one",
            "late": "yes" if late else "no",
            "victim_name": victim.full_name,
        }

    def problems(self, case: Case, answers: Answers) -> dict[str, str]:
        third = str(answers.get("third_name", ""))
        return {"third_name": _ONE_OF_US} if any(same_name(third, p.full_name) for p in case.covered) else {}
