"""The « appli carte Vitale » of 2026, on the phone, step by step."""

_TERMS = ("jessica at phone_home in 2026", ("switch", {}), ("vitale_app", {}))
_NUMBER = (*_TERMS, ("accept_terms", {}))
CODE = (*_NUMBER, ("give_number", {"number": "{number}"}))
_PAPERS = (*CODE, ("enter_code", {"code": "{app_code}"}))
_FACE = (*_PAPERS, ("hold", {}), ("film", {}))
SECRET = (*_FACE, ("hold", {}), ("film", {}))
CHECK = (*SECRET, ("choose_secret", {"secret": "{app_secret}", "again": "{app_secret}"}))
CARD = (*CHECK, ("wait", {}), ("finish", {}))

STATES = {
    "2026, phone icons": _TERMS[:2],
    "2026, card app, terms": _TERMS,
    "2026, card app, nothing typed": (*_NUMBER, ("give_number", {})),
    "2026, card app, wrong code": (*CODE, ("enter_code", {"code": "000000"})),
    "2026, card app, code sent again": (*CODE, ("send_code", {})),
    "2026, card app, too dark": (*_PAPERS, ("film", {})),
    "2026, card app, papers": (*_PAPERS, ("hold", {})),
    "2026, card app, face out of frame": (*_FACE, ("film", {})),
    "2026, card app, password as secret": (*SECRET, ("choose_secret", {"secret": "{code}", "again": "{code}"})),
    "2026, card app, check": CHECK,
    "2026, card app, finish": CARD[:-1],
    "2026, card app, card": (*CARD, ("qr", {})),
}
