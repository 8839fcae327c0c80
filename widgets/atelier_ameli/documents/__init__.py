"""The papers of the account as real PDF files, marked SPECIMEN. They say what the domain says and decide nothing."""

from atelier_ameli.documents.certificates import allowances_certificate, rights_certificate, tax_statement
from atelier_ameli.documents.for_requests import PAPERS
from atelier_ameli.documents.receipt import receipt
from atelier_ameli.documents.sheet import Document
from atelier_ameli.documents.statements import annual_statement, monthly_statement, statement_to_send

__all__ = [
    "PAPERS",
    "Document",
    "allowances_certificate",
    "annual_statement",
    "monthly_statement",
    "receipt",
    "rights_certificate",
    "statement_to_send",
    "tax_statement",
]
