"""The requests that 2026 has besides, or has otherwise: a « procuration », a card lost, a refund; the helper."""

_KARIM = "karim at requests in 2026"
_TO_WISH = (("begin", {"request": "procuration"}), ("start", {}))
_MAKE = (*_TO_WISH, ("next", {"wish": "make"}))
ALICE = {"helper_first_name": "Alice", "helper_name": "Modèle", "helper_adult": "yes"}
_SUBJECTS = (*_MAKE, ("next", ALICE))
_RECAP = (*_SUBJECTS, ("next", {"subjects-accident": "yes", "subjects-sick_leave": "yes"}))
MADE = (*_RECAP, ("send", {}))
REVOKED = (*_TO_WISH, ("next", {"wish": "revoke"}), ("send", {}))
_FOLLOW = ("open", {"page": "follow_up"})
LOST = (
    ("begin", {"request": "vitale_problem"}),
    ("start", {}),
    ("next", {"reason": "lost"}),
    ("next", {"lost_on": "27/02/2026"}),
    ("send", {}),
)
ORDERED = (
    ("begin", {"request": "vitale_order"}),
    ("start", {}),
    ("next", {"photo": "photo"}),
    ("next", {"identity": "identity"}),
    ("send", {}),
)
_ANGE = "ange at requests in 2026"
_HELPER = "ange at helper in 2026"

STATES = {
    "2026, procuration": (_KARIM, _TO_WISH[0]),
    "2026, procuration, nothing to revoke": (_KARIM, *_TO_WISH, ("next", {"wish": "revoke"})),
    "2026, procuration, a minor": (_KARIM, *_MAKE, ("next", {**ALICE, "helper_adult": "no"})),
    "2026, procuration, himself": (
        _KARIM,
        *_MAKE,
        ("next", {"helper_first_name": "Karim", "helper_name": "Benali", "helper_adult": "yes"}),
    ),
    "2026, procuration, subjects": (_KARIM, *_SUBJECTS),
    "2026, procuration, recap": (_KARIM, *_RECAP),
    "2026, procuration, made": (_KARIM, *MADE),
    "2026, procuration, over": (_KARIM, *MADE, _FOLLOW, ("wait", {"days": "30"}), ("wait", {"days": "7"})),
    "2026, procuration, revoked": (_KARIM, *MADE, *REVOKED),
    "2026, card lost, recap": (_ANGE, *LOST[:-1]),
    "2026, card lost, sent": (_ANGE, *LOST),
    "2026, information, card to order": (_ANGE, *LOST, ("open", {"page": "my_information"})),
    "2026, card ordered after a loss": (_ANGE, *LOST, *ORDERED),
    "2026, helper": (_HELPER,),
    "2026, helper, on the phone": (_HELPER, ("switch", {})),
    "2026, helper, nothing typed": (_HELPER, ("ask", {})),
    "2026, helper, nothing found": (_HELPER, ("ask", {"words": "girafe"})),
    "2026, helper, found": (_HELPER, ("ask", {"words": "remboursement"})),
    "2026, helper, leads": (_HELPER, ("choose_topic", {"topic": "refund"})),
    "2026, helper, telephone": (_HELPER, ("choose_topic", {"topic": "person"})),
    "2026, a refund, nothing typed": (_ANGE, ("begin", {"request": "report_refund"}), ("start", {}), ("next", {})),
}
