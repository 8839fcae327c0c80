"""The people of the course. All invented (data/personas.toml)."""

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from atelier_ameli.domain import nir
from atelier_ameli.domain.history import History


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
    now: datetime | None = None  #: the clock of the exercises played as her, when it is not the edition's
    history: History = field(default_factory=History)  #: her care, from data/payments.toml

    def __post_init__(self) -> None:
        """Refuse a person who could exist, or whose number does not tell her own story."""
        try:
            nir.read(self.nir)
        except nir.NirError as error:
            raise ValueError(
                f"nir : {error.fault.value}, numéro refusé (il faut 13 caractères et la commune 000)"
            ) from None
        told = self.birth_date.strftime("%y%m")
        if self.nir[0] != {"M": "1", "F": "2"}.get(self.sex) or self.nir[1:5] != told:
            raise ValueError("nir : le sexe, l'année ou le mois ne correspondent pas à la personne")
        if not self.email.endswith(".example") and self.email:
            raise ValueError("email : l'adresse doit finir par « .example », pour n'être à personne")
        if self.phone and not self.phone.startswith("06 39 98 "):
            raise ValueError("phone : le numéro doit commencer par « 06 39 98 », pour n'être à personne")
        if self.mail_folder not in ("inbox", "spam"):
            raise ValueError("mail_folder : « inbox » ou « spam »")
        if self.account is not AccountStatus.NONE and not (self.code and self.new_code and self.email):
            raise ValueError("account : un compte demande code, new_code et email")

    @property
    def full_name(self) -> str:
        return f"{self.first_name} {self.last_name.upper()}"

    @property
    def civil_name(self) -> str:
        return f"{'Mme' if self.sex == 'F' else 'M.'}\N{NO-BREAK SPACE}{self.last_name.upper()}"

    @property
    def nir_with_key(self) -> str:
        return self.nir + nir.key(self.nir)
