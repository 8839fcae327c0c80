"""The « Complémentaire santé solidaire »: who is counted, which months, which answer (domain.md §1.7, row 6)."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from typing import ClassVar

from atelier_ameli.information.information import Information, Solidarity
from atelier_ameli.procedures.rules.holders import is_holders
from practice.drawing.amounts import euros, typed_amount
from practice.drawing.dates import day, month, months_before
from practice.notices import notice
from practice.procedures.answers import Answers
from practice.procedures.request_book import SentRequest
from practice.procedures.rules import Case, Rules

MONTHS = tuple(f"month_{number}" for number in range(1, 13))
_UNTIL_LAST = 2  # months from the last one counted to the request: asked in January, December to November
_CHILDREN = {"none": 0, "one": 1, "two": 2, "three": 3, "four": 4}
_OWN_NUMBER = notice(
    "own_number_for_partner", "C'est votre numéro. Tapez celui de votre conjoint : il est sur la fiche."
)
_OPEN = (
    "Votre foyer a déjà la Complémentaire santé solidaire, jusqu'au {until}. "
    "Vous pourrez la demander de nouveau pendant les {months} derniers mois : à partir du {start}."
)  # fmt: skip


@dataclass(frozen=True)
class SolidarityRules(Rules):
    """The incomes of the household over twelve months, compared with two ceilings.

    `free` and `with_contribution`: euros a year, for a household of one person, of two …
    """

    fact_names: ClassVar[tuple[str, ...]] = (
        *("has_children", "household", "filled", "total", "decision", "free_ceiling", "paid_ceiling", "ceilings_note"),
        *("price", "first_month", "last_month", "until", "renewed_from"),
        *MONTHS,
    )

    free: tuple[int, ...]
    with_contribution: tuple[int, ...]
    ceilings_note: str  #: how far they can be trusted
    price: str  #: of one person, each month, above the first ceiling
    decision_days: int
    valid_months: int
    renewal_months: int

    def closed(self, case: Case) -> str:
        known = case.known.solidarity
        if known is None or case.today >= known.renewed_from:
            return ""
        return _OPEN.format(until=day(known.until), months=self.renewal_months, start=day(known.renewed_from))

    def facts(self, case: Case, answers: Answers) -> dict[str, str]:
        months = self._months(case.today)
        amounts = _amounts(answers)
        household = _household(answers)
        granted = self._granted(answers, case.today)
        return {
            **{name: month(first).capitalize() for name, first in zip(MONTHS, months, strict=True)},
            "first_month": month(months[0]),
            "last_month": month(months[-1]),
            "has_children": "yes" if _CHILDREN.get(str(answers.get("children")), 0) else "no",
            "household": str(household),
            "filled": str(len(amounts)),
            "total": euros(sum(amounts, Decimal(0))),
            "free_ceiling": euros(Decimal(self.free[household - 1])),
            "paid_ceiling": euros(Decimal(self.with_contribution[household - 1])),
            "ceilings_note": self.ceilings_note,
            "price": self.price,
            "decision": self._decision(answers),
            "until": day(granted.until),
            "renewed_from": day(granted.renewed_from),
        }

    def problems(self, case: Case, answers: Answers) -> dict[str, str]:
        return {"partner_number": _OWN_NUMBER} if is_holders(case, answers.get("partner_number")) else {}

    def changed(self, known: Information, sent: SentRequest) -> Information:
        if self._decision(sent.answers) == "refused":
            return known
        return replace(known, solidarity=self._granted(sent.answers, sent.at.date()))

    def _decision(self, answers: Answers) -> str:
        """Compare with the ceilings what was received in the months that are filled in."""
        total, place = sum(_amounts(answers), Decimal(0)), _household(answers) - 1
        if total <= self.free[place]:
            return "free"
        return "contribution" if total <= self.with_contribution[place] else "refused"

    def _granted(self, answers: Answers, sent: date) -> Solidarity:
        """Return what a request sent on a day gives, if it is granted."""
        since = sent + timedelta(days=self.decision_days)
        after = months_before(since, -self.valid_months)
        until, free = after - timedelta(days=1), self._decision(answers) == "free"
        return Solidarity(since, until, months_before(after, self.renewal_months), free, _household(answers))

    @staticmethod
    def _months(today: date) -> list[date]:
        """Return the first day of each of the twelve months before the last-but-one."""
        last = months_before(today.replace(day=1), _UNTIL_LAST)
        return [months_before(last, back) for back in range(len(MONTHS) - 1, -1, -1)]


def _amounts(answers: Answers) -> list[Decimal]:
    """Return the amounts of the months filled in so far: « 0 » counts as one."""
    if answers.get("same") == "yes":
        monthly = typed_amount(answers.get("monthly"))
        return [] if monthly is None else [monthly] * len(MONTHS)
    return [amount for name in MONTHS if (amount := typed_amount(answers.get(name))) is not None]


def _household(answers: Answers) -> int:
    """Return how many people count. A child who lives with both separated parents counts at both."""
    away = answers.get("situation") == "separated" and answers.get("custody") == "other"
    children = 0 if away else _CHILDREN.get(str(answers.get("children")), 0)
    return 1 + (answers.get("situation") == "couple") + children
