"""The states of FranceConnect."""

_TO_THE_LIST = ("france_connect", {})
MARCEL = {"identifier": "90 38 1129 000 15", "password": "Noisette-38"}
JEAN = {"identifier": "90 60 0617 002 54", "password": "Platane-60"}
WRONG = {**MARCEL, "password": "Faux-mot-1"}
REAL = {**MARCEL, "identifier": "2 34 56 78 901 234"}
KARIM = {"identifier": "06 39 98 01 06"}


def choose(provider: str) -> tuple[str, dict[str, str]]:
    return ("choose", {"provider": provider})


_MARCEL = ("marcel", _TO_THE_LIST, choose("impots"))
_MARCEL_RECOGNISED = (*_MARCEL, ("identify", MARCEL))
_KARIM = ("karim", _TO_THE_LIST, choose("mobile_connect"))
_ANGE = ("ange", _TO_THE_LIST, choose("impots"))
_REMEMBER = ("remember", {"remember": "yes"})

STATES = {
    "FranceConnect": ("marcel", _TO_THE_LIST),
    "FranceConnect, choice to remember": ("marcel", _TO_THE_LIST, _REMEMBER),
    "FranceConnect, choice remembered": (
        "marcel",
        _TO_THE_LIST,
        _REMEMBER,
        choose("impots"),
        ("identify", MARCEL),
        ("accept", {}),
        ("sign_out", {}),
        _TO_THE_LIST,
    ),
    "FranceConnect, choice forgotten": (
        "marcel",
        _TO_THE_LIST,
        _REMEMBER,
        choose("msa"),
        ("choose_another", {}),
        ("forget", {}),
    ),
    "FranceConnect, cancelled": ("marcel", _TO_THE_LIST, ("cancel", {})),
    "FranceConnect, password asked": _MARCEL,
    "FranceConnect, password shown": (*_MARCEL, ("show_code", {})),
    "FranceConnect, nothing typed": (*_MARCEL, ("identify", {})),
    "FranceConnect, real number": (*_MARCEL, ("identify", REAL)),
    "FranceConnect, wrong password": (*_MARCEL, ("identify", WRONG)),
    "FranceConnect, locked": (*_MARCEL, *[("identify", WRONG)] * 3),
    "FranceConnect, no account with this one": (
        "marcel",
        _TO_THE_LIST,
        choose("msa"),
        ("identify", {"identifier": "1 38 11 31 000 015", "password": "Noisette-38"}),
    ),
    "FranceConnect, ameli itself": ("jessica", _TO_THE_LIST, choose("ameli")),
    "FranceConnect, ameli itself without an account": ("jean", _TO_THE_LIST, choose("ameli")),
    "FranceConnect, an e-mail asked": ("jessica", _TO_THE_LIST, choose("laposte")),
    "FranceConnect, real address": (
        "jessica",
        _TO_THE_LIST,
        choose("laposte"),
        ("identify", {"identifier": "jessica.petit@courriel.fr"}),
    ),
    "FranceConnect, phone number asked": _KARIM,
    "FranceConnect, on the phone": (*_KARIM, ("identify", KARIM)),
    "FranceConnect, no said on the phone": (*_KARIM, ("identify", KARIM), ("deny", {})),
    "FranceConnect, recognised": _MARCEL_RECOGNISED,
    "FranceConnect, refused": (*_MARCEL_RECOGNISED, ("refuse", {})),
    "FranceConnect, signed in": (*_MARCEL_RECOGNISED, ("accept", {})),
    "FranceConnect, no account yet": (
        "jean",
        _TO_THE_LIST,
        choose("impots"),
        ("identify", JEAN),
        ("accept", {}),
    ),
    "FranceConnect, account locked": (
        "monique",
        _TO_THE_LIST,
        choose("impots"),
        ("identify", {"identifier": "90 47 1201 001 08", "password": "Prunier-47"}),
        ("accept", {}),
    ),
    "FranceConnect, code still provisional": (
        "fatou",
        _TO_THE_LIST,
        choose("alicem"),
        ("identify", {"identifier": "06 39 98 01 05"}),
        ("confirm", {}),
        ("accept", {}),
    ),
    "FranceConnect, somebody else's name": _ANGE,
    "FranceConnect, somebody else's name refused": (*_ANGE, ("refuse", {})),
    "FranceConnect, in as somebody else": (*_ANGE, ("accept", {})),
    "FranceConnect, her husband's name during the creation": (
        "rose at create_account",
        _TO_THE_LIST,
        choose("impots"),
    ),
    "FranceConnect, in as her husband": (
        "rose at create_account",
        _TO_THE_LIST,
        choose("impots"),
        ("accept", {}),
    ),
    "FranceConnect, identified": (
        "bernard at create_account",
        _TO_THE_LIST,
        choose("impots"),
        ("identify", {"identifier": "90 55 0123 003 72", "password": "Fougere-55"}),
    ),
    "FranceConnect, out of somebody else's account": (*_ANGE, ("accept", {}), ("leave", {})),
}
