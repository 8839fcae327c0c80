"""FranceConnect: the accounts that open other sites, and whom they know.

What is passed on (« identité pivot »): first names, surname, sex, date, place and country of birth (domain.md §1.4).
"""

import re
from dataclasses import dataclass, field
from enum import StrEnum

from atelier_ameli.identity import nir
from practice.forms import contact
from practice.forms.contact import EmailFault, PhoneFault

_SHORTEST_NUMBER = 8  #: digits from which a number could lead to somebody
_UNKNOWN = "non renseigné"
_OWN = "le sien"


class Identifier(StrEnum):
    """What a provider knows people by."""

    TAX_NUMBER = "tax_number"
    EMAIL = "email"
    PHONE = "phone"
    NIR = "nir"

    def compact(self, typed: str) -> str:
        """Return what was typed as it is compared: without spaces, dots and capitals."""
        if self is Identifier.EMAIL:
            return contact.read_email(typed)
        return nir.compact(contact.read_phone(typed) if self is Identifier.PHONE else typed)

    def invented(self, typed: str) -> bool:
        """Say whether an identifier can be nobody's.

        A real « numéro fiscal » begins with 0, 1, 2 or 3 (python-stdnum, stdnum.fr.nif): those of the course with 9.
        """
        text = self.compact(typed)
        match self:
            case Identifier.TAX_NUMBER:
                return bool(re.fullmatch(r"9\d*", text, re.ASCII))
            case Identifier.PHONE:
                return contact.phone_fault(text) is not PhoneFault.REAL
            case Identifier.EMAIL:
                return contact.email_fault(text) in (None, EmailFault.SHAPE)
        return bool(re.fullmatch(r"[12]\d{4}(\d\d|2[AB])000\d*", text, re.ASCII))

    def could_be_real(self, typed: str) -> bool:
        """Say whether an identifier may be a living person's: a long number or an address that was not invented."""
        digits = sum(sign.isdigit() for sign in typed)
        return (digits >= _SHORTEST_NUMBER or "@" in typed) and not self.invented(typed)


class Confirmation(StrEnum):
    """How a provider makes sure who it is."""

    PASSWORD = "password"  # noqa: S105
    PHONE = "phone"


@dataclass(frozen=True)
class Provider:
    """An account that FranceConnect takes (data/france_connect.toml)."""

    id: str
    name: str
    what: str
    identifier: Identifier
    identifier_label: str
    identifier_hint: str
    confirmation: Confirmation
    password_label: str = ""
    itself: bool = False  #: the account of this very site: its numbers and codes are those of the site

    def __post_init__(self) -> None:
        """Refuse a password that is not asked for, or one without a name."""
        if (self.confirmation is Confirmation.PASSWORD) != bool(self.password_label):
            raise ValueError("password_label : il en faut un si confirmation vaut « password », et seulement alors")


@dataclass(frozen=True)
class ProviderAccount:
    """What one person types to be recognised by one provider. All invented."""

    provider: str
    identifier: str
    password: str = field(default="", repr=False)


@dataclass(frozen=True)
class LeftOpen:
    """An account that somebody else has left open on the computer of the exercise."""

    provider: str
    persona: str


@dataclass(frozen=True)
class Citizen:
    """What FranceConnect knows of a persona beyond her card, and the accounts by which she is known."""

    persona: str
    birth_place: str = _UNKNOWN
    birth_country: str = _UNKNOWN
    accounts: tuple[ProviderAccount, ...] = ()
    computer: str = _OWN  #: whose computer it is, as the card says it
    left_open: LeftOpen | None = None

    @property
    def own_computer(self) -> bool:
        return self.computer == _OWN

    def account(self, provider: str) -> ProviderAccount | None:
        """Return her account with a provider, if she has one."""
        return next((account for account in self.accounts if account.provider == provider), None)


@dataclass(frozen=True)
class Words:
    """What FranceConnect's page says in its year."""

    choose: str
    choose_another: str  #: where a choice was remembered
    today: str  #: what has changed since, or before, for trainers
    today_title: str


@dataclass(frozen=True)
class Directory:
    """All of data/france_connect.toml."""

    words: Words
    providers: tuple[Provider, ...]
    people: tuple[Citizen, ...]

    def provider(self, id_: str) -> Provider:
        """Return a provider by its id. Raises KeyError."""
        return {provider.id: provider for provider in self.providers}[id_]

    def citizen(self, persona: str) -> Citizen:
        """Return what is known of a persona; of most children, nothing."""
        return next((citizen for citizen in self.people if citizen.persona == persona), Citizen(persona))

    def known_as(self, provider: Provider, identifier: str) -> Citizen | None:
        """Return whom a provider knows by an identifier."""
        typed = provider.identifier.compact(identifier)
        for citizen in self.people:
            account = citizen.account(provider.id)
            if account and provider.identifier.compact(account.identifier) == typed:
                return citizen
        return None
