"""Questions that a chapter asks about what the screens show, and how an answer is compared with the right one."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from hashlib import sha256

from practice.course.exercises.exercises import Setup
from practice.names import same_name
from practice.services import Channel

_MONTHS = ("janv", "févr", "mars", "avri", "mai", "juin", "juil", "août", "sept", "octo", "nove", "déce")
_AMOUNT = re.compile(r"(\d{1,6})(?:[.,](\d{1,2})|(?:€|euros?)(\d{2}))?(?:€|euros?|eur)?(?:cts?|centimes?)?", re.ASCII)
_DATE = re.compile(
    r"(?:le )?(?:(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche) )?"
    r"(\d{1,2})(?:er)?[ /.\-]+(\d{1,2}|[a-zéû]{3,9})\.?(?:[ /.\-]+(\d{4}|\d\d))?",
)
_NUMBER = re.compile(r"\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?:,\d+)?|\d+(?:,\d+)?", re.ASCII)


class Kind(StrEnum):
    """What is asked for."""

    TEXT = "text"
    AMOUNT = "amount"
    DATE = "date"
    CHOICE = "choice"


@dataclass(frozen=True)
class Hint:
    """What to say after one wrong answer that is often given."""

    answer: str
    words: str


@dataclass(frozen=True)
class Seen:
    """Where the answer can be read: on a page of the site, for a persona, once some things are done (seen.py).

    `shows` is what stands there, if it is not the answer word for word.
    """

    persona: str
    start: str
    shows: str = ""
    device: Channel = Channel.COMPUTER
    steps: tuple[Setup, ...] = ()


@dataclass(frozen=True)
class Asked:
    """A question of data/questions.toml. `wrong` is what to say after any wrong answer that no hint expects.

    `firm`: a wrong answer would put somebody in danger, so it is told « Non. » and not « Pas encore ».
    """

    id: str
    prompt: str
    kind: Kind
    answers: tuple[str, ...]
    right: str
    wrong: str
    choices: tuple[str, ...] = ()
    hints: tuple[Hint, ...] = ()
    firm: bool = False
    seen: Seen | None = None

    def __post_init__(self) -> None:
        """Refuse a question that nobody could answer."""
        if not self.answers or any(read(self.kind, answer) is None for answer in self.answers):
            raise ValueError(f"answers : il faut au moins une réponse, écrite comme « {self.kind.value} » le demande")
        expected = [hint.answer for hint in self.hints if self.is_right(hint.answer)]
        if expected:
            raise ValueError(f"hints : « {expected[0]} » est une réponse juste, et non une erreur")
        if (self.kind is Kind.CHOICE) != bool(self.choices) or (self.choices and set(self.answers) - set(self.choices)):
            raise ValueError("choices : pour « choice » seulement, et les réponses justes en font partie")
        for name, text in (("right", self.right), ("shows", self.seen.shows if self.seen else "")):
            if _numbers(text) and not _numbers(self.answers[0]) <= _numbers(text):
                raise ValueError(f"{name} : « {text} » ne dit pas la réponse juste, « {self.answers[0]} »")

    @property
    def options(self) -> list[str]:
        """The choices as they are shown: in an order that says nothing of which is right."""
        return mixed(self.choices, self.id)

    def is_right(self, typed: str) -> bool:
        return any(self._same(typed, answer) for answer in self.answers)

    def word(self, typed: str) -> str:
        """Return what to say to an answer."""
        if self.is_right(typed):
            return self.right
        return next((hint.words for hint in self.hints if self._same(typed, hint.answer)), self.wrong)

    def _same(self, typed: str, answer: str) -> bool:
        one, other = read(self.kind, typed), read(self.kind, answer)
        if one is None or other is None:
            return False
        if self.kind is Kind.TEXT:
            return same_name(typed, answer)
        if self.kind is Kind.DATE:  # a year left out is no mistake
            return one[:2] == other[:2] and (one[2] == other[2] or None in (one[2], other[2]))
        return one == other


def _numbers(text: str) -> set[str]:
    """Return the numbers that a text says, each without its spaces: « 8 820,50 € » says 8820,50."""
    return {re.sub(r"\s", "", number) for number in _NUMBER.findall(text)}


def mixed(choices: Iterable[str], name: str) -> list[str]:
    """Return choices in an order that looks like chance, and is the same each time for a name."""
    return sorted(choices, key=lambda choice: sha256(f"{name}/{choice}".encode()).digest())


def read(kind: Kind, typed: str) -> str | Decimal | tuple[int, int, int | None] | None:
    """Return an answer as its kind understands it, or None when it cannot be read so."""
    if kind is Kind.AMOUNT:
        return amount(typed)
    if kind is Kind.DATE:
        return day_and_month(typed)
    return typed.strip() or None


def amount(typed: str) -> Decimal | None:
    """Return euros from what people write.

    >>> amount("16,50 €"), amount("16.5"), amount("16 euros 50"), amount("seize")
    (Decimal('16.50'), Decimal('16.50'), Decimal('16.50'), None)
    """
    found = _AMOUNT.fullmatch(re.sub(r"\s", "", typed).casefold())
    if not found:
        return None
    cents = (found[2] or found[3] or "").ljust(2, "0")
    return Decimal(f"{found[1]}.{cents}")


def day_and_month(typed: str) -> tuple[int, int, int | None] | None:
    """Return the day, the month and, if it is there, the year.

    >>> day_and_month("21/02/2019"), day_and_month("le 21 février"), day_and_month("31 février")
    ((21, 2, 2019), (21, 2, None), None)
    """
    found = _DATE.fullmatch(" ".join(typed.casefold().split()))
    if not found:
        return None
    day, month, year = found.groups()
    number = int(month) if month.isdigit() else _month(month)
    full = int(year) if year and len(year) == 4 else int(year) + 2000 if year else None  # noqa: PLR2004
    try:
        date(full or 2000, number, int(day))
    except ValueError:
        return None
    return int(day), number, full


def _month(word: str) -> int:
    """Return the number of a month written in letters, with or without accents; 0 for none."""
    return next((n for n, begins in enumerate(_MONTHS, 1) if same_name(word[: len(begins)], begins)), 0)
