"""The fields of numbers that tell who one is: the numéro de sécurité sociale, the IBAN."""

from datetime import date
from typing import Any

from atelier_ameli.identity import iban, nir
from atelier_ameli.identity.iban import IbanFault
from atelier_ameli.identity.nir import NirError, NirFault
from practice.forms import real_numbers
from practice.forms.fields import REAL_NUMBER, DateField, TypedField
from practice.notices import notice

real_numbers.register(nir.find_real)
real_numbers.register(iban.find_real)

_NIR_MESSAGES = {
    NirFault.EMPTY: notice("nir_empty", "Tapez le numéro de sécurité sociale. Il est sur la fiche."),
    NirFault.REAL: REAL_NUMBER,
    NirFault.LETTER_O: notice("nir_letter_o", "Ce numéro contient la lettre O. Remplacez-la par le chiffre 0 (zéro)."),
    NirFault.CHARACTERS: notice(
        "nir_characters", "Ce numéro contient un signe de trop. Tapez seulement les chiffres de la fiche."
    ),
    NirFault.WAITING: notice(
        "nir_waiting",
        "Ce numéro est provisoire : il commence par 5, 6, 7 ou 8. Il ne permet pas d'avoir un compte. "
        "Attendez votre numéro définitif.",
    ),
    NirFault.SHORT: notice(
        "nir_short", "Ce numéro est trop court : vous avez tapé {length} sur 13. Vérifiez-le sur la fiche."
    ),
    NirFault.LONG: notice(
        "nir_long", "Ce numéro est trop long : vous avez tapé {length} chiffres. Il en faut 13, comme sur la fiche."
    ),
    NirFault.SHAPE: notice(
        "nir_shape", "Ce numéro n'est pas écrit comme il faut. Comparez-le avec la fiche, chiffre par chiffre."
    ),
    NirFault.KEY: notice(
        "nir_key",
        "Les deux derniers chiffres, la clé, ne vont pas avec ce numéro. Tapez seulement les 13 premiers chiffres.",
    ),
}

_IBAN_MESSAGES = {
    IbanFault.REAL: notice(
        "iban_real",
        "Cet IBAN n'est pas celui de la fiche. Il pourrait être vrai : nous l'avons effacé. "
        "Ici, utilisez seulement l'IBAN de la fiche.",
    ),
    IbanFault.ABROAD: notice("iban_abroad", "Cet IBAN n'est pas français. Ici, il commence par FR."),
    IbanFault.LENGTH: notice(
        "iban_length", "Un IBAN français a 27 signes : vous en avez tapé {length}. Comparez-le avec le RIB."
    ),
    IbanFault.KEYS: notice(
        "iban_keys", "Il y a une erreur dans cet IBAN. Comparez-le avec le RIB, quatre signes par quatre signes."
    ),
}


OLDEST = 120  #: years that nobody has reached, or hardly


class BirthDateField(DateField):
    """A date of birth: it is not to come, and nobody is that old."""

    def known_on(self, today: date) -> None:
        """Take in which day it is."""
        self.earliest, self.latest, self.today = date(today.year - OLDEST, 1, 1), today, today


class NirField(TypedField):
    """A numéro de sécurité sociale; `nir` holds its 13 characters once it is valid."""

    secret = False
    of_signs = True
    nir = ""

    def __init__(self, label: str, **options: Any) -> None:
        super().__init__(label, empty=_NIR_MESSAGES[NirFault.EMPTY], **options)

    def check(self) -> None:
        try:
            self.nir = nir.read(self.data)
        except NirError as error:
            message = _NIR_MESSAGES[error.fault].format(length=error.length)
            self.refuse(message, forget=error.fault is NirFault.REAL)


class IbanField(TypedField):
    """An IBAN, of the specimen's bank alone; `data` holds it without spaces once it is valid (domain.md §2.2)."""

    secret = False
    of_signs = True

    def could_be_a_persons_number(self) -> bool:
        return False  # its digits can look like one by chance; `check` has its own way to tell

    def check(self) -> None:
        typed = iban.read(self.data)
        fault = iban.fault(typed)
        if fault:
            self.refuse(_IBAN_MESSAGES[fault].format(length=len(typed)), forget=fault is IbanFault.REAL)
        self.data = typed


_NO_DEPARTMENT = notice("department", "Ce département n'existe pas. Tapez son numéro, comme 31 ou 2A.")
_DEPARTMENTS = {f"{number:02d}" for number in (*range(1, 20), *range(21, 96))} | {"2A", "2B"}
_OVERSEAS = {f"97{number}" for number in range(1, 7)}


class DepartmentField(TypedField):
    """The number of a département: two signs, three overseas."""

    secret = False
    of_signs = True

    def check(self) -> None:
        typed = "".join(self.data.split()).upper()
        if typed not in _DEPARTMENTS | _OVERSEAS:
            self.refuse(_NO_DEPARTMENT)
        self.data = typed
