"""The ways into the account: signing in, and a forgotten code."""

JESSICA = {"number": "2 82 02 95 000 199", "code": "48151623"}
MONIQUE = {"number": "2 47 12 31 000 108", "last_name": "Garnier", "birth_date": "01/12/1947", "postcode": "31100"}
MARCEL = {"number": "1 38 11 31 000 015", "last_name": "Dubois", "birth_date": "29/11/1938", "postcode": "31400"}
YVETTE = {"number": "2 42 10 31 000 063", "last_name": "Roux", "birth_date": "09/10/1942", "postcode": "31300"}
FATOU = {"number": "2 95 09 99 000 238", "code": "4073"}
WRONG = {**JESSICA, "code": "Faux-code-1"}

_TO_THE_CALL = (("forgotten_code", {}), ("ask_code", MARCEL), ("call", {}))
_TO_THE_NEW_CODE = (("sign_in", FATOU),)

STATES = {
    "sign in": ("jessica",),
    "sign in, a letter in the number": ("ange",),
    "sign in, a dependant": ("zoe",),
    "sign in, a child's own number": ("zoe", ("sign_in", {"number": "2 06 05 31 000 077", "code": "48151623"})),
    "sign in, no account": ("jean",),
    "sign in, code shown": ("jessica", ("show_code", {})),
    "sign in, nothing typed": ("jessica", ("sign_in", {"number": "", "code": ""})),
    "sign in, number too short": ("jessica", ("sign_in", {**JESSICA, "number": "2 82 02"})),
    "sign in, real number": ("jessica", ("sign_in", {**JESSICA, "number": "2 82 02 95 046 199"})),
    "sign in, wrong code": ("jessica", ("sign_in", WRONG)),
    "sign in, locked": ("jessica", *[("sign_in", WRONG)] * 3),
    "signed in": ("jessica", ("sign_in", JESSICA)),
    "signed out": ("jessica", ("sign_in", JESSICA), ("sign_out", {})),
    "forgotten code": ("monique", ("forgotten_code", {})),
    "forgotten code, nothing typed": ("monique", ("forgotten_code", {}), ("ask_code", {})),
    "forgotten code, wrong date": (
        "monique",
        ("forgotten_code", {}),
        ("ask_code", {**MONIQUE, "birth_date": "31/02/1947"}),
    ),
    "code sent": ("monique", ("forgotten_code", {}), ("ask_code", MONIQUE)),
    "too many codes": (
        "monique",
        ("forgotten_code", {}),
        *[("ask_code", MONIQUE), ("ask_again", {})] * 3,
        ("ask_code", MONIQUE),
    ),
    "message open": ("monique", ("forgotten_code", {}), ("ask_code", MONIQUE), ("open_message", {"message": "0"})),
    "message in the spam folder": (
        "yvette",
        ("forgotten_code", {}),
        ("ask_code", YVETTE),
        ("open_folder", {"folder": "spam"}),
        ("open_message", {"message": "0"}),
    ),
    "caisse called": ("marcel", *_TO_THE_CALL),
    "caisse called, no account": ("jean", ("forgotten_code", {}), ("ask_code", MARCEL), ("call", {})),
    "text message open": (
        "marcel",
        *_TO_THE_CALL,
        ("open_folder", {"folder": "phone"}),
        ("open_message", {"message": "0"}),
    ),
    "back to sign in with a message": ("monique", ("forgotten_code", {}), ("ask_code", MONIQUE), ("back", {})),
    "new code": ("fatou", *_TO_THE_NEW_CODE),
    "new code, half typed": ("fatou", *_TO_THE_NEW_CODE, ("check_code", {"code": "Baobab"})),
    "new code, shown": ("fatou", *_TO_THE_NEW_CODE, ("show_code", {})),
    "new code, rules not met": ("fatou", *_TO_THE_NEW_CODE, ("choose_code", {"code": "baobab", "again": "baobab"})),
    "new code, not twice the same": (
        "fatou",
        *_TO_THE_NEW_CODE,
        ("choose_code", {"code": "Baobab-95", "again": "Baobab-59"}),
    ),
    "new code chosen": ("fatou", *_TO_THE_NEW_CODE, ("choose_code", {"code": "Baobab-95", "again": "Baobab-95"})),
}
