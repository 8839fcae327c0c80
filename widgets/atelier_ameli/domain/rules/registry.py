"""The rules of the requests that have some, by request. A request that needs none is a data file and nothing else."""

from atelier_ameli.domain.rules.address import Address
from atelier_ameli.domain.rules.appointment import AppointmentRules
from atelier_ameli.domain.rules.bank import Bank
from atelier_ameli.domain.rules.base import Rules
from atelier_ameli.domain.rules.child import BothParentsRules, ChildRules
from atelier_ameli.domain.rules.european_card import EuropeanCardRules
from atelier_ameli.domain.rules.solidarity import SolidarityRules
from atelier_ameli.domain.rules.third_party import ThirdPartyRules
from atelier_ameli.domain.rules.usage_name import UsageName
from atelier_ameli.domain.rules.vitale import VitaleOrder, VitaleProblem

RULES: dict[str, type[Rules]] = {
    "address": Address,
    "appointment": AppointmentRules,
    "bank": Bank,
    "child": ChildRules,
    "child_both": BothParentsRules,
    "european_card": EuropeanCardRules,
    "solidarity": SolidarityRules,
    "third_party": ThirdPartyRules,
    "usage_name": UsageName,
    "vitale_order": VitaleOrder,
    "vitale_problem": VitaleProblem,
}
