"""Forms: WTForms in French, safe with any input. A message says what happened, then what to do.

Whatever a browser sends, `Form.read` takes it; what may be a real number is refused and forgotten at once.
"""

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any, Self

import wtforms
from wtforms.validators import StopValidation

from atelier_ameli.domain import iban, nir
from atelier_ameli.domain.iban import IbanFault
from atelier_ameli.domain.nir import NirError, NirFault
from atelier_ameli.notices import notice
from practice.drawing.amounts import typed_amount

LONGEST_ANSWER = 100  #: characters; more is cut, and said
REAL_NUMBER = notice(
    "real_number",
    "Ce numéro ressemble à un vrai numéro. Nous l'avons effacé. Ici, utilisez seulement le numéro de la fiche.",
)
_LONG_NUMBER = re.compile(r"\d(?:[\s.\-_/]*[\dABab]){11,}")
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
_DATE_SHAPE = notice(
    "date_shape", "Cette date n'est pas écrite comme il faut. Tapez le jour, le mois et l'année : 11/02/1982."
)
_DATE_YEAR = notice("date_year", "L'année doit avoir quatre chiffres, comme 1982.")
_DATE_MONTH = notice("date_month", "Le mois {month} n'existe pas. Tapez le jour d'abord, puis le mois : 11/02/1982.")
_DATE_DAY = notice("date_day", "Le jour {day} n'existe pas dans ce mois. Vérifiez la date.")
_POSTCODE_SHAPE = notice("postcode_shape", "Un code postal a cinq chiffres, comme 31000.")
_AMOUNT_SHAPE = notice(
    "amount_shape", "Ce montant n'est pas écrit comme il faut. Tapez des chiffres, comme 850 ou 850,50."
)


class _Text(wtforms.StringField):
    """A line of text, cleaned of what no keyboard types."""

    longest = LONGEST_ANSWER
    too_much = notice("line_too_long", "Ce texte est trop long. Tapez {longest} caractères au plus.")

    def process_formdata(self, valuelist: list[Any]) -> None:
        typed = self.clean(valuelist[0]) if valuelist else ""
        self.too_long = len(typed) > self.longest
        self.data = typed[: self.longest]

    def clean(self, value: object) -> str:
        return _clean(value)

    def pre_validate(self, form: wtforms.Form) -> None:  # noqa: ARG002
        if self.could_be_a_persons_number():
            self.refuse(REAL_NUMBER, forget=True)
        if not self.data:
            self.refuse(self.empty)  # no message for a field that may stay empty
        if getattr(self, "too_long", False):
            self.refuse(self.too_much.format(longest=self.longest))
        self.check()

    def could_be_a_persons_number(self) -> bool:
        return nir.could_be_real(self.data)

    def check(self) -> None:
        """Refuse what is wrong with a text that is there."""

    def refuse(self, message: str, *, forget: bool = False) -> None:
        """Stop here with a message; `forget` erases the answer."""
        if forget:
            self.data = ""
        raise StopValidation(*[message] if message else [])

    def __init__(self, label: str, *, empty: str, **options: Any) -> None:
        super().__init__(label, **options)
        self.empty = empty


class TextField(_Text):
    """A line of text. `empty` is the message when nothing was typed; without one, it may stay empty."""

    secret = False


class TextAreaField(_Text):
    """Several lines of text, up to `longest` characters. Only what may be a real number is erased, not the rest."""

    secret = False
    too_much = notice(
        "text_too_long",
        "Ce texte est trop long. Nous avons gardé les {longest} premiers caractères. Vérifiez la fin.",
    )
    left = 0  #: characters that may still be typed; below 0, how many are too many

    def __init__(self, label: str, *, longest: int, **options: Any) -> None:
        super().__init__(label, **options)
        self.left = self.longest = longest

    def clean(self, value: object) -> str:
        lines = value.replace("\r\n", "\n").split("\n") if isinstance(value, str) else []
        text = "\n".join(_clean(line) for line in lines).strip()
        self.left = self.longest - len(text)
        return text

    def refuse(self, message: str, *, forget: bool = False) -> None:
        if forget:
            self.data = _LONG_NUMBER.sub("(numéro effacé)", self.data)[: self.longest]
        self.left = self.longest - len(self.data)
        super().refuse(message, forget=forget and nir.could_be_real(self.data))


