"""The application: the same account on the phone."""

_PHONE = ("switch", {})
_SEND = ("karim at requests", _PHONE, ("begin", {"request": "send_document"}), ("start", {}))

STATES = {
    "phone, sign in": ("jessica", _PHONE),
    "phone, home": ("jessica at account_home", _PHONE),
    "phone, payments": ("jessica at payments", _PHONE),
    "phone, documents": ("jessica at documents", _PHONE),
    "phone, information": ("jessica at my_information", _PHONE),
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
