"""The states of « Demander la Complémentaire santé solidaire »: alone, in a couple, with shared custody."""

MONTHS = ("900", "900", "620", "620", "780", "900", "0", "900", "900", "450,50", "900", "950")


def quarter(number):
    """Return the answers of one of the four steps of three months."""
    first = 3 * (number - 1)
    return {f"month_{first + n}": MONTHS[first + n - 1] for n in (1, 2, 3)}


PROOF = {"income_proof": "income", "honour-yes": "yes"}


def _begun(persona):
    return (f"{persona} at requests", ("begin", {"request": "solidarity"}), ("start", {}))


def _asked(persona, situation, children, monthly):
    """Return a request with the same amount each month, up to its sending."""
    steps = (situation, children, {"same": "yes", "monthly": monthly}, PROOF)
    return (*_begun(persona), *[("next", step) for step in steps], ("send", {}))


_CHILDREN = (*_begun("jessica"), ("next", {"situation": "separated"}))
_INCOMES = (*_CHILDREN, ("next", {"children": "one", "custody": "here"}))
_MONTHS = (*_INCOMES, ("next", {"same": "no"}))
_LAST = (*_MONTHS, *[("next", quarter(n)) for n in (1, 2, 3)])
_PROOF = (*_LAST, ("next", quarter(4)))
_RECAP = (*_PROOF, ("next", PROOF))
_SENT = (*_RECAP, ("send", {}))
_FOLLOWED = (*_SENT, ("open", {"page": "follow_up"}))
_GRANTED = (*_FOLLOWED, ("wait", {"days": "30"}), ("wait", {"days": "30"}))
_KNOWN = (*_GRANTED, ("open", {"page": "my_information"}))
_LATE = (*_GRANTED, *[("wait", {"days": "30"})] * 9)
_ALONE, _NO_CHILD = {"situation": "alone"}, {"children": "none"}
_ANSWERED = (("open", {"page": "follow_up"}), ("wait", {"days": "30"}), ("wait", {"days": "30"}))

STATES = {
    "solidarity": _begun("jessica")[:2],
    "solidarity, situation": _begun("jessica"),
    "solidarity, no situation": (*_begun("jessica"), ("next", {})),
    "solidarity, a couple": (*_begun("sarah"), ("keep", {"situation": "couple"})),
    "solidarity, a couple without a name": (*_begun("sarah"), ("next", {"situation": "couple"})),
    "solidarity, her own number": (
        *_begun("sarah"),
        ("next", {"situation": "couple", "partner": "Thomas BERGER", "partner_number": "2 92 06 31 000 413"}),
    ),
    "solidarity, children": _CHILDREN,
    "solidarity, custody": (*_CHILDREN, ("keep", {"children": "two"})),
    "solidarity, no custody": (*_CHILDREN, ("next", {"children": "two"})),
    "solidarity, incomes": _INCOMES,
    "solidarity, the same each month": (*_INCOMES, ("keep", {"same": "yes"})),
    "solidarity, the same each month, typed": (
        *_INCOMES,
        ("keep", {"same": "yes"}),
        ("keep", {"same": "yes", "monthly": "900"}),
    ),
    "solidarity, months": _MONTHS,
    "solidarity, a month half typed": (*_MONTHS, ("keep", {"month_1": "900", "month_2": "9"})),
    "solidarity, a month in words": (*_MONTHS, ("next", {**quarter(1), "month_2": "beaucoup"})),
    "solidarity, a month forgotten": (*_MONTHS, ("next", {**quarter(1), "month_3": ""})),
    "solidarity, last months": _LAST,
    "solidarity, proof": _PROOF,
    "solidarity, an old proof": (*_PROOF, ("next", {**PROOF, "income_proof": "income_old"})),
    "solidarity, a proof too large": (*_PROOF, ("next", {**PROOF, "income_proof": "income_photo"})),
    "solidarity, nothing promised": (*_PROOF, ("next", {"income_proof": "income"})),
    "solidarity, recap": _RECAP,
    "solidarity, sent": _SENT,
    "solidarity, granted": _GRANTED,
    "solidarity, attestation": (*_GRANTED, ("paper", {"paper": "1 solidarity_certificate"})),
    "solidarity, in the account": _KNOWN,
    "solidarity, too soon again": (*_KNOWN, ("begin", {"request": "solidarity"})),
    "solidarity, the last months of the right": (*_LATE, ("open", {"page": "my_information"})),
    "solidarity, again": (*_LATE, ("begin", {"request": "solidarity"})),
    "solidarity, shared custody": _asked(
        "hugo", {"situation": "separated"}, {"children": "two", "custody": "shared"}, "1250"
    ),
    "solidarity, children elsewhere": _asked(
        "hugo", {"situation": "separated"}, {"children": "two", "custody": "other"}, "1250"
    ),
    "solidarity, with a contribution": (*_asked("luc", _ALONE, _NO_CHILD, "950"), *_ANSWERED),
    "solidarity, refused": (*_asked("karim", _ALONE, _NO_CHILD, "1900"), *_ANSWERED),
    "solidarity, nothing received": _asked("luc", _ALONE, _NO_CHILD, "0"),
    "solidarity, a couple and a baby": _asked(
        "sarah",
        {"situation": "couple", "partner": "Thomas BERGER", "partner_number": "1 90 03 31 000 427"},
        {"children": "one"},
        "1500",
    ),
}
