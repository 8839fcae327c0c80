"""The states of « Payer une somme à ma caisse » and of « Choisir entre deux mutuelles »."""

OWED = {"letter_number": "H-0077", "owed": "16,50"}

_DEBT = ("hugo at requests", ("begin", {"request": "debt"}), ("start", {}))
_WAY = (*_DEBT, ("next", {**OWED, "agreed": "yes"}))
_ASK = (*_DEBT, ("next", {**OWED, "agreed": "no"}))
_INSURERS = ("lea at requests", ("begin", {"request": "insurers"}), ("start", {}))
_WARNED = (*_INSURERS, ("next", {"kept_insurer": "example"}))

STATES = {
    "debt": _DEBT[:2],
    "debt, the sum": _DEBT,
    "debt, nothing typed": (*_DEBT, ("next", {})),
    "debt, how to pay": _WAY,
    "debt, a question": _ASK,
    "debt, kept from what comes": (*_WAY, ("next", {"way": "kept"}), ("send", {})),
    "debt, a transfer": (*_WAY, ("next", {"way": "transfer"}), ("send", {})),
    "debt, asked": (*_ASK, ("next", {"question": "Je ne comprends pas cette somme."}), ("send", {})),
    "two insurers": _INSURERS[:2],
    "two insurers, the choice": _INSURERS,
    "two insurers, nothing chosen": (*_INSURERS, ("next", {})),
    "two insurers, both warned": _WARNED,
    "two insurers, chosen": (*_WARNED, ("next", {"warned": "yes"}), ("send", {})),
}
