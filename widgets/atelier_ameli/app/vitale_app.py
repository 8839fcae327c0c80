"""The « appli carte Vitale » of a phone, apart from the compte ameli: how far its activation is (ameli_2026.md §6).

Accept the terms, give the number, type a code received by e-mail, film one's papers, then one's face, choose a secret
code of its own; a person checks all that in about 48 hours; then one finishes in the application. How many digits a
code has is the exercise's value.
"""

import zlib
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING, ClassVar

from practice.facts import Fact
from practice.mail.inbox import Folder, Message

if TYPE_CHECKING:
    from atelier_ameli.world import World

CODE_LETTER, CHECKED_LETTER = "vitale_app_code", "vitale_app_checked"  #: kinds of message
SECRET_DIGITS = 6
MOST_CODES = 20  #: that one exercise sends


class AppStep(StrEnum):
    """What is to be done next, in order."""

    TERMS = "terms"
    NUMBER = "number"
    CODE = "code"
    PAPERS = "papers"
    FACE = "face"
    SECRET = "secret"  # noqa: S105 - a step
    CHECK = "check"  #: somebody looks at what was filmed
    FINISH = "finish"
    CARD = "card"  #: the card is on the phone


@dataclass(frozen=True)
class VitaleAppState:
    """How far the persona who is played is, and how many codes were sent to her. Each event gives another one.

    Neither what is filmed nor the secret code is kept.
    """

    facts: ClassVar = (
        Fact(
            "vitale_app",
            "Ce qui est à faire dans l'appli carte Vitale ; card dit que la carte est dans le téléphone.",
            lambda state: state.step,
            among=lambda _: AppStep,
        ),
    )

    step: AppStep = AppStep.TERMS
    codes: int = 0

    def __post_init__(self) -> None:
        """Refuse what no exercise leads to."""
        if not 0 <= self.codes <= MOST_CODES or (self.codes > 0) != (self.step not in (AppStep.TERMS, AppStep.NUMBER)):
            raise ValueError("codes")

    @property
    def number(self) -> int:
        """The place of the step, from 1."""
        return list(AppStep).index(self.step) + 1

    def next(self) -> "VitaleAppState":
        return replace(self, step=list(AppStep)[self.number])

    def with_code(self) -> "VitaleAppState":
        """Send a code, the first or another."""
        return VitaleAppState(AppStep.CODE, min(self.codes + 1, MOST_CODES))


def app_code(nir: str, number: int) -> str:
    """Return the digits of the `number`-th code sent for the application to the holder of a number."""
    return f"{zlib.crc32(f'{nir}, app {number}'.encode()) % 10**SECRET_DIGITS:0{SECRET_DIGITS}d}"


def suggested_secret(nir: str) -> str:
    """Return the secret code that the card suggests: invented, and not the code that was sent."""
    return f"{zlib.crc32(f'{nir}, own'.encode()) % 10**SECRET_DIGITS:0{SECRET_DIGITS}d}"


def send_app_code(world: "World") -> None:
    """Send a code to the e-mail address of the account."""
    world.vitale_app = world.vitale_app.with_code()
    _write(world, CODE_LETTER, world.vitale_app.codes)


def checked(world: "World") -> None:
    """Let somebody look at what was filmed, and say by e-mail that it is right."""
    world.wait(days=world.edition.vitale_app_hours // 24)
    world.vitale_app = world.vitale_app.next()
    _write(world, CHECKED_LETTER)


def _write(world: "World", kind: str, code_number: int = 0) -> None:
    folder = Folder(world.persona.mail_folder)
    world.receive(world.persona, Message(kind, folder, world.later(), code_number=code_number))


def check_vitale_app(world: "World") -> None:
    """Refuse an application that the edition does not have. Raises ValueError."""
    if world.vitale_app != VitaleAppState() and not world.edition.vitale_app_hours:
        raise ValueError("edition")
