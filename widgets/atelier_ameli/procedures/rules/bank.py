"""Change of bank account (seed, « changement de coordonnées bancaires »)."""

from dataclasses import dataclass, replace

from atelier_ameli.information.information import Information
from practice.drawing.typography import of
from practice.names import plain_name
from practice.notices import notice
from practice.procedures.answers import Answers
from practice.procedures.request_book import SentRequest
from practice.procedures.rules import Case, Rules

_SAME = notice("same_iban", "C'est déjà le compte que la caisse connaît. Tapez le nouvel IBAN de la fiche.")
_SCAM = notice(
    "maybe_a_scam",
    "Arrêtez-vous ici : c'est peut-être une arnaque. N'envoyez rien. "
    "Appelez votre caisse avec le numéro que vous connaissez, pas celui du message.",
)


_NOT_HERS = notice(
    "owner_differs",
    "Ce n'est pas le nom du titulaire. La caisse paie seulement sur un compte au nom {whose}.",
)


def _is_of(owner: str, case: Case) -> bool:
    """Say whether an account's owner, « Mme Jessica PETIT » or « M. ou Mme PETIT Jessica », is the holder."""
    names = [plain_name(name) for name in (case.holder.last_name, case.known.usage_name) if name]
    typed = plain_name(owner)
    return plain_name(case.holder.first_name) in typed and any(name in typed for name in names)


@dataclass(frozen=True)
class Bank(Rules):
    """The new account takes the place of the old one."""

    def problems(self, case: Case, answers: Answers) -> dict[str, str]:
        if answers.get("own_wish") == "asked":
            return {"own_wish": _SCAM}
        if answers.get("owner") and not _is_of(str(answers["owner"]), case):
            return {"owner": _NOT_HERS.format(whose=of(case.holder.full_name))}
        return {"iban": _SAME} if answers.get("iban") == case.known.iban else {}

    def changed(self, known: Information, sent: SentRequest) -> Information:
        return replace(known, iban=str(sent.answers["iban"]))
