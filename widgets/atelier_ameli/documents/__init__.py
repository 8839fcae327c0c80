"""The papers of the account as real PDF files, marked SPECIMEN. They say what the domain says and decide nothing.

What makes them is imported with the first paper: the library for PDF is a quarter of what the course would import.
"""

from importlib import import_module
from typing import Any

#: the papers that a request may end in, by the name that its data file gives them: what their buttons say
PAPERS = {
    "european_certificate": "le certificat provisoire",
    "procuration": "la procuration",
    "solidarity_certificate": "l'attestation",
}
#: which module has what; a module of the same name as what it has would stand in its place once imported
_HOMES = {
    "allowances_certificate": "certificates",
    "MAKERS": "for_requests",
    "Sheet": "sheet",
    "annual_statement": "statements",
    "monthly_statement": "statements",
    "rights_certificate": "certificates",
    "statement_to_send": "statements",
    "tax_statement": "certificates",
    "declared_payments": "certificates",
    "nothing_to_declare": "certificates",
    "teeth_voucher": "vouchers",
}

HOMES = tuple(sorted(set(_HOMES.values())))  #: the modules that make papers


def __getattr__(name: str) -> Any:
    """Return what makes a paper."""
    if name not in _HOMES:
        raise AttributeError(name)
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
