"""The states of « Déclarer un accident causé par un tiers »."""

ZOE = {"victim": "zoe", "accident_kind": "animal"}
DOG = {
    "happened_on": "20/02/2021",
    "happened_at": "Parc du Modèle, Toulouse",
    "what_happened": "Zoé marchait dans le parc. Un chien sans laisse l'a mordue à la main.",
}
OWNER = {"known": "yes", "third_name": "Paul MODÈLE", "third_insurance": "Assurance de l'Exemple"}
WITNESS = {"witness": "yes", "witness_name": "Anne ESSAI, 06 39 98 05 11", "report": "none"}
CARE = {"care-doctor": "yes", "care-pharmacy": "yes"}

_BEGUN = ("jessica at requests", ("begin", {"request": "third_party"}), ("start", {}))
_WHAT = (*_BEGUN, ("next", ZOE))
_WHO = (*_WHAT, ("next", DOG))
_WITNESS = (*_WHO, ("next", OWNER))
_CARE = (*_WITNESS, ("next", WITNESS))
_RECAP = (*_CARE, ("next", CARE))
_SENT = (*_RECAP, ("send", {}))

_KARIM = (
    "karim at requests",
    ("begin", {"request": "third_party"}),
    ("start", {}),
    ("next", {"accident_kind": "road"}),
)
_CAR = {
    "happened_on": "27/01/2021",
    "happened_at": "Avenue du Modèle, Blagnac",
    "what_happened": "Une voiture m'a renversé à vélo.",
}
_UNKNOWN = (*_KARIM, ("next", _CAR), ("next", {"known": "no"}))

STATES = {
    "third party": _BEGUN[:2],
    "third party, accident": _BEGUN,
    "third party, no accident": (*_BEGUN, ("next", {})),
    "third party, circumstances": _WHAT,
    "third party, nothing told": (*_WHAT, ("next", {})),
    "third party, tomorrow": (*_WHAT, ("next", {**DOG, "happened_on": "02/03/2021"})),
    "third party, late": (*_KARIM, ("keep", _CAR)),
    "third party, who": _WHO,
    "third party, who, known": (*_WHO, ("keep", {"known": "yes"})),
    "third party, who, unknown": (*_WHO, ("keep", {"known": "no"})),
    "third party, witnesses": _WITNESS,
    "third party, a witness": (*_WITNESS, ("next", {"witness": "yes"})),
    "third party, care": _CARE,
    "third party, hospital": (*_CARE, ("next", {"care-hospital": "yes"})),
    "third party, recap": _RECAP,
    "third party, sent": _SENT,
    "third party, followed": (*_SENT, ("open", {"page": "follow_up"}), ("wait", {"days": "30"})),
    "third party, unknown, sent": (
        *_UNKNOWN,
        ("next", {"witness": "no", "report": "police"}),
        ("next", {"care-leave": "yes"}),
        ("send", {}),
    ),
    "third party, told twice": (*_SENT, ("begin", {"request": "third_party"})),
}
