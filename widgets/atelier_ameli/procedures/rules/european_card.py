"""The European card, or the certificate that stands for it when one leaves too soon (domain.md §1.7, row 3)."""

from dataclasses import dataclass, replace
from datetime import timedelta
from typing import ClassVar

from atelier_ameli.information.information import EuropeanCard, Information
from practice.drawing.dates import months_before, typed_date
from practice.notices import notice
from practice.procedures.answers import Answers
from practice.procedures.request_book import SentRequest
from practice.procedures.rules import Case, Rules

_MOVED = notice(
    "moved_first",
    "Changez d'abord votre adresse : c'est la démarche « Modifier mon adresse postale ». Puis revenez ici.",
)


@dataclass(frozen=True)
class EuropeanCardRules(Rules):
    """The date of departure decides: the card by post, or at once a certificate."""

    fact_names: ClassVar[tuple[str, ...]] = ("kind",)

    order_ahead_days: int  #: leaving sooner, one gets the certificate
    valid_years: int

    def facts(self, case: Case, answers: Answers) -> dict[str, str]:
        departure = typed_date(answers.get("departure"))
        soon = departure is not None and departure < case.today + timedelta(days=self.order_ahead_days)
        return {"kind": "certificate" if soon else "card"}

    def problems(self, case: Case, answers: Answers) -> dict[str, str]:  # noqa: ARG002
        return {"address_right": _MOVED} if answers.get("address_right") == "no" else {}

    def changed(self, known: Information, sent: SentRequest) -> Information:
        if typed_date(sent.answers["departure"]) < sent.day(self.order_ahead_days):
            return known  # a certificate changes nothing in the account
        until = months_before(sent.at.date(), -12 * self.valid_years) - timedelta(days=1)
        cards = tuple(EuropeanCard(person, until) for person in sent.answers["travellers"])
        others = tuple(c for c in known.european_cards if c.person not in sent.answers["travellers"])
        return replace(known, european_cards=(*others, *cards))
