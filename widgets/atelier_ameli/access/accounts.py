"""An online account, and what can happen to it: signing in, forgetting its code, choosing another."""

from dataclasses import dataclass, field, replace
from enum import Enum
from typing import ClassVar

from atelier_ameli.access.codes import provisional_code
from atelier_ameli.edition import Edition
from atelier_ameli.identity.personas import AccountStatus, Persona
from practice.facts import Fact, at_least


class SignIn(Enum):
    """How an attempt to sign in ends."""

    WELCOME = "welcome"
    NEW_CODE_NEEDED = "new_code_needed"  #: the code was provisional
    ONE_TIME_CODE_NEEDED = "one_time_code_needed"  #: one more code, that serves once
    WRONG_PAIR = "wrong_pair"
    LOCKED = "locked"


class CodeRequest(Enum):
    """How a request for a provisional code ends, whether the account exists or not."""

    RECEIVED = "received"
    TOO_MANY = "too_many"


@dataclass(frozen=True)
class Account:
    """The account behind one number. Each event gives a new Account.

    A number that nobody has gets an account of status NONE too, that locks as any other: no answer tells them apart.
    """

    facts: ClassVar = (
        Fact("account", "Où en est le compte de la personne jouée.", lambda a: a.status, among=lambda _: AccountStatus),
        Fact("renewed", "Le compte de la personne jouée a un nouveau code.", lambda a: a.renewed, bool),
        Fact(
            "wrong_codes",
            "Combien de codes faux, au moins, ont été tapés de suite.",
            lambda a: a.failed_attempts,
            int,
            test=at_least,
        ),
    )

    status: AccountStatus = AccountStatus.NONE
    failed_attempts: int = 0
    requests: int = 0  #: provisional codes asked for since the last code was chosen
    sent: int = 0  #: provisional codes sent; only the last one opens the account
    renewed: bool = False  #: the code in force is the new one, no more the first
    chosen_code: str = field(default="", repr=False)  #: the new code, when it is not the card's; never kept

    def opens_with(self, code: str, persona: Persona | None, edition: Edition) -> bool:
        """Say whether a code is the one in force."""
        if persona is None or self.status in (AccountStatus.NONE, AccountStatus.LOCKED):
            return False
        if self.status is AccountStatus.PROVISIONAL:
            return code == (provisional_code(persona.nir, self.sent, edition) if self.sent else persona.code)
        return code == (self.chosen_code or (persona.new_code if self.renewed else persona.code))

    def tried(self, code: str, persona: Persona | None, edition: Edition) -> "tuple[Account, SignIn]":
        """Try a code. After `edition.attempts_before_lock` wrong ones in a row, the number is locked."""
        if self.status is AccountStatus.LOCKED or self.failed_attempts >= edition.attempts_before_lock:
            return self, SignIn.LOCKED
        if self.opens_with(code, persona, edition):
            provisional = self.status is AccountStatus.PROVISIONAL
            return replace(self, failed_attempts=0), SignIn.NEW_CODE_NEEDED if provisional else SignIn.WELCOME
        failed = replace(self, failed_attempts=self.failed_attempts + 1)
        if failed.failed_attempts < edition.attempts_before_lock:
            return failed, SignIn.WRONG_PAIR
        known = failed.status is not AccountStatus.NONE
        return (replace(failed, status=AccountStatus.LOCKED) if known else failed), SignIn.LOCKED

    def code_requested(self, edition: Edition) -> "tuple[Account, CodeRequest]":
        """Count a request for a provisional code; refuse it past `edition.code_requests_in_a_row`."""
        if self.requests >= edition.code_requests_in_a_row:
            return self, CodeRequest.TOO_MANY
        return replace(self, requests=self.requests + 1), CodeRequest.RECEIVED

    def with_provisional_code(self) -> "Account":
        """Send a provisional code: the earlier ones stop working, a lock is lifted."""
        return replace(self, status=AccountStatus.PROVISIONAL, sent=self.sent + 1, failed_attempts=0)

    def with_new_code(self, code: str) -> "Account":
        """Put a new personal code in force."""
        return replace(self, status=AccountStatus.ACTIVE, failed_attempts=0, requests=0, renewed=True, chosen_code=code)
