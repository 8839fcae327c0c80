"""What is sent by mail and works for some minutes: a code that serves once, a link. Only the last one works."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

_MOST = 200


@dataclass(frozen=True)
class Sending:
    """How many were sent, and when the last one. Each event gives a new Sending."""

    count: int = 0
    in_a_row: int = 0  #: since one was used, or has stopped working
    at: datetime | None = None  #: None: there is none, or it was used

    def __post_init__(self) -> None:
        """Refuse what no exercise could hold."""
        if not 0 <= self.in_a_row <= self.count <= _MOST or (self.at and (self.at.tzinfo or not self.count)):
            raise ValueError("sending")

    def works(self, now: datetime, minutes: int) -> bool:
        """Say whether the last one still works."""
        return self.at is not None and now - self.at < timedelta(minutes=minutes)

    def can_go(self, now: datetime, minutes: int, most: int) -> bool:
        """Say whether another may go; if not, one that works is already there."""
        return self.count < _MOST and (self.in_a_row < most or not self.works(now, minutes))

    def gone(self, now: datetime, minutes: int) -> "Sending":
        """Send another: those before stop working."""
        return Sending(self.count + 1, self.in_a_row + 1 if self.works(now, minutes) else 1, now)

    def used(self) -> "Sending":
        """Use the last one up."""
        return replace(self, in_a_row=0, at=None)
