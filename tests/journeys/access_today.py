"""The ways into the account of 2026: the public site, a code that serves once, a forgotten password, a new account."""

PAIR = {"number": "{number}", "code": "{code}"}
WHO = {"number": "{number}", "birth_date": "{birth_date}"}
FOUR = {**WHO, "last_name": "{last_name}", "postcode": "{postcode}"}
NEW = {"code": "{new_code}", "again": "{new_code}"}
OPEN = ("open_message", {"message": "0"})
WAIT = ("wait", {})
SEND = ("send_code", {})
FOLLOW = ("follow_link", {})

TO_SECOND_STEP = (("sign_in", PAIR),)
TO_CODE = (*TO_SECOND_STEP, SEND)
TO_LINK = (("forgotten_code", {}), ("ask_link", WHO))
TO_PASSWORD = (*TO_LINK, OPEN, FOLLOW)
TO_IBAN = (("recognise", FOUR),)
TO_CONTACT = (*TO_IBAN, ("prove", {"iban_end": "{iban_end}"}))
TO_FIRST_PASSWORD = (*TO_CONTACT, ("contact", {"email": "{email}", "phone": ""}))
TO_SENT = (*TO_FIRST_PASSWORD, ("choose_code", {**NEW, "accepted-yes": "yes"}))

_JESSICA, _ANGE, _MONIQUE = "jessica at login in 2026", "ange at login in 2026", "monique at login in 2026"
_MARCEL, _JEAN = "marcel at forgotten_password in 2026", "jean at create_account in 2026"
_SITE, _CALL = "jean at public_site in 2026", "nadia at false_call in 2026"
_FRANCE_CONNECT = (("france_connect", {}), ("choose", {"provider": "impots"}))
_JESSICAS_TAXES = ("identify", {"identifier": "90 82 0211 001 99", "password": "Amande-82"})
_WRONG_IBAN = ("prove", {"iban_end": "0000000"})


def _code(typed: str, **more: str) -> tuple[str, dict[str, str]]:
    return ("enter_code", {"code": typed, **more})


