"""The functions of the account and where each one is: on the computer, on the phone, or on both (seed)."""

from dataclasses import dataclass
from enum import StrEnum


class Channel(StrEnum):
    """Where a function is."""

    COMPUTER = "computer"
    PHONE = "phone"
    BOTH = "both"

    def has(self, device: "Channel") -> bool:
        """Say whether the function is on a device: the computer or the phone."""
        return self in (device, Channel.BOTH)


@dataclass(frozen=True)
class Service:
    """One function of the account, and what opens it: a page of the account, or a request of its catalogue.

    With neither it stands before the door: signing in, creating an account.
    """

    id: str
    name: str
    group: str
    channel: Channel
    page: str = ""
    request: str = ""

    @property
    def leads_somewhere(self) -> bool:
        return bool(self.page or self.request)

    @property
    def on_computer(self) -> bool:
        return self.channel is not Channel.PHONE

    @property
    def on_phone(self) -> bool:
        return self.channel is not Channel.COMPUTER
