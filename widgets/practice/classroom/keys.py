"""The keys of a classroom: what its claims are signed with, its code, what opens its board. They outlive a restart."""

import hmac
import re
import secrets
from dataclasses import asdict, dataclass
from typing import Any, Self

from practice.classroom.claims import new_key

LIFE = 12 * 3600  #: seconds after which a classroom is over, by a clock that goes on while the computer sleeps
_SHAPES = {"key": r"[0-9a-f]{64}", "code": r"\d{6}", "secret": r"[\w-]{43}"}


@dataclass
class Keys:
    """The keys of one classroom. It is all that is ever on a disk, and says nothing of anybody."""

    key: str
    code: str  #: that a tablet types
    secret: str  #: that opens the board
    begun: float  #: when, in seconds since 1970
    given: int = 0  #: the greatest number that was given: after a restart, whoever has it may come back
    deals: bool = False  #: whether each tablet plays a person of its own

    @classmethod
    def new(cls, now: float) -> Self:
        return cls(new_key(), f"{secrets.randbelow(10**6):06}", secrets.token_urlsafe(32), now)

    @classmethod
    def read(cls, kept: object, now: float) -> Self | None:
        """Return the keys that were kept; None for what is none, and for those of a classroom that is over."""
        try:
            found = cls(**kept)  # type: ignore[arg-type]
            known = all(re.fullmatch(shape, getattr(found, name), re.ASCII) for name, shape in _SHAPES.items())
            known = known and type(found.given) is int and found.given >= 0 and type(found.deals) is bool
            return found if known and 0 <= now - found.begun < LIFE else None
        except TypeError:
            return None

    def keep(self) -> dict[str, Any]:
        return asdict(self)

    def is_code(self, typed: str) -> bool:
        """Say whether this is the code, however it was spaced."""
        plain = re.sub(r"[\s.-]", "", typed)
        return hmac.compare_digest(plain.encode(errors="replace"), self.code.encode())

    def opens_the_board(self, secret: str | None) -> bool:
        return hmac.compare_digest((secret or "").encode(errors="replace"), self.secret.encode())

    @property
    def spoken_code(self) -> str:
        """The code in two halves, as one says and copies it."""
        return f"{self.code[:3]} {self.code[3:]}"
