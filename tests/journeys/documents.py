"""The states of « Mes documents »."""

_JESSICA = ("sign_in", {"number": "2 82 02 95 000 199", "code": "48151623"})
_KARIM = ("sign_in", {"number": "1 76 04 31 000 321", "code": "Garonne76"})
_ANGE = ("sign_in", {"number": "1 78 07 2A 000 042", "code": "Maquis1978"})
_NADIA = ("sign_in", {"number": "2 84 03 99 000 142", "code": "Lavande84"})
_OPEN = ("open", {"page": "documents"})
PERIOD = {"allowances_start": "01/09/2020", "allowances_end": "01/03/2021"}

STATES = {
    "documents": ("jessica", _JESSICA, _OPEN),
    "documents, alone in the account": ("ange", _ANGE, _OPEN),
    "documents, rights downloaded": (
        "jessica",
        _JESSICA,
        _OPEN,
        ("download_rights", {"beneficiary-jessica": "yes", "beneficiary-zoe": "yes"}),
    ),
    "documents, nobody ticked": ("jessica", _JESSICA, _OPEN, ("download_rights", {})),
    "documents, allowances downloaded": ("karim", _KARIM, _OPEN, ("download_allowances", PERIOD)),
    "documents, end before start": (
        "karim",
        _KARIM,
        _OPEN,
        ("download_allowances", {"allowances_start": "01/03/2021", "allowances_end": "01/02/2021"}),
    ),
    "documents, wrong dates": (
        "karim",
        _KARIM,
        _OPEN,
        ("download_allowances", {"allowances_start": "31/02/2021", "allowances_end": ""}),
    ),
    "documents, no allowances": ("jessica", _JESSICA, _OPEN, ("download_allowances", PERIOD)),
    "documents, tax statement downloaded": ("luc at documents", ("download_tax", {"tax_year": "2020"})),
    "documents, tax statement of nothing": ("karim", _KARIM, _OPEN, ("download_tax", {"tax_year": "2020"})),
    "documents, no year": ("karim", _KARIM, _OPEN, ("download_tax", {})),
    "documents, month downloaded": ("karim", _KARIM, _OPEN, ("download_monthly", {"month": "février 2021"})),
    "documents, empty month": (
        "jessica",
        _JESSICA,
        _OPEN,
        ("download_monthly", {"month": "octobre 2020 (aucun paiement)"}),
    ),
    "documents, year downloaded": ("karim", _KARIM, _OPEN, ("download_annual", {"annual_year": "2021"})),
    "documents, payments to send downloaded": ("nadia", _NADIA, _OPEN, ("download_to_send", {})),
}
