"""FranceConnect: the accounts that open other sites, whom they know, and where a person stands on the way in.

What is passed on (« identité pivot »): first names, surname, sex, date, place and country of birth (domain.md §1.4).
"""

import re
from dataclasses import dataclass, field, replace
from enum import StrEnum

from atelier_ameli.domain import nir
from atelier_ameli.domain.edition import Edition

_SHORTEST_NUMBER = 8  #: digits from which a number could lead to somebody
_UNKNOWN = "non renseigné"


class Identifier(StrEnum):
    """What a provider knows people by."""

    TAX_NUMBER = "tax_number"
    EMAIL = "email"
    PHONE = "phone"
    NIR = "nir"

    def compact(self, typed: str) -> str:
        """Return what was typed as it is compared: without spaces, dots and capitals."""
        return typed.strip().casefold() if self is Identifier.EMAIL else nir.compact(typed)

    def invented(self, typed: str) -> bool:
        """Say whether an identifier can be nobody's.

        A real « numéro fiscal » begins with 0, 1, 2 or 3 (python-stdnum, stdnum.fr.nif): those of the course with 9.
        """
        text = self.compact(typed)
        match self:
            case Identifier.TAX_NUMBER:
                return bool(re.fullmatch(r"9\d*", text, re.ASCII))
            case Identifier.PHONE:
                return bool(re.fullmatch(r"063998\d*", text, re.ASCII))
            case Identifier.EMAIL:
                return text.endswith(".example")
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
    computer: str = "le sien"  #: whose computer it is, as the card says it
    left_open: LeftOpen | None = None

    def account(self, provider: str) -> ProviderAccount | None:
        """Return her account with a provider, if she has one."""
        return next((account for account in self.accounts if account.provider == provider), None)


@dataclass(frozen=True)
class Directory:
    """All of data/france_connect.toml."""

    today: str  #: what has changed since, for trainers
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


class Step(StrEnum):
    """Where a person stands."""

    CHOOSING = "choosing"
    SIGNING_IN = "signing_in"
    ON_PHONE = "on_phone"  #: the provider waits for a confirmation on her phone
    CONSENT = "consent"  #: recognised; nothing is passed on yet
    SOMEBODY_ELSE = "somebody_else"  #: went on under a name that is not hers


@dataclass(frozen=True)
class Visit:
    """The way through FranceConnect. Each event gives a new Visit; no password is ever in it."""

    step: Step = Step.CHOOSING
    creating: bool = False  #: came from the creation of an account, not from the sign-in page
    provider: str = ""  #: the one chosen
    identity: str = ""  #: id of the persona whom the provider recognised, or waits for
    remembered: str = ""  #: the provider of « Se souvenir de mon choix »
    failures: tuple[str, ...] = ()  #: one provider's id for each wrong try
    closed: bool = False  #: what somebody else had left open is closed again

    def __post_init__(self) -> None:
        """Refuse a step without what leads to it."""
        if (self.step is not Step.CHOOSING) != bool(self.provider):
            raise ValueError("provider")
        if (self.step in (Step.ON_PHONE, Step.CONSENT, Step.SOMEBODY_ELSE)) != bool(self.identity):
            raise ValueError("identity")

    def begun(self, *, creating: bool) -> "Visit":
        """Come to FranceConnect, or back to its list."""
        return replace(self, step=Step.CHOOSING, creating=creating, provider="", identity="")

    def chosen(self, provider: str, open_for: LeftOpen | None) -> "Visit":
        """Choose a provider. One that somebody left open on this computer asks nothing: it recognises that person."""
        if open_for and not self.closed and open_for.provider == provider:
            return replace(self, step=Step.CONSENT, provider=provider, identity=open_for.persona)
        return replace(self, step=Step.SIGNING_IN, provider=provider, identity="")

    def remembering(self, provider: str) -> "Visit":
        """Remember a provider, or none."""
        return replace(self, remembered=provider)

    def failed(self, edition: Edition) -> "Visit":
        """Count a wrong try at the provider chosen."""
        return self if self.locked(edition) else replace(self, failures=(*self.failures, self.provider))

    def tries_left(self, edition: Edition) -> int:
        return edition.attempts_before_lock - self.failures.count(self.provider)

    def locked(self, edition: Edition) -> bool:
        """Say whether the provider chosen is locked. How many tries it takes is the exercise's value."""
        return self.tries_left(edition) <= 0

    def awaiting(self, step: Step, identity: str) -> "Visit":
        """Go on with somebody's identity: to her phone, to the consent."""
        failures = tuple(provider for provider in self.failures if provider != self.provider)
        return replace(self, step=step, identity=identity, failures=failures)

    def asked_again(self) -> "Visit":
        """Come back from the phone to the provider's sign-in."""
        return replace(self, step=Step.SIGNING_IN, identity="")

    def with_computer_closed(self) -> "Visit":
        """Close what somebody else had left open, and come back to the list."""
        return replace(self.begun(creating=self.creating), closed=True)

    def fits(self, edition: Edition, personas: object) -> bool:
        """Say whether an exercise of this edition, among these personas, can have come to this."""
        offered = edition.france_connect_providers
        return (
            {self.provider, self.remembered, *self.failures} <= {"", *offered}
            and "" not in self.failures
            and all(self.failures.count(name) <= edition.attempts_before_lock for name in self.failures)
            and (not self.identity or self.identity in personas)
        )
