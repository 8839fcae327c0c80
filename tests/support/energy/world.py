"""The world of « Mon espace énergie »: customers, their bills, and who is signed in."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from practice import world as practice_world


@dataclass(frozen=True)
class Bill:
    """What is to pay for a month."""

    day: date
    amount: Decimal


@dataclass(frozen=True)
class Customer:
    """Somebody with a contract. Its number has seven digits and begins with 00: no contract does."""

    id: str
    full_name: str
    contract: str
    code: str
    bills: tuple[Bill, ...]
    email: str
    story: str
    mail_folder: str = "inbox"
    email_validated: bool = True
    now: datetime | None = None
    has_account: bool = True

    def __post_init__(self) -> None:
        """Refuse a contract that could be real."""
        if not (len(self.contract) == len("0000000") and self.contract.isdecimal() and self.contract.startswith("00")):
            raise ValueError("contract : sept chiffres, et 00 pour commencer")


@dataclass(frozen=True)
class Edition:
    """The rules of a year."""

    now: datetime


@dataclass(eq=False)
class World(practice_world.World):
    """What a card has the persona type."""

    def words(self) -> dict[str, str]:
        return {"contract": self.persona.contract, "code": self.persona.code}
