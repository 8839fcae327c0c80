"""The application: the same account on the phone."""

_PHONE = ("switch", {})
_SEND = ("karim at requests", _PHONE, ("begin", {"request": "send_document"}), ("start", {}))

STATES = {
    "phone, sign in": ("jessica", _PHONE),
    "phone, home": ("jessica at account_home", _PHONE),
    "phone, payments": ("jessica at payments", _PHONE),
    "phone, documents": ("jessica at documents", _PHONE),
    "phone, information": ("jessica at my_information", _PHONE),
    "phone, where": ("jessica at where", _PHONE),
    "where": ("jessica at where",),
    "phone, terminals": ("jessica at terminals", _PHONE),
    "phone, a terminal": ("jessica at terminals", _PHONE, ("choose", {"terminal": "hopital"})),
    "phone, terminals open now": ("jessica at terminals", _PHONE, ("open_only", {})),
    "terminals, on a computer": ("jessica at terminals",),
    "phone, directory": ("jessica at directory", _PHONE),
    "directory, found": ("jessica at directory", ("find_doctor", {"specialty": "Dentiste", "town": "Blagnac"})),
    "directory, nobody": ("jessica at directory", ("find_doctor", {"specialty": "Cardiologue", "town": "Muret"})),
    "directory, nothing chosen": ("jessica at directory", ("find_doctor", {})),
    "phone, messages": ("jessica at messages", _PHONE),
    "phone, create": ("jean at create_account", _PHONE),
    "phone, forgotten code": ("monique at forgotten_code", _PHONE),
    "phone, requests": ("jessica at requests", _PHONE),
    "phone, only on the computer": ("jessica at prevention", _PHONE),
    "phone, a view only on the computer": (
        "jessica at statements",
        _PHONE,
        ("view", {"view": "annual_statement"}),
    ),
    "phone, a request of the computer": ("jessica at requests", _PHONE, ("begin", {"request": "bank"})),
    "phone, send a document": _SEND,
    "phone, picture": (*_SEND, ("next", {"what": "accident"})),
    "phone, document sent": (
        *_SEND,
        ("next", {"what": "accident"}),
        ("next", {"picture": "certificate"}),
        ("send", {}),
    ),
}
