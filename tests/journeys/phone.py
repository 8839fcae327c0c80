"""The application: the same account on the phone."""

_PHONE = ("switch", {})
_SEND = ("karim at requests", _PHONE, ("begin", {"request": "send_document"}), ("start", {}))
_PICTURE = (*_SEND, ("next", {"what": "accident"}))


def _do(what: str) -> tuple[str, dict[str, str]]:
    return ("picture", {"do": what})


_CAMERA = (*_PICTURE, _do("camera"), _do("allow"))
_HELD = (*_CAMERA, _do("adjust cut"), _do("adjust dark"), _do("adjust blurred"))
_PHOTOS = (*_PICTURE, _do("gallery"), _do("allow"))
SENT = (*_HELD, _do("shoot"), ("next", {"picture": "shot"}), ("send", {}))

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
    "phone, picture": _PICTURE,
    "phone, picture, none": (*_PICTURE, ("next", {})),
    "phone, picture, asked": (*_PICTURE, _do("camera")),
    "phone, picture, refused": (*_PICTURE, _do("camera"), _do("refuse")),
    "phone, camera": _CAMERA,
    "phone, camera, well held": _HELD,
    "phone, picture, cut": (*_CAMERA, _do("shoot")),
    "phone, picture, sent though it is dark": (*_CAMERA, _do("shoot"), ("next", {"picture": "shot-cut-dark-blurred"})),
    "phone, picture, good": (*_HELD, _do("shoot")),
    "phone, photos": _PHOTOS,
    "phone, photo, small": (*_PHOTOS, _do("pick table")),
    "phone, photo, cropped": (*_PHOTOS, _do("pick table"), _do("crop")),
    "phone, photo, of a cat": (*_PHOTOS, _do("pick cat")),
    "phone, picture, recap": (*_HELD, _do("shoot"), ("next", {"picture": "shot"})),
    "phone, document sent": SENT,
    "phone, document followed": (*SENT, ("open", {"page": "follow_up"}), ("wait", {"days": "7"})),
}
