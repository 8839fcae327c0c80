"""« Mon bilan prévention » of 2026."""

_OPEN = ("open", {"page": "prevention_visit"})

STATES = {
    "2026, prevention": ("fatou at prevention in 2026",),
    "2026, prevention, not at this age": ("gerard at prevention in 2026", _OPEN),
    "2026, bilan, nothing chosen": ("fatou at prevention in 2026", _OPEN, ("choose_professional", {})),
    "2026, bilan, how": ("fatou at prevention in 2026", _OPEN, ("choose_professional", {"who": "midwife"})),
    "2026, teeth, how": (
        "hugo at prevention in 2026",
        ("open", {"page": "prevention_teeth"}),
        ("explain", {"person": "tom"}),
    ),
}
