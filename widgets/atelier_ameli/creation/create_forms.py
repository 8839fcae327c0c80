"""What the creation of an account asks, step by step (seed, « Je crée mon compte ameli »; domain.md §1.3)."""

import re
from collections.abc import Mapping
from typing import Any, Self

from atelier_ameli.access.new_code import NewCodeForm
from atelier_ameli.identity import iban
from atelier_ameli.identity.forms_identity import BirthDateField, NirField
from practice.forms import contact
from practice.forms.choices import Option, SomeOf
from practice.forms.contact import EmailFault, PhoneFault
from practice.forms.fields import Form, PostcodeField, TextField
from practice.notices import notice

_TOO_MANY = notice(
    "end_too_long", "Il y a trop de {what}. Nous avons tout effacé. Tapez seulement les {wanted} derniers."
)
_WHOLE_ACCOUNT = notice(
    "end_whole_account",
    "C'est un IBAN entier. Nous l'avons effacé. Tapez seulement les {wanted} derniers signes du numéro de compte.",
)
_END_SIGNS = notice("end_signs", "Tapez seulement des {signs}.")
_END_TOO_SHORT = notice("end_too_short", "Il faut {wanted} {what}. Vous en avez tapé {typed}.")
_EMAILS = {
    EmailFault.NO_AT: notice(
        "email_no_at", "Il manque le signe @ (arobase) dans cette adresse. Comparez-la avec la fiche."
    ),
    EmailFault.REAL: notice(
        "email_real",
        "Cette adresse pourrait être vraie. Nous l'avons effacée. "
        "Ici, utilisez l'adresse de la fiche : elle finit par « .example ».",
    ),
    EmailFault.SHAPE: notice(
        "email_shape", "Cette adresse n'est pas écrite comme il faut. Comparez-la avec la fiche, signe par signe."
    ),
}
_PHONES = {
    PhoneFault.LENGTH: notice("phone_length", "Un numéro de téléphone a 10 chiffres. Vous en avez tapé {typed}."),
    PhoneFault.REAL: notice(
        "phone_real",
        "Ce numéro pourrait être vrai. Nous l'avons effacé. "
        "Ici, utilisez le numéro de la fiche : il commence par 06 39 98.",
    ),
}


class EndField(TextField):
    """The end of a number: `wanted` characters, digits or letters too. More could be somebody's, and is erased."""

    of_signs = True
    wanted = 0

    def __init__(self, label: str, *, letters: bool, **options: Any) -> None:
        super().__init__(label, **options)
        self.what = "signes" if letters else "chiffres"
        self._shape = re.compile(r"[0-9A-Z]*" if letters else r"[0-9]*")

    def could_be_a_persons_number(self) -> bool:
        return False  # whatever is longer than what is wanted is erased below, with its own words

    def check(self) -> None:
        typed = iban.read(self.data)
        if len(typed) == iban.LENGTH and typed.startswith("FR"):
            self.refuse(_WHOLE_ACCOUNT.format(wanted=self.wanted), forget=True)
        if len(typed) > self.wanted:
            self.refuse(_TOO_MANY.format(what=self.what, wanted=self.wanted), forget=True)
        if not self._shape.fullmatch(typed):
            self.refuse(_END_SIGNS.format(signs="chiffres et des lettres" if self.what == "signes" else "chiffres"))
        if len(typed) < self.wanted:
            self.refuse(_END_TOO_SHORT.format(wanted=self.wanted, what=self.what, typed=len(typed)))
        self.data = typed


class EmailField(TextField):
    """An e-mail address that nobody has: it ends in « .example ». Any other could be real, and is erased."""

    of_signs = True

    def check(self) -> None:
        fault = contact.email_fault(self.data)
        if fault:
            self.refuse(_EMAILS[fault], forget=fault is EmailFault.REAL)
        self.data = contact.read_email(self.data)


class PhoneField(TextField):
    """A mobile phone number kept for fiction, 06 39 98 xx xx; or none."""

    of_signs = True

    def could_be_a_persons_number(self) -> bool:
        return False  # `check` has its own words for it

    def check(self) -> None:
        fault = contact.phone_fault(self.data)
        if fault:
            typed = contact.phone_digits(self.data)
            real = fault is PhoneFault.REAL or super().could_be_a_persons_number()
            self.refuse(_PHONES[fault].format(typed=typed), forget=real)
        self.data = contact.read_phone(self.data)


class IdentityForm(Form):
    """Who I am: the four questions of the seed, in its order."""

    last_name = TextField(
        "Mon nom", empty=notice("last_name_empty", "Tapez votre nom de famille. Il est sur la fiche.")
    )
    number = NirField("Mon n° de sécurité sociale")
    birth_date = BirthDateField(
        "Ma date de naissance",
        empty=notice("birth_date_empty", "Tapez votre date de naissance. Elle est sur la fiche."),
    )
    postcode = PostcodeField(
        "Mon code postal", empty=notice("postcode_empty", "Tapez votre code postal. Il est sur la fiche.")
    )


class ProofForm(Form):
    """What only I can read: my carte Vitale and my RIB. The page sets the labels and how many signs are wanted."""

    vitale_end = EndField(
        "",
        letters=False,
        empty=notice("vitale_end_empty", "Tapez la fin du numéro de la carte Vitale. Elle est sur la fiche."),
    )
    account_end = EndField(
        "", letters=True, empty=notice("account_end_empty", "Tapez la fin du numéro de compte. Elle est sur la fiche.")
    )


class IbanForm(Form):
    """What only I can read, today: the end of my IBAN. The page sets how many signs are wanted."""

    iban_end = EndField(
        "", letters=True, empty=notice("iban_end_empty", "Tapez la fin de l'IBAN. Elle est sur la fiche.")
    )


class ContactForm(Form):
    """Where to reach me."""

    email = EmailField(
        "Mon adresse e-mail", empty=notice("email_empty", "Tapez votre adresse e-mail. Elle est sur la fiche.")
    )
    phone = PhoneField("Mon téléphone mobile (pas obligatoire)", empty="")


class FirstCodeForm(NewCodeForm):
    """My code, twice, and the conditions."""

    accepted = SomeOf(
        "Les conditions d'utilisation", empty=notice("conditions_empty", "Lisez les conditions, puis cochez la case.")
    )

    @classmethod
    def read(cls, answers: Mapping[str, Any]) -> Self:
        form = super().read(answers)
        form.code.label.text, form.again.label.text = "Mon code", "Je tape encore mon code"
        form.accepted.options = [Option("yes", "J'ai lu les conditions et je les accepte")]
        return form
