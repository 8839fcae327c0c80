"""The states of an appointment: taken, moved, called off."""

_AT = "karim at requests"
_BEGUN = (_AT, ("begin", {"request": "appointment"}), ("start", {}))
_AGENCY = (*_BEGUN, ("next", {"reason": "leave"}))
_DAY = (*_AGENCY, ("next", {"agency": "centre"}))
_HOUR = (*_DAY, ("next", {"day": "2021-03-11"}))
_RECAP = (*_HOUR, ("next", {"hour": "09:15"}))
_TAKEN = (*_RECAP, ("send", {}))
_AGENDA = (*_TAKEN, ("open", {"page": "agenda"}))
_MOVED = (*_AGENDA, ("move", {"appointment": "1"}))

STATES = {
    "appointment": _BEGUN[:2],
    "appointment, reason": _BEGUN,
    "appointment, no reason": (*_BEGUN, ("next", {})),
    "appointment, agency": _AGENCY,
    "appointment, day": _DAY,
    "appointment, hour": _HOUR,
    "appointment, recap": _RECAP,
    "appointment, taken": _TAKEN,
    "appointment, on the home page": (*_TAKEN, ("open", {"page": "account_home"})),
    "agenda": _AGENDA,
    "agenda, empty": ("luc at account_home", ("open", {"page": "agenda"})),
    "agenda, about to call off": (*_AGENDA, ("call_off", {"appointment": "1"})),
    "agenda, called off": (*_AGENDA, ("call_off", {"appointment": "1"}), ("call_off_now", {})),
    "agenda, kept": (*_AGENDA, ("call_off", {"appointment": "caisse-1"}), ("keep_it", {})),
    "appointment, moved to another day": _MOVED,
    "appointment, called off, followed": (
        *_AGENDA,
        ("call_off", {"appointment": "1"}),
        ("call_off_now", {}),
        ("open", {"page": "follow_up"}),
    ),
    "a request of the phone": (_AT, ("begin", {"request": "send_document"})),
}
