"""The people of the course. All invented (data/personas.toml)."""

import re
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from atelier_ameli.care.care_record import History
from atelier_ameli.identity import iban, nir
from practice.forms import contact
from practice.loading.toml_files import NOT_READ
from practice.names import same_name

_FIRST_DIGITS = {"M": "17", "F": "28"}  #: of a number, then of a provisional one: the exercise's own choice
_VITALE = re.compile(r"0000\d{7}", re.ASCII)


class AccountStatus(StrEnum):
    """Where an online account stands."""

    NONE = "none"
    ACTIVE = "active"
    PROVISIONAL = "provisional"
    LOCKED = "locked"


@dataclass(frozen=True)
class Persona:
    """An invented person, as `data/personas.toml` declares her."""

    id: str
    first_name: str
    last_name: str
    sex: str
    birth_date: date
    nir: str  #: 13 characters, without the key
    postcode: str
    city: str
    story: str
    account: AccountStatus
    code: str = ""
    new_code: str = ""  #: the code that her card suggests when she must choose another
    forgot_code: bool = False
    email: str = ""
    email_validated: bool = True
    mail_folder: str = "inbox"
    phone: str = ""
    holder: str = ""  #: id of the person whom a dependant (ayant droit) is attached to
    daily_allowances: bool = False
    vitale_number: str = ""  #: serial number of the carte Vitale in her hand; its first four digits are no real card's
    vitale_photo: bool = True
    iban: str = ""  #: of the RIB in her hand, which her caisse may not know (data/information.toml)
    now: datetime | None = None  #: the clock of the exercises played as her, when it is not the edition's
    history: History = field(default_factory=History, metadata=NOT_READ)  #: her care, from data/payments.toml

    def __post_init__(self) -> None:
        """Refuse a person who could exist, or whose number does not tell her own story."""
        if not self.waiting:
            self._check_number()
        told = self.birth_date.strftime("%y%m")
        if self.nir[0] not in _FIRST_DIGITS.get(self.sex, "") or self.nir[1:5] != told:
            start = f" ; le numéro commence par {_FIRST_DIGITS[self.sex][0]}{told}" if self.sex in _FIRST_DIGITS else ""
            raise ValueError(f"nir : le sexe, l'année ou le mois ne correspondent pas à la personne{start}")
        if self.email and contact.email_fault(self.email):
            raise ValueError("email : l'adresse doit finir par « .example », pour n'être à personne")
        if self.phone and contact.phone_fault(self.phone):
            raise ValueError("phone : le numéro doit commencer par « 06 39 98 », pour n'être à personne")
        if self.mail_folder not in ("inbox", "spam"):
            raise ValueError("mail_folder : « inbox » ou « spam »")
        if self.account is not AccountStatus.NONE and not (self.code and self.new_code and self.email):
            raise ValueError("account : un compte demande code, new_code et email")
        if self.waiting and self.account is not AccountStatus.NONE:
            raise ValueError("account : un numéro provisoire ne permet pas d'avoir un compte")
        if self.vitale_number and not _VITALE.fullmatch(self.vitale_number):
            raise ValueError("vitale_number : il faut 0000 puis 7 chiffres, pour n'être à personne")
        if self.iban and iban.refusal(self.iban):
            raise ValueError(iban.refusal(self.iban))

    def _check_number(self) -> None:
        try:
            nir.read(self.nir)
        except nir.NirError as error:
            real = error.fault is nir.NirFault.REAL
            offered = (
                f" ; celui-ci irait : {self.nir[:7]}000{self.nir[10:]}" if real and len(self.nir) == nir.LENGTH else ""
            )
            why = "ce numéro pourrait être à quelqu'un" if real else "ce n'est pas un numéro de sécurité sociale"
            raise ValueError(f"nir : {why} (il faut 13 caractères et la commune 000){offered}") from None

    @property
    def waiting(self) -> bool:
        """Whether her number is provisional, and so opens no account (domain.md §1.3)."""
        return nir.is_fictional_waiting(self.nir)

    @property
    def has_account(self) -> bool:
        return self.account is not AccountStatus.NONE

    @property
    def account_number(self) -> str:
        """The « numéro de compte » of her RIB, without its key (domain.md §2.2)."""
        return self.iban[14:25]

    def is_told_by(self, last_name: str, birth_date: date, postcode: str) -> bool:
        """Say whether these answers are hers. Capitals, accents and dashes of a name do not matter."""
        return same_name(last_name, self.last_name) and (birth_date, postcode) == (self.birth_date, self.postcode)

    @property
    def full_name(self) -> str:
        return f"{self.first_name} {self.last_name.upper()}"

    @property
    def civil_name(self) -> str:
        return f"{'Mme' if self.sex == 'F' else 'M.'}\N{NO-BREAK SPACE}{self.last_name.upper()}"

    @property
    def nir_with_key(self) -> str:
        return self.nir + nir.key(self.nir)
