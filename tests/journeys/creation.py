"""The states of the creation of an account."""

JEAN = {"last_name": "Neaje", "number": "1 60 06 31 000 254", "birth_date": "17/06/1960", "postcode": "31300"}
ROSE = {"last_name": "Dubois", "number": "2 41 05 31 000 131", "birth_date": "12/05/1941", "postcode": "31400"}
BERNARD = {"last_name": "Vidal", "number": "1 55 01 31 000 372", "birth_date": "23/01/1955", "postcode": "31200"}
ELENA = {"last_name": "Costa", "number": "8 90 10 99 000 417", "birth_date": "04/10/1990", "postcode": "31000"}
ZOE = {"last_name": "Petit", "number": "2 06 05 31 000 077", "birth_date": "20/05/2006", "postcode": "31000"}
JESSICA = {"last_name": "Petit", "number": "2 82 02 95 000 199", "birth_date": "11/02/1982", "postcode": "31000"}

JEANS_PROOFS = {"vitale_end": "4172608", "account_end": "250254L"}
ROSES_PROOFS = {"vitale_end": "3905174", "account_end": "937131M"}
BERNARDS_PROOFS = {"vitale_end": "8261395", "account_end": "180372P"}
JEANS_CONTACT = {"email": "jean.neaje@courriel.example", "phone": "06 39 98 01 08"}
ROSES_CONTACT = {"email": "rose.dubois@courriel.example", "phone": ""}
JEANS_CODE = {"code": "Ruisseau-60", "again": "Ruisseau-60", "accepted-yes": "yes"}
ROSES_CODE = {"code": "Primevere-41", "again": "Primevere-41", "accepted-yes": "yes"}

TO_PROOF = (("recognise", JEAN),)
TO_CONTACT = (*TO_PROOF, ("prove", JEANS_PROOFS))
TO_CODE = (*TO_CONTACT, ("contact", JEANS_CONTACT))
TO_SENT = (*TO_CODE, ("choose_code", JEANS_CODE))
_OPEN = ("open_message", {"message": "0"})
_FOLLOW = ("follow_link", {})
TO_DONE = (*TO_SENT, _OPEN, _FOLLOW)
ROSE_TO_SENT = (("recognise", ROSE), ("prove", ROSES_PROOFS), ("contact", ROSES_CONTACT), ("choose_code", ROSES_CODE))
_IN_SPAM = (("open_folder", {"folder": "spam"}), _OPEN)
_WRONG_VITALE = ("prove", {**JEANS_PROOFS, "vitale_end": "4172609"})
_INSIDE = (*TO_DONE, ("login", {}), ("sign_in", {"number": JEAN["number"], "code": "Ruisseau-60"}))


def _open(page: str) -> tuple[str, dict[str, str]]:
    return ("open", {"page": page})


STATES = {
    "create": ("jean at create_account",),
    "create, nothing typed": ("jean at create_account", ("recognise", {})),
    "create, no photo on the card": ("rose at create_account",),
    "create, real number": ("jean at create_account", ("recognise", {**JEAN, "number": "1 60 06 31 555 254"})),
    "create, provisional number": ("elena at create_account", ("recognise", ELENA)),
    "create, nobody has these four answers": (
        "jean at create_account",
        ("recognise", {**JEAN, "birth_date": "16/06/1960"}),
    ),
    "create, has an account": ("jessica at create_account", ("recognise", JESSICA)),
    "create, a child": ("zoe at create_account",),
    "create, a child recognised": ("zoe at create_account", ("recognise", ZOE)),
    "create, proofs": ("jean at create_account", *TO_PROOF),
    "create, proofs, no photo": ("rose at create_account", ("recognise", ROSE)),
    "create, proofs, nothing typed": ("jean at create_account", *TO_PROOF, ("prove", {})),
    "create, proofs, too many digits": (
        "jean at create_account",
        *TO_PROOF,
        ("prove", {**JEANS_PROOFS, "vitale_end": "00004172608"}),
    ),
    "create, wrong Vitale": ("jean at create_account", *TO_PROOF, _WRONG_VITALE),
    "create, RIB unknown": ("bernard at create_account", ("recognise", BERNARD), ("prove", BERNARDS_PROOFS)),
    "create, stopped": ("jean at create_account", *TO_PROOF, *[_WRONG_VITALE] * 3),
    "create, after a pause": ("jean at create_account", *TO_PROOF, *[_WRONG_VITALE] * 3, ("wait", {})),
    "create, contact": ("jean at create_account", *TO_CONTACT),
    "create, contact, nothing typed": ("jean at create_account", *TO_CONTACT, ("contact", {})),
    "create, address taken": (
        "rose at create_account",
        ("recognise", ROSE),
        ("prove", ROSES_PROOFS),
        ("contact", {**ROSES_CONTACT, "email": "marcel.dubois@courriel.example"}),
    ),
    "create, real address": (
        "jean at create_account",
        *TO_CONTACT,
        ("contact", {"email": "jean.neaje@vrai-courriel.fr", "phone": "06 12 34 56 78"}),
    ),
    "create, code": ("jean at create_account", *TO_CODE),
    "create, code, half typed": ("jean at create_account", *TO_CODE, ("check_code", {"code": "Ruisseau"})),
    "create, code, nothing typed": ("jean at create_account", *TO_CODE, ("choose_code", {})),
    "create, conditions not accepted": (
        "jean at create_account",
        *TO_CODE,
        ("choose_code", {"code": "Ruisseau-60", "again": "Ruisseau-60"}),
    ),
    "create, link sent": ("jean at create_account", *TO_SENT),
    "create, link in the message": ("jean at create_account", *TO_SENT, _OPEN),
    "create, link in the spam folder": ("rose at create_account", *ROSE_TO_SENT, *_IN_SPAM),
    "create, link sent to another address": (
        "jean at create_account",
        *TO_CONTACT,
        ("contact", {"email": "jean.neage@courriel.example", "phone": ""}),
        ("choose_code", JEANS_CODE),
    ),
    "create, a day later": ("jean at create_account", *TO_SENT, ("wait", {})),
    "create, link sent again": ("jean at create_account", *TO_SENT, ("send_again", {})),
    "create, enough links": ("jean at create_account", *TO_SENT, *[("send_again", {})] * 3),
    "create, link expired": ("jean at create_account", *TO_SENT, ("wait", {}), _OPEN, _FOLLOW),
    "create, link replaced": ("jean at create_account", *TO_SENT, ("send_again", {}), _OPEN, _FOLLOW),
    "create, done": ("jean at create_account", *TO_DONE),
    "create, first sign in": ("jean at create_account", *TO_DONE, ("login", {})),
    "new account": ("jean at create_account", *_INSIDE),
    "new account, payments": ("jean at create_account", *_INSIDE, _open("payments")),
    "new account, information": ("jean at create_account", *_INSIDE, _open("my_information")),
    "new account, documents": ("jean at create_account", *_INSIDE, _open("documents")),
}
