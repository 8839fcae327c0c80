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
    """One function of the account."""

    id: str
    name: str
    channel: Channel

    @property
    def on_computer(self) -> bool:
        return self.channel is not Channel.PHONE

    @property
    def on_phone(self) -> bool:
        return self.channel is not Channel.COMPUTER
