"""The states of « Mes démarches »: the catalogue, and a request from its presentation to its follow-up."""

AT_REQUESTS = "jessica at requests"
NEW_ADDRESS = {"street": "9 avenue du Modèle", "postcode": "31500", "city": "Toulouse"}
_BEGUN = (("begin", {"request": "address"}), ("start", {}))
_WHEN = (*_BEGUN, ("next", NEW_ADDRESS))
_WHO = (*_WHEN, ("next", {"since": "20/02/2021"}))
_RECAP = (*_WHO, ("next", {"who-jessica": "yes", "who-zoe": "yes"}))
_SENT = (*_RECAP, ("send", {}))
_FOLLOWED = (*_SENT, ("open", {"page": "follow_up"}))

STATES = {
    "requests": (AT_REQUESTS,),
    "requests, searched": (AT_REQUESTS, ("search", {"words": "j'ai déménagé"})),
    "requests, nothing found": (AT_REQUESTS, ("search", {"words": "xyz"})),
    "requests, nothing searched": (AT_REQUESTS, ("search", {"words": ""})),
    "request": (AT_REQUESTS, _BEGUN[0]),
    "request, a step": (AT_REQUESTS, *_BEGUN),
    "request, nothing typed": (AT_REQUESTS, *_BEGUN, ("next", {})),
    "request, half typed": (AT_REQUESTS, *_BEGUN, ("keep", {"street": "9 av"})),
    "request, a real number": (AT_REQUESTS, *_BEGUN, ("next", {**NEW_ADDRESS, "street": "2 82 02 95 046 199"})),
    "request, what the rules refuse": (
        AT_REQUESTS,
        *_BEGUN,
        ("next", {"street": "12 rue de l'Exemple", "postcode": "31000", "city": "Toulouse"}),
    ),
    "request, boxes": (AT_REQUESTS, *_WHO),
    "request, no box": (AT_REQUESTS, *_WHO, ("next", {})),
    "request, recap": (AT_REQUESTS, *_RECAP),
    "request, changed from the recap": (AT_REQUESTS, *_RECAP, ("change", {"step": "since"})),
    "request, kept for later": (AT_REQUESTS, *_WHEN, ("later", {"since": "20/02"})),
    "request, back to its presentation": (AT_REQUESTS, *_BEGUN, ("back", {"street": "9"})),
    "request, sent too soon": (AT_REQUESTS, *_WHEN, ("send", {})),
    "request, sent": (AT_REQUESTS, *_SENT),
    "request, receipt given": (AT_REQUESTS, *_SENT, ("receipt", {"number": "1"})),
    "request, sent twice": (AT_REQUESTS, *_SENT, ("begin", {"request": "address"})),
    "requests, one under way": (AT_REQUESTS, *_SENT, ("open", {"page": "requests"})),
    "follow-up, nothing sent": (AT_REQUESTS, ("open", {"page": "follow_up"})),
    "follow-up": (AT_REQUESTS, *_FOLLOWED),
    "follow-up, days gone by": (AT_REQUESTS, *_FOLLOWED, ("wait", {"days": "2"})),
    "follow-up, the end of time": (AT_REQUESTS, *_FOLLOWED, *[("wait", {"days": "30"})] * 14),
}
