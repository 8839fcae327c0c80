"""The states of the European card: by post, or a certificate at once."""

_IN = {"jessica": "jessica at requests", "karim": "karim at requests"}
_JESSICA = ("jessica at requests", ("begin", {"request": "european_card"}), ("start", {}))
_TRAVELLERS = (*_JESSICA, ("next", {"departure": "10/04/2021"}))
_HOME = (*_TRAVELLERS, ("next", {"travellers-jessica": "yes", "travellers-zoe": "yes"}))
_ORDERED = (*_HOME, ("next", {"address_right": "yes"}), ("send", {}))
_KARIM = ("karim at requests", ("begin", {"request": "european_card"}), ("start", {}))
_SOON = (*_KARIM, ("next", {"departure": "06/03/2021"}))
_CERTIFIED = (*_SOON, ("next", {"travellers-karim": "yes"}), ("send", {}))

STATES = {
    "European card": _JESSICA[:2],
    "European card, departure": _JESSICA,
    "European card, a day gone by": (*_JESSICA, ("next", {"departure": "01/02/2021"})),
    "European card, travellers": _TRAVELLERS,
    "European card, address": _HOME,
    "European card, moved": (*_HOME, ("next", {"address_right": "no"})),
    "European card, ordered": _ORDERED,
    "European card, there": (
        *_ORDERED,
        ("open", {"page": "follow_up"}),
        ("wait", {"days": "30"}),
        ("open", {"page": "my_information"}),
    ),
    "European certificate, travellers": _SOON,
    "European certificate": _CERTIFIED,
    "European certificate, given": (*_CERTIFIED, ("paper", {"paper": "1 european_certificate"})),
}
