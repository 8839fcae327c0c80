"""The second step of signing in: a code that serves once, sent by e-mail, unless the device is recognised.

Source: domain.md §1.1, « Second step, today »: 6 digits, by e-mail, valid for 15 minutes, a box that spares it for
about 6 months. How many may be asked for in a row is the exercise's value.
"""

import zlib
from dataclasses import dataclass, field, replace
from enum import Enum
from typing import ClassVar

from atelier_ameli.access.sending import Sending
from atelier_ameli.edition import Edition
from practice.facts import Fact, at_least

LETTER = "one_time_code"  #: the kind of message that carries one


class CodeTry(Enum):
    """What comes of a code that is typed."""

    RIGHT = "right"
    WRONG = "wrong"
    EXPIRED = "expired"
    REPLACED = "replaced"  #: a newer one was sent


@dataclass(frozen=True)
class SecondStep:
    """Who waits at the second step, the codes sent to her, and whom the device is recognised for."""

    facts: ClassVar = (
        Fact(
            "one_time_codes",
            "Combien de codes à usage unique, au moins, ont été envoyés.",
            lambda step: step.sending.count,
            int,
            test=at_least,
        ),
        Fact("device_known", "L'appareil est reconnu : il ne demande plus de code.", lambda s: bool(s.known), bool),
    )

    person: str = ""  #: id of whoever waits
    owner: str = ""  #: id of whom the codes were sent to
    sending: Sending = field(default_factory=Sending)
    known: tuple[str, ...] = ()  #: ids of those whom the device is recognised for

    def begun(self, person: str) -> "SecondStep":
        """Let a person wait; codes sent to somebody else are none of hers."""
        return replace(self, person=person, owner=person, sending=self.sending if person == self.owner else Sending())

    def with_sending(self, sending: Sending) -> "SecondStep":
        return replace(self, sending=sending)

    def left(self) -> "SecondStep":
        """Leave the second step, let in or not."""
        return replace(self, person="")

    def recognising(self, person: str) -> "SecondStep":
        """Recognise the device for a person."""
        return replace(self, known=tuple(dict.fromkeys((*self.known, person))))

    def forgetting(self) -> "SecondStep":
        """Recognise the device for nobody."""
        return replace(self, known=())


def one_time_code(nir: str, number: int, edition: Edition) -> str:
    """Return the digits of the `number`-th code sent to the holder of a number. The same at each run."""
    digits = edition.one_time_code_digits
    return f"{zlib.crc32(f'{nir}, once {number}'.encode()) % 10**digits:0{digits}d}"
