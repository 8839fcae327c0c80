"""The states of the carte Vitale: ordered, lost, stolen, out of order; and of the invented folder of documents."""

_ORDER = (("begin", {"request": "vitale_order"}), ("start", {}))
_PHOTO = (*_ORDER, ("next", {"who": "zoe"}))
_IDENTITY = (*_PHOTO, ("next", {"photo": "photo"}))
_RECAP = (*_IDENTITY, ("next", {"identity": "identity"}))
ORDERED = (*_RECAP, ("send", {}))
_FOLLOW = ("open", {"page": "follow_up"})
_INFORMATION = ("open", {"page": "my_information"})

_PROBLEM = (("begin", {"request": "vitale_problem"}), ("start", {}))
_LOST = (*_PROBLEM, ("next", {"reason": "lost"}))
_STOLEN = (*_PROBLEM, ("next", {"reason": "stolen"}))
_FAILURE = (*_PROBLEM, ("next", {"reason": "failure"}))
LOST = (*_LOST, ("next", {"lost_on": "26/02/2021"}), ("send", {}))
STOLEN = (*_STOLEN, ("next", {"stolen_on": "27/02/2021", "police": "no"}), ("send", {}))
FAILING = (*_FAILURE, ("next", {"fault": "not_read", "tried": "yes"}), ("send", {}))

STATES = {
    "vitale order": ("jessica at requests", _ORDER[0]),
    "vitale order, for whom": ("jessica at requests", *_ORDER),
    "vitale order, for her who has one": ("jessica at requests", *_ORDER, ("next", {"who": "jessica"})),
    "vitale order, no need": ("ange at requests", _ORDER[0]),
    "vitale order, for herself": ("fatou at requests", *_ORDER),
    "documents to pick": ("jessica at requests", *_PHOTO),
    "documents to pick, one looked at": ("jessica at requests", *_PHOTO, ("keep", {"photo": "photo"})),
    "documents to pick, a blurred one": ("jessica at requests", *_PHOTO, ("keep", {"photo": "photo_blurred"})),
    "documents to pick, none": ("jessica at requests", *_PHOTO, ("next", {})),
    "documents to pick, too large": ("jessica at requests", *_PHOTO, ("next", {"photo": "photo_large"})),
    "documents to pick, of the wrong kind": ("jessica at requests", *_PHOTO, ("next", {"photo": "cat"})),
    "documents to pick, a real file": ("jessica at requests", *_PHOTO, ("real_file", {})),
    "documents to pick, a proof": ("jessica at requests", *_IDENTITY),
    "documents to pick, of the wrong format": (
        "jessica at requests",
        *_IDENTITY,
        ("next", {"identity": "identity_word"}),
    ),
    "documents to pick, out of date": ("jessica at requests", *_IDENTITY, ("next", {"identity": "identity_old"})),
    "a real file, where none is asked for": ("jessica at requests", ("real_file", {})),
    "vitale order, recap": ("jessica at requests", *_RECAP),
    "vitale order, sent": ("jessica at requests", *ORDERED),
    "vitale order, under way": ("jessica at requests", *ORDERED, _FOLLOW, ("wait", {"days": "7"})),
    "vitale order, there": ("jessica at requests", *ORDERED, _FOLLOW, ("wait", {"days": "30"})),
    "vitale order, a second one": ("jessica at requests", *ORDERED, _ORDER[0]),
    "information, a card ordered": ("jessica at requests", *ORDERED, _INFORMATION),
    "information, two cards": ("jessica at requests", *ORDERED, _FOLLOW, ("wait", {"days": "30"}), _INFORMATION),
    "information, no card yet": ("fatou at my_information",),
    "information, too young for a card": ("hugo at my_information",),
    "vitale problem": ("ange at requests", _PROBLEM[0]),
    "vitale problem, what": ("ange at requests", *_PROBLEM),
    "vitale problem, whose": ("jessica at requests", *_PROBLEM),
    "vitale problem, of her who has none": (
        "jessica at requests",
        *_PROBLEM,
        ("next", {"who": "zoe", "reason": "lost"}),
    ),
    "vitale problem, nothing chosen": ("ange at requests", *_PROBLEM, ("next", {})),
    "vitale problem, no card": ("fatou at requests", _PROBLEM[0]),
    "vitale problem, lost": ("ange at requests", *_LOST),
    "vitale problem, lost tomorrow": ("ange at requests", *_LOST, ("next", {"lost_on": "02/03/2021"})),
    "vitale problem, stolen": ("luc at requests", *_STOLEN),
    "vitale problem, stolen, nothing said": ("luc at requests", *_STOLEN, ("next", {})),
    "vitale problem, failure": ("marcel at requests", *_FAILURE),
    "vitale problem, failure, not read": ("marcel at requests", *_FAILURE, ("keep", {"fault": "not_read"})),
    "vitale problem, failure, not tried": (
        "marcel at requests",
        *_FAILURE,
        ("next", {"fault": "not_read", "tried": "no"}),
    ),
    "vitale problem, stolen, recap": ("luc at requests", *STOLEN[:-1]),
    "vitale problem, failure, recap": ("marcel at requests", *FAILING[:-1]),
    "vitale problem, lost, sent": ("ange at requests", *LOST),
    "vitale problem, stolen, sent": ("luc at requests", *STOLEN),
    "vitale problem, failure, sent": ("marcel at requests", *FAILING),
    "vitale problem, told twice": ("ange at requests", *LOST, _PROBLEM[0]),
    "vitale order, one on its way": ("ange at requests", *LOST, _ORDER[0]),
    "vitale problem, lost, followed": ("ange at requests", *LOST, _FOLLOW, ("wait", {"days": "30"})),
    "information, a card blocked": ("ange at requests", *LOST, _INFORMATION),
    "information, a card out of order": ("marcel at requests", *FAILING, _INFORMATION),
}
