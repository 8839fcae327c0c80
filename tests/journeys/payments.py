"""The states of « Mes paiements » and of the statements."""

JESSICA = {"number": "2 82 02 95 000 199", "code": "48151623"}
KARIM = {"number": "1 76 04 31 000 321", "code": "Garonne76"}
_IN = ("sign_in", JESSICA)
_PAYMENTS = ("open", {"page": "payments"})
_STATEMENTS = ("open", {"page": "statements"})
SEARCH = {
    "start": "01/12/2020",
    "end": "01/03/2021",
    "beneficiary": "Toutes les personnes",
    "kind_care": "on",
    "kind_third_party": "on",
}

STATES = {
    "payments": ("jessica", _IN, _PAYMENTS),
    "payments searched": ("jessica", _IN, _PAYMENTS, ("search", {**SEARCH, "beneficiary": "Zoé PETIT"})),
    "payments, nothing found": ("jessica", _IN, _PAYMENTS, ("search", {**SEARCH, "start": "01/03/2021"})),
    "payments, only to send": (
        "nadia at payments",
        ("search", {**SEARCH, "start": "24/11/2018", "end": "24/05/2019", "only_to_send": "on"}),
    ),
    "payments, nothing ticked to send": ("nadia at payments", ("send", {})),
    "payments, end before start": ("jessica", _IN, _PAYMENTS, ("search", {**SEARCH, "end": "01/11/2020"})),
    "payments, too old": ("jessica", _IN, _PAYMENTS, ("search", {**SEARCH, "start": "01/01/2015"})),
    "payments, impossible date and no kind": (
        "jessica",
        _IN,
        _PAYMENTS,
        ("search", {"start": "31/02/2021", "end": "", "beneficiary": "Personne"}),
    ),
    "monthly statements": ("jessica", _IN, _STATEMENTS),
    "all monthly statements": ("jessica", _IN, _STATEMENTS, ("more", {})),
    "annual statement": ("jessica", _IN, _STATEMENTS, ("view", {"view": "annual_statement"})),
    "contributions": ("jessica", _IN, _STATEMENTS, ("view", {"view": "contributions"})),
    "no sick leave": ("jessica", _IN, _STATEMENTS, ("view", {"view": "sick_leaves"})),
    "sick leaves": ("karim", ("sign_in", KARIM), _STATEMENTS, ("view", {"view": "sick_leaves"})),
    "work accident": ("karim", ("sign_in", KARIM), _STATEMENTS, ("view", {"view": "work_accident"})),
    "allowances": ("karim", ("sign_in", KARIM), _PAYMENTS),
}
