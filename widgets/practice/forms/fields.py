"""Forms: WTForms in French, safe with any input. A message says what happened, then what to do.

Whatever a browser sends, `Form.read` takes it; what may be a real number is refused and forgotten at once.
"""

import datetime as dt
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any, Self

import wtforms
from wtforms.validators import StopValidation

from practice.drawing.amounts import typed_amount
from practice.drawing.dates import DateError, DateFault, day, read_date
from practice.forms import contact, real_numbers, signs
from practice.forms.parts import check_names
from practice.notices import Notice, notice

real_numbers.register(contact.find_real_phone)

LONGEST_ANSWER = 100  #: characters; more is cut, and said
REAL_NUMBER = notice(
    "real_number",
    "Ce numéro ressemble à un vrai numéro. Nous l'avons effacé. Ici, utilisez seulement le numéro de la fiche.",
)
_DATES = {
    DateFault.SHAPE: notice(
        "date_shape", "Cette date n'est pas écrite comme il faut. Tapez le jour, le mois et l'année : 11/02/1982."
    ),
    DateFault.YEAR: notice("date_year", "Vérifiez l'année. Elle a quatre chiffres, comme 1982."),
    DateFault.MONTH: notice(
        "date_month", "Le mois {number} n'existe pas. Tapez le jour d'abord, puis le mois : 11/02/1982."
    ),
    DateFault.DAY: notice("date_day", "Le jour {number} n'existe pas dans ce mois. Vérifiez la date."),
}
_TO_COME = notice("date_to_come", "Cette date n'est pas encore arrivée. Tapez celle de la fiche.")
_GONE_BY = notice("date_gone_by", "Cette date est passée. Tapez celle de la fiche.")
_TOO_EARLY = notice("date_too_early", "Cette date est trop ancienne. Tapez au plus tôt le {day}. Regardez la fiche.")
_TOO_LATE = notice("date_too_late", "Cette date est trop lointaine. Tapez au plus tard le {day}. Regardez la fiche.")
_POSTCODE_SHAPE = notice("postcode_shape", "Un code postal a cinq chiffres, comme 31000.")
_POSTCODE_NOWHERE = notice("postcode_nowhere", "Aucun code postal ne commence par {start}. Comparez avec la fiche.")
_POSTCODES = {f"{number:02d}" for number in (*range(1, 96), 97, 98)}  #: how they begin
_AMOUNT_SHAPE = notice(
    "amount_shape", "Ce montant n'est pas écrit comme il faut. Tapez des chiffres, comme 850 ou 850,50."
)


class TypedField(wtforms.StringField):
    """A line of text, cleaned of what no keyboard types. One `of_signs` is a number, which any script can write."""

    longest = LONGEST_ANSWER
    of_signs = False
    too_much = notice("line_too_long", "Ce texte est trop long. Tapez {longest} caractères au plus.")

    def process_formdata(self, valuelist: list[Any]) -> None:
        typed = self.clean(valuelist[0]) if valuelist else ""
        self.too_long = len(typed) > self.longest
        self.data = typed[: self.longest]

    def clean(self, value: object) -> str:
        return signs.plain(signs.typed(value)) if self.of_signs else signs.typed(value)

    def pre_validate(self, form: wtforms.Form) -> None:  # noqa: ARG002
        if self.could_be_a_persons_number():
            self.refuse(REAL_NUMBER, forget=True)
        if not self.data:
            self.refuse(self.empty)  # no message for a field that may stay empty
        if getattr(self, "too_long", False):
            self.refuse(self.too_much.format(longest=self.longest), forget=real_numbers.could_be_one(self.data))
        self.check()

    def could_be_a_persons_number(self) -> bool:
        return real_numbers.could_be_one(self.data)

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


class TextField(TypedField):
    """A line of text. `empty` is the message when nothing was typed; without one, it may stay empty."""

    secret = False


class TextAreaField(TypedField):
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
        text = "\n".join(signs.typed(line) for line in lines).strip()
        self.left = self.longest - len(text)
        return text

    def refuse(self, message: str, *, forget: bool = False) -> None:
        if forget:
            self.data = real_numbers.without(self.data, "(numéro effacé)")[: self.longest]
        self.left = self.longest - len(self.data)
        super().refuse(message)


