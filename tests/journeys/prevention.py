"""The states of « Mon espace prévention »."""


def _open(topic: str) -> tuple[str, dict[str, str]]:
    return ("open", {"page": f"prevention_{topic}"})


HABITS = {"tobacco": "no", "walking": "little", "meals": "daily", "salt": "often", "pressure": "yes"}
_THEME = ("start_coaching", {"theme": "back"})
_NEXT = ("next_week", {})
_JOIN = ("join", {"agreement-yes": "yes"})

STATES = {
    "prevention, a child expected": ("lea at prevention",),
    "prevention, two children": ("hugo at prevention",),
    "prevention, a chronic illness": ("gerard at prevention",),
    "prevention, one topic": ("fatou at prevention",),
    "prevention, under way": (
        "gerard at prevention",
        _open("sophia"),
        _JOIN,
        _open("coaching"),
        _THEME,
        ("open", {"page": "prevention"}),
    ),
    "prevention, not for this person": ("ange at prevention", _open("pregnancy")),
    "pregnancy": ("lea at prevention", _open("pregnancy")),
    "midwife, offered": ("lea at prevention", _open("midwife")),
    "midwife, accepted": ("lea at prevention", _open("midwife"), ("accept_visit", {})),
    "midwife, declined": ("lea at prevention", _open("midwife"), ("decline_visit", {})),
    "midwife, cancelled": ("lea at prevention", _open("midwife"), ("accept_visit", {}), ("cancel_visit", {})),
    "teeth, a voucher open": ("hugo at prevention", _open("teeth")),
    "teeth, a voucher to come": ("jessica at prevention", _open("teeth")),
    "teeth, voucher downloaded": ("hugo at prevention", _open("teeth"), ("download_voucher", {"person": "tom"})),
    "heart": ("gerard at prevention", _open("heart")),
    "heart, no habits told": ("luc at prevention", _open("heart")),
    "heart, nothing answered": ("gerard at prevention", _open("heart"), ("ask_advice", {})),
    "heart, advice": ("gerard at prevention", _open("heart"), ("ask_advice", HABITS)),
    "children": ("hugo at prevention", _open("children")),
    "children, the elder": ("hugo at prevention", _open("children"), ("show_child", {"child": "tom"})),
    "children, one": ("nadia at prevention", _open("children")),
    "coaching": ("luc at prevention", _open("coaching")),
    "coaching, nothing chosen": ("luc at prevention", _open("coaching"), ("start_coaching", {})),
    "coaching, first week": ("luc at prevention", _open("coaching"), _THEME),
    "coaching, last week": ("luc at prevention", _open("coaching"), _THEME, *[_NEXT] * 3),
    "coaching, done": ("luc at prevention", _open("coaching"), _THEME, *[_NEXT] * 4),
    "coaching, stopped": ("luc at prevention", _open("coaching"), _THEME, ("stop_coaching", {})),
    "sophia": ("gerard at prevention", _open("sophia")),
    "sophia, box not ticked": ("gerard at prevention", _open("sophia"), ("join", {})),
    "sophia, joined": ("gerard at prevention", _open("sophia"), _JOIN),
    "sophia, left": ("gerard at prevention", _open("sophia"), _JOIN, ("leave", {})),
    "sophia, a condition missing": ("yvette at prevention", _open("sophia")),
}
