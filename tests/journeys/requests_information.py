"""The states of the requests that change what the caisse knows: bank account, « nom d'usage »."""

BANK = {"owner": "Jessica PETIT", "iban": "FR17 1234 5123 4500 0000 0777 H55"}
_BANK = ("jessica at requests", ("begin", {"request": "bank"}), ("start", {}))
_RIB = (*_BANK, ("next", BANK))
_SURE = (*_RIB, ("next", {"proof": "rib"}))
_BANK_SENT = (*_SURE, ("next", {"own_wish": "me"}), ("send", {}))
FATOU = (
    "fatou",
    ("sign_in", {"number": "2 95 09 99 000 238", "code": "4073"}),
    ("choose_code", {"code": "Baobab-95", "again": "Baobab-95"}),
    ("begin", {"request": "usage_name"}),
    ("start", {}),
)
TAKEN = {"wish": "take", "new_name": "Martin-Exemple"}
_NAME_PROOF = (*FATOU, ("next", TAKEN))
_NAME_CARD = (*_NAME_PROOF, ("next", {"proof": "marriage"}))
_NAME_SENT = (
    *_NAME_CARD,
    ("next", {"vitale": "update"}),
    ("send", {}),
)

STATES = {
    "bank": _BANK[:2],
    "bank, account": _BANK,
    "bank, a real account": (*_BANK, ("next", {**BANK, "iban": "FR76 3000 6000 0112 3456 7890 189"})),
    "bank, a wrong key": (*_BANK, ("next", {**BANK, "iban": "FR17 1234 5123 4500 0000 0777 H56"})),
    "bank, the same account": (*_BANK, ("next", {**BANK, "iban": "FR54 1234 5123 4500 0000 0199 A53"})),
    "bank, proof": _RIB,
    "bank, a blurred proof": (*_RIB, ("next", {"proof": "rib_blurred"})),
    "bank, a scam": (*_SURE, ("next", {"own_wish": "asked"})),
    "bank, sent": _BANK_SENT,
    "usage name": FATOU,
    "usage name, one more question": (*FATOU, ("keep", {"wish": "take"})),
    "usage name, nothing to leave": (*FATOU, ("next", {"wish": "leave"})),
    "usage name, proof": _NAME_PROOF,
    "usage name, card": _NAME_CARD,
    "usage name, no answer": (*_NAME_CARD, ("next", {})),
    "usage name, sent": _NAME_SENT,
    "usage name, done": (
        *_NAME_SENT,
        ("open", {"page": "follow_up"}),
        ("wait", {"days": "7"}),
        ("open", {"page": "my_information"}),
    ),
}
