"""The states of 2026 of the payments, and of what is received."""

_PAYMENTS, _RECEIVED = "yvette at payments in 2026", "luc at received in 2026"
_OWED = ("contributions", {"year": "2026"})
_LETTER = ("look", {"thing": "lettre_qr"})

STATES = {
    "2026, payments": (_PAYMENTS,),
    "2026, a refund lower than expected": (_PAYMENTS, ("open_payment", {"payment": "2026-02-02-1"})),
    "2026, what is withheld": (_PAYMENTS, _OWED),
    "2026, statements": ("yvette at statements in 2026",),
    "2026, received": (_RECEIVED,),
    "2026, received, a letter": (_RECEIVED, _LETTER),
    "2026, received, a letter recognised": (_RECEIVED, _LETTER, ("judge", {"answer": "false"})),
}