STATES = {
    "2026, the postcode": ("luc at browser in 2026", ("visit", {"address": "www.ameli.fr"})),
    "2026, no postcode": ("luc at caisse_postcode in 2026", ("caisse", {"postcode": ""})),
    "2026, half a postcode": ("luc at caisse_postcode in 2026", ("caisse", {"postcode": "310"})),
    "2026, public site": (_SITE,),
    "2026, public site, menu open": (_SITE, ("menu", {})),
    "2026, public site, a door": (_SITE, ("door", {"door": "attestation"})),
    "2026, public site, found": (_SITE, ("find", {"wanted": "Comment me connecter à mon compte ?"})),
    "2026, public site, nothing found": (_SITE, ("find", {"wanted": "girafe"})),
    "2026, which service": (_SITE, ("sign_in_page", {})),
    "2026, the other service": (_SITE, ("sign_in_page", {}), ("other_service", {})),
    "2026, cookies": (_SITE, ("sign_in_page", {}), ("account", {})),
    "2026, cookies accepted": ("ange at cookies in 2026", ("accept_cookies", {})),
    "2026, cookies refused": ("ange at cookies in 2026", ("refuse_cookies", {})),
    "2026, sign in": (_JESSICA,),
    "2026, sign in, a child's own number": ("zoe at login in 2026", ("sign_in", {**PAIR, "number": "{own_number}"})),
    "2026, sign in, nothing typed": (_JESSICA, ("sign_in", {})),
    "2026, sign in, wrong password": (_JESSICA, ("sign_in", {**PAIR, "code": "Faux-code-1"})),
    "2026, sign in, locked": (_JESSICA, *[("sign_in", {**PAIR, "code": "Faux-code-1"})] * 3),
    "2026, second step": (_JESSICA, *TO_SECOND_STEP),
    "2026, code sent": (_JESSICA, *TO_CODE),
    "2026, code in the message": (_JESSICA, *TO_CODE, OPEN),
    "2026, code, nothing typed": (_JESSICA, *TO_CODE, _code("")),
    "2026, code, letters": (_JESSICA, *TO_CODE, _code("douze")),
    "2026, code too short": (_JESSICA, *TO_CODE, _code("123")),
    "2026, code wrong": (_JESSICA, *TO_CODE, _code("000000")),
    "2026, fifteen minutes later": (_JESSICA, *TO_CODE, WAIT),
    "2026, code expired": (_JESSICA, *TO_CODE, WAIT, _code("{one_time_code}")),
    "2026, code sent again": (_JESSICA, *TO_CODE, SEND),
    "2026, enough codes": (_JESSICA, *TO_CODE, *[SEND] * 3),
    "2026, signed in, own device recognised": (_JESSICA, *TO_CODE, _code("{one_time_code}", **{"remember-yes": "yes"})),
    "2026, a friend's device recognised": (_ANGE, *TO_CODE, _code("{one_time_code}", **{"remember-yes": "yes"})),
    "2026, a friend's device forgotten again": (
        _ANGE,
        *TO_CODE,
        _code("{one_time_code}", **{"remember-yes": "yes"}),
        ("forget_device", {}),
    ),
    "2026, forgotten password": (_MONIQUE, ("forgotten_code", {})),
    "2026, forgotten password, nothing typed": (_MONIQUE, ("forgotten_code", {}), ("ask_link", {})),
    "2026, link sent": (_MONIQUE, *TO_LINK),
    "2026, link in the message": (_MONIQUE, *TO_LINK, OPEN),
    "2026, half an hour later": (_MONIQUE, *TO_LINK, WAIT),
    "2026, link expired": (_MONIQUE, *TO_LINK, WAIT, OPEN, FOLLOW),
    "2026, link replaced": (_MONIQUE, *TO_LINK, ("ask_again", {}), ("ask_link", WHO), OPEN, FOLLOW),
    "2026, link used": (_MONIQUE, *TO_PASSWORD, ("choose_code", NEW), OPEN, FOLLOW),
    "2026, too many links": (_MONIQUE, *TO_LINK, *[("ask_again", {}), ("ask_link", WHO)] * 3),
    "2026, new password": (_MONIQUE, *TO_PASSWORD),
    "2026, new password, half typed": (_MONIQUE, *TO_PASSWORD, ("check_code", {"code": "Tilleul"})),
    "2026, new password, rules not met": (_MONIQUE, *TO_PASSWORD, ("choose_code", {"code": "abc", "again": "abc"})),
    "2026, password changed": (_MONIQUE, *TO_PASSWORD, ("choose_code", NEW)),
    "2026, provisional code by text message": (_MARCEL, ("ask_link", WHO), ("call", {})),
    "2026, provisional code by post": (_MARCEL, ("ask_link", WHO), ("write", {}), OPEN),
    "2026, new password after a provisional code": ("fatou at login in 2026", ("sign_in", PAIR)),
    "2026, create": (_JEAN,),
    "2026, create, nothing typed": (_JEAN, ("recognise", {})),
    "2026, create, has an account": ("jessica at create_account in 2026", ("recognise", FOUR)),
    "2026, create, a child": (
        "zoe at create_account in 2026",
        ("recognise", {**FOUR, "number": "{own_number}", "birth_date": "{own_birth_date}"}),
    ),
    "2026, create, IBAN": (_JEAN, *TO_IBAN),
    "2026, create, IBAN, nothing typed": (_JEAN, *TO_IBAN, ("prove", {})),
    "2026, create, IBAN unknown": (_JEAN, *TO_IBAN, _WRONG_IBAN),
    "2026, create, stopped": (_JEAN, *TO_IBAN, *[_WRONG_IBAN] * 3),
    "2026, create, contact": (_JEAN, *TO_CONTACT),
    "2026, create, password": (_JEAN, *TO_FIRST_PASSWORD),
    "2026, create, done": (_JEAN, *TO_SENT, OPEN, FOLLOW),
    "2026, FranceConnect": (_JESSICA, _FRANCE_CONNECT[0]),
    "2026, FranceConnect, provider": (_JESSICA, *_FRANCE_CONNECT),
    "2026, FranceConnect, consent": (_JESSICA, *_FRANCE_CONNECT, _JESSICAS_TAXES),
    "2026, FranceConnect, second step": (_JESSICA, *_FRANCE_CONNECT, _JESSICAS_TAXES, ("accept", {})),
    "2026, FranceConnect, an unusual connection": (
        _ANGE,
        *_FRANCE_CONNECT,
        ("refuse", {}),
        _FRANCE_CONNECT[1],
        ("identify", {"identifier": "90 78 0703 000 42", "password": "Figuier-78"}),
        ("accept", {}),
        OPEN,
    ),
    "2026, a call": (_CALL,),
    "2026, a call answered": (_CALL, ("answer_call", {})),
    "2026, a call, code told": (_CALL, ("answer_call", {}), ("tell_code", {})),
    "2026, a call refused": (_CALL, ("answer_call", {}), ("hang_up", {})),
}
