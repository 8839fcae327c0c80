"""The states of « Rattacher un enfant », and of the child on the card of both parents."""

CONDITIONS = {"in_france": "yes", "both_insured": "yes"}
JULES = {
    "child_first_name": "Jules",
    "child_name": "BERGER",
    "born_on": "12/02/2021",
    "department": "31",
    "declared_on": "15/02/2021",
}
THOMAS = {"parent_first_name": "Thomas", "parent_name": "BERGER", "parent_number": "1 90 03 31 000 427"}
CLAIRE = {"parent_first_name": "Claire", "parent_name": "FONTAINE", "parent_number": "2 88 09 31 000 256"}

_BEGUN = ("sarah at requests", ("begin", {"request": "child"}), ("start", {}))
_CHILD = (*_BEGUN, ("next", CONDITIONS))
_PARENT = (*_CHILD, ("next", JULES))
_RECAP = (*_PARENT, ("next", {**THOMAS, "attached_to": "both"}))
_SENT = (*_RECAP, ("send", {}))
_KNOWN = (*_SENT, ("open", {"page": "follow_up"}), ("wait", {"days": "7"}), ("open", {"page": "my_information"}))
_MINE = (*_PARENT, ("next", {**THOMAS, "attached_to": "mine"}), ("send", {}))

_HUGO = ("hugo at requests", ("begin", {"request": "child_both"}), ("start", {}))
_OTHER = (*_HUGO, ("next", {"child": "tom"}))
_PROOF = (*_OTHER, ("next", CLAIRE))
_BOTH = (*_PROOF, ("next", {"birth_proof": "birth"}), ("send", {}))

STATES = {
    "child": _BEGUN[:2],
    "child, conditions": _BEGUN,
    "child, born abroad": (*_BEGUN, ("next", {"in_france": "no", "both_insured": "no"})),
    "child, names": _CHILD,
    "child, nothing typed": (*_CHILD, ("next", {})),
    "child, to be born": (*_CHILD, ("next", {**JULES, "born_on": "12/06/2021"})),
    "child, declared before birth": (*_CHILD, ("next", {**JULES, "declared_on": "10/02/2021"})),
    "child, declared too lately": (*_CHILD, ("next", {**JULES, "declared_on": "26/02/2021"})),
    "child, other parent": _PARENT,
    "child, her own number": (
        *_PARENT,
        ("next", {**THOMAS, "parent_number": "292063100041358", "attached_to": "both"}),
    ),
    "child, a real number": (
        *_PARENT,
        ("next", {**THOMAS, "parent_number": "1 90 03 31 555 427", "attached_to": "both"}),
    ),
    "child, recap": _RECAP,
    "child, sent": _SENT,
    "child, attached": _KNOWN,
    "child, told twice": (
        *_SENT,
        ("begin", {"request": "child"}),
        ("start", {}),
        ("next", CONDITIONS),
        ("next", JULES),
    ),
    "child, attached to one parent": (
        *_MINE,
        ("open", {"page": "follow_up"}),
        ("wait", {"days": "7"}),
        ("open", {"page": "my_information"}),
    ),
    "both parents": _HUGO[:2],
    "both parents, child": _HUGO,
    "both parents, other parent": _OTHER,
    "both parents, nobody": (*_OTHER, ("next", {})),
    "both parents, proof": _PROOF,
    "both parents, a blurred proof": (*_PROOF, ("next", {"birth_proof": "birth_blurred"})),
    "both parents, sent": _BOTH,
    "both parents, done": (
        *_BOTH,
        ("open", {"page": "follow_up"}),
        ("wait", {"days": "30"}),
        ("open", {"page": "my_information"}),
    ),
    "both parents, no child here": ("karim at requests", ("begin", {"request": "child_both"})),
    "both parents, a newborn": (
        *_MINE,
        ("open", {"page": "follow_up"}),
        ("wait", {"days": "7"}),
        ("begin", {"request": "child_both"}),
    ),
}