class SelectField(TypedField):
    """One of a list. `choices` are its words; `empty` is the message when none was chosen."""

    secret = False
    choices: Sequence[str] = ()

    def check(self) -> None:
        if self.data not in self.choices:
            self.refuse(self.empty, forget=True)


class SecretField(TypedField):
    """A code. It is never drawn back."""

    secret = True

    def _value(self) -> str:
        return ""


class DateField(TypedField):
    """A date typed as JJ/MM/AAAA; `date` holds it once it is valid."""

    secret = False
    of_signs = True
    keyboard = "numeric"  #: without separators too, a date is read
    date: dt.date | None = None

    def __init__(
        self,
        label: str,
        *,
        earliest: dt.date | None = None,
        latest: dt.date | None = None,
        today: dt.date | None = None,
        **options: Any,
    ) -> None:
        super().__init__(label, **options)
        self.earliest, self.latest, self.today = earliest, latest, today

    def check(self) -> None:
        try:
            self.date = read_date(self.data)
        except DateError as error:
            self.refuse(_DATES[error.fault].format(number=error.number))
        if self.earliest and self.date < self.earliest:
            self.refuse(_GONE_BY if self.earliest == self.today else _TOO_EARLY.format(day=day(self.earliest)))
        if self.latest and self.date > self.latest:
            self.refuse(_TO_COME if self.latest == self.today else _TOO_LATE.format(day=day(self.latest)))


class PostcodeField(TypedField):
    """A code postal: five digits, which begin as one does."""

    secret = False
    of_signs = True

    def check(self) -> None:
        typed = re.sub(r"\s", "", self.data)
        if not re.fullmatch(r"\d{5}", typed, re.ASCII):
            self.refuse(_POSTCODE_SHAPE)
        if typed[:2] not in _POSTCODES:
            self.refuse(_POSTCODE_NOWHERE.format(start=typed[:2]))
        self.data = typed


class AmountField(TypedField):
    """An amount in euros, « 1 250 » or « 1 250,50 »; `amount` holds it once it is valid."""

    secret = False
    of_signs = True
    amount: Decimal | None = None

    def check(self) -> None:
        self.amount = typed_amount(self.data)
        if self.amount is None:
            self.refuse(_AMOUNT_SHAPE)


class Form(wtforms.Form):
    """A form read from whatever came. Every field is asked for. One called like a part of the page is refused."""

    def __init_subclass__(cls) -> None:
        super().__init_subclass__()
        check_names(name for name, value in vars(cls).items() if isinstance(value, wtforms.fields.core.UnboundField))

    @classmethod
    def read(cls, answers: Mapping[str, Any]) -> Self:
        """Return the form filled with a browser's answers; what is not an answer of this form is left out."""
        return cls(_Answers(answers))

    def problems(self) -> list[tuple[str, str]]:
        """Return the field's name (empty for the whole form) and the message of each error, in reading order.

        A message that two fields have says whose it is.
        """
        wrong = [field for field in self if field.errors]
        times = Counter(field.errors[0] for field in wrong)
        fields = [(f.name, f.errors[0] if times[f.errors[0]] == 1 else _of_field(f)) for f in wrong]
        return [("", message) for message in self.form_errors] + fields

    def draft(self) -> dict[str, str]:
        """Return the answers that may be kept in the learner's browser: neither secret nor refused."""
        return {f.name: f.data for f in self if not f.secret and not f.errors and isinstance(f.data, str)}

    def forget_secrets(self) -> None:
        """Drop the codes typed as soon as they have been used."""
        for field in self:
            if field.secret:
                field.data = field.raw_data = None


class AskedForm(Form):
    """A form whose fields come from data, a page at a time: it needs no class of its own, which is slow to make."""

    def __init__(self, fields: Mapping[str, wtforms.Field], answers: Mapping[str, Any]) -> None:
        check_names(fields)
        self._unbound_fields = list(fields.items())
        super().__init__(_Answers(answers))


class _Answers(dict):
    """Answers as WTForms wants to read them."""

    def getlist(self, name: str) -> list[Any]:
        value = self[name]
        return value[:1] if isinstance(value, list) else [value]


def _of_field(field: wtforms.Field) -> Notice | str:
    """Return the message of a field after its label."""
    message = field.errors[0]
    text = f"{field.label.text} : {message}"
    return Notice(message.id, text) if isinstance(message, Notice) else text
