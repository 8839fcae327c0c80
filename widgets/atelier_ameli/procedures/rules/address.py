"""Change of address (seed, « Modifier mon adresse postale »)."""

from dataclasses import dataclass, replace

from atelier_ameli.information.information import Information
from practice.names import same_name
from practice.notices import notice
from practice.procedures.answers import Answers
from practice.procedures.request_book import SentRequest
from practice.procedures.rules import Case, Rules

_SAME = notice("same_address", "C'est déjà votre adresse. Tapez la nouvelle, qui est sur la fiche.")


@dataclass(frozen=True)
class Address(Rules):
    """The new address takes the place of the old one."""

    def problems(self, case: Case, answers: Answers) -> dict[str, str]:
        same = same_name(str(answers.get("street")), case.known.address)
        return {"street": _SAME} if same and answers.get("postcode") == case.known.postcode else {}

    def changed(self, known: Information, sent: SentRequest) -> Information:
        street, postcode, city = (str(sent.answers[name]) for name in ("street", "postcode", "city"))
        return replace(known, address=street, postcode=postcode, city=city)