class SelectField(_Text):
    """One of a list. `choices` are its words; `empty` is the message when none was chosen."""

    secret = False
    choices: Sequence[str] = ()

    def check(self) -> None:
        if self.data not in self.choices:
            self.refuse(self.empty, forget=True)


class SecretField(_Text):
    """A code. It is never drawn back."""

    secret = True

    def _value(self) -> str:
        return ""


class NirField(_Text):
    """A numéro de sécurité sociale; `nir` holds its 13 characters once it is valid."""

    secret = False
    nir = ""

    def __init__(self, label: str, **options: Any) -> None:
        super().__init__(label, empty=_NIR_MESSAGES[NirFault.EMPTY], **options)

    def check(self) -> None:
        try:
            self.nir = nir.read(self.data)
        except NirError as error:
            message = _NIR_MESSAGES[error.fault].format(length=error.length)
            self.refuse(message, forget=error.fault is NirFault.REAL)


class DateField(_Text):
    """A date typed as JJ/MM/AAAA; `date` holds it once it is valid."""

    secret = False
    date: dt.date | None = None

    def check(self) -> None:
        numbers = re.fullmatch(r"(\d{1,2})[ /.\-]+(\d{1,2})[ /.\-]+(\d+)|(\d\d)(\d\d)(\d{4})", self.data, re.ASCII)
        if not numbers:
            self.refuse(_DATE_SHAPE)
        day, month, year = (int(part) for part in numbers.groups() if part)
        if not 1900 <= year <= 2100:  # noqa: PLR2004
            self.refuse(_DATE_YEAR)
        if not 1 <= month <= 12:  # noqa: PLR2004
            self.refuse(_DATE_MONTH.format(month=month))
        try:
            self.date = dt.date(year, month, day)
        except ValueError:
            self.refuse(_DATE_DAY.format(day=day))


class PostcodeField(_Text):
    """A code postal: five digits."""

    secret = False

    def check(self) -> None:
        self.data = self.data.replace(" ", "")
        if not re.fullmatch(r"\d{5}", self.data, re.ASCII):
            self.refuse(_POSTCODE_SHAPE)


class AmountField(_Text):
    """An amount in euros, « 1 250 » or « 1 250,50 »; `amount` holds it once it is valid."""

    secret = False
    amount: Decimal | None = None

    def check(self) -> None:
        self.amount = typed_amount(self.data)
        if self.amount is None:
            self.refuse(_AMOUNT_SHAPE)


class IbanField(_Text):
    """An IBAN, of the specimen's bank alone; `data` holds it without spaces once it is valid (domain.md §2.2)."""

    secret = False

    def could_be_a_persons_number(self) -> bool:
        return False  # its digits can look like one by chance; `check` has its own way to tell

    def check(self) -> None:
        typed = re.sub(r"[\s.\-]", "", self.data).upper()
        fault = iban.fault(typed)
        if fault:
            self.refuse(_IBAN_MESSAGES[fault].format(length=len(typed)), forget=fault is IbanFault.REAL)
        self.data = typed


class Form(wtforms.Form):
    """A form read from whatever came. Every field is asked for."""

    @classmethod
    def read(cls, answers: Mapping[str, Any]) -> Self:
        """Return the form filled with a browser's answers; what is not an answer of this form is left out."""
        return cls(_Answers(answers))

    def problems(self) -> list[tuple[str, str]]:
        """Return the field's name (empty for the whole form) and the message of each error, in reading order."""
        fields = [(field.name, field.errors[0]) for field in self if field.errors]
        return [("", message) for message in self.form_errors] + fields

    def draft(self) -> dict[str, str]:
        """Return the answers that may be kept in the learner's browser: neither secret nor refused."""
        return {f.name: f.data for f in self if not f.secret and not f.errors and isinstance(f.data, str)}

    def forget_secrets(self) -> None:
        """Drop the codes typed as soon as they have been used."""
        for field in self:
            if field.secret:
                field.data = field.raw_data = None


class _Answers(dict):
    """Answers as WTForms wants to read them."""

    def getlist(self, name: str) -> list[Any]:
        value = self[name]
        return value[:1] if isinstance(value, list) else [value]


def _clean(value: object) -> str:
    if not isinstance(value, str):
        return ""
    text = value.encode("utf-8", "ignore").decode()
    return re.sub(r"[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060\ufeff\ufffe\uffff]", "", text).strip()
