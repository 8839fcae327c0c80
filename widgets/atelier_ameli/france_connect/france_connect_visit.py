"""Where a person stands on the way through FranceConnect."""

from collections.abc import Container
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import ClassVar

from atelier_ameli.edition import Edition
from atelier_ameli.france_connect.france_connect import LeftOpen
from practice.facts import Fact


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

    facts: ClassVar = (
        Fact(
            "recognised",
            "La personne que FranceConnect a reconnue.",
            lambda visit: visit.identity,
            among=lambda site: site.personas,
        ),
        Fact(
            "provider",
            "Le compte choisi pour passer par FranceConnect.",
            lambda visit: visit.provider,
            among=lambda site: site.edition.france_connect_providers,
        ),
    )

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

    def fits(self, edition: Edition, personas: Container[str]) -> bool:
        """Say whether an exercise of this edition, among these personas, can have come to this."""
        offered = edition.france_connect_providers
        return (
            {self.provider, self.remembered, *self.failures} <= {"", *offered}
            and "" not in self.failures
            and all(self.failures.count(name) <= edition.attempts_before_lock for name in self.failures)
            and (not self.identity or self.identity in personas)
        )
