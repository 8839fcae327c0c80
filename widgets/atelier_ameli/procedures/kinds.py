"""The kinds of questions that this site adds: an IBAN, a numéro de sécurité sociale, a département."""

from collections.abc import Mapping

from atelier_ameli.identity.forms_identity import DepartmentField, IbanField, NirField
from practice.procedures import kinds
from practice.procedures.kinds import Kind, plain

_SHOWN_OF_IBAN = 4

KINDS: Mapping[str, Kind] = {
    **kinds.KINDS,
    "iban": Kind(
        plain(IbanField),
        said=lambda answer, _: f"le compte qui se termine par {answer[-_SHOWN_OF_IBAN:]}",
        hint="27 signes. Le site ajoute les espaces.",
        groups="4 4 4 4 4 4 3",
    ),
    "department": Kind(plain(DepartmentField), width="short"),
    "nir": Kind(
        lambda field, *_: NirField(field.label),
        own_words=True,
        hint="13 chiffres. Le site ajoute les espaces.",
        groups="1 2 2 2 3 3 2",
    ),
}
