"""The rules of the requests that have some, by request. A request that needs none is a data file and nothing else."""

from atelier_ameli.procedures.rules.address import Address
from atelier_ameli.procedures.rules.appointment import AppointmentRules
from atelier_ameli.procedures.rules.bank import Bank
from atelier_ameli.procedures.rules.child import BIRTH, BOTH_PARENTS, BothParentsRules, ChildRules
from atelier_ameli.procedures.rules.european_card import EuropeanCardRules
from atelier_ameli.procedures.rules.procuration import Procuration
from atelier_ameli.procedures.rules.solidarity import SolidarityRules
from atelier_ameli.procedures.rules.third_party import ThirdPartyRules
from atelier_ameli.procedures.rules.usage_name import UsageName
from atelier_ameli.procedures.rules.vitale import VitaleOrder, VitaleProblem
from practice.procedures.rules import Rules

RULES: dict[str, type[Rules]] = {
    "address": Address,
    "appointment": AppointmentRules,
    "bank": Bank,
    BIRTH: ChildRules,
    BOTH_PARENTS: BothParentsRules,
    "european_card": EuropeanCardRules,
    "procuration": Procuration,
    "solidarity": SolidarityRules,
    "third_party": ThirdPartyRules,
    "usage_name": UsageName,
    "vitale_order": VitaleOrder,
    "vitale_problem": VitaleProblem,
}
