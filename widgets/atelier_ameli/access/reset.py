"""A forgotten password: a link by e-mail that leads to a new one (domain.md §1.2, « Today »: valid for 30 minutes)."""

from dataclasses import dataclass, field, replace
from enum import Enum
from typing import ClassVar

from atelier_ameli.access.sending import Sending
from practice.facts import Fact, at_least

LETTER = "reset_link"  #: the kind of message that carries one


class ResetLink(Enum):
    """What a link does when it is followed."""

    OPEN = "open"
    EXPIRED = "expired"
    REPLACED = "replaced"  #: a newer one was sent
    USED = "used"


@dataclass(frozen=True)
class Reset:
    """To whom a link was sent, and whether it was followed in time. Each event gives a new Reset."""

    facts: ClassVar = (
        Fact(
            "reset_links",
            "Combien de liens, au moins, ont été envoyés pour choisir un mot de passe.",
            lambda reset: reset.sending.count,
            int,
            test=at_least,
        ),
    )

    owner: str = ""  #: id of whom the links were sent to
    sending: Sending = field(default_factory=Sending)
    opened: bool = False  #: a new password may be chosen

    def sent_to(self, owner: str, sending: Sending) -> "Reset":
        """Send a link; one that was followed before leads nowhere any more."""
        return replace(self, owner=owner, sending=sending, opened=False)

    def followed(self) -> "Reset":
        """Let a new password be chosen."""
        return replace(self, opened=True)

    def used(self) -> "Reset":
        """Use the link up: the new password is chosen."""
        return replace(self, sending=self.sending.used(), opened=False)
