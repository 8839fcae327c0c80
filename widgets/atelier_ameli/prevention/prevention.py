"""« Mon espace prévention »: who is in which situation, what that opens, and what was chosen there (domain.md §1.8)."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from typing import ClassVar

from atelier_ameli.edition import Edition
from atelier_ameli.identity.personas import Persona
from atelier_ameli.prevention.calendars import Stage, stage
from practice.drawing.dates import age, months_before
from practice.facts import Fact, at_least

WEEKS = 4  #: of a coaching; the exercise's value
MIDWIFE, SOPHIA = "midwife", "sophia"  #: what one may say yes to, beside a theme
CHILD_UNTIL_AGE = 13  #: years (seed, « examens médicaux de 0 à 13 ans »)
_PREGNANCY_MONTHS = 9
_LAST_DAY_OF_EVERY_MONTH = 28


class Illness(StrEnum):
    """The chronic illnesses that Sophia is for."""

    NONE = "none"
    DIABETES = "diabetes"
    ASTHMA = "asthma"


class Theme(StrEnum):
    """What the coaching of « Santé active » is about."""

    NUTRITION = "nutrition"
    HEART = "heart"
    BACK = "back"


@dataclass(frozen=True)
class Situation:
    """What the caisse knows of a person that her age does not tell. All invented (data/prevention.toml)."""

    persona: str  #: a persona's id
    expected_birth: date | None = None
    illness: Illness = Illness.NONE
    deliveries: int = 0  #: of medicines for the illness, refunded in a year
    long_illness: bool = False  #: « affection de longue durée » (ALD)
    habits: str = ""  #: what her questionnaire is answered with

    def __post_init__(self) -> None:
        """Refuse a day whose months would not count without a rest."""
        if self.expected_birth and self.expected_birth.day > _LAST_DAY_OF_EVERY_MONTH:
            raise ValueError("expected_birth : choisissez un jour de 1 à 28")

    @property
    def pregnancy_start(self) -> date | None:
        """Nine months before the expected day: the exercise's way to count."""
        return months_before(self.expected_birth, _PREGNANCY_MONTHS) if self.expected_birth else None


@dataclass(frozen=True)
class Enrolments:
    """What one person has chosen in her prevention area. Each event gives a new Enrolments."""

    facts: ClassVar = (
        Fact(
            "chosen",
            "Ce qui est choisi dans l'espace prévention.",
            lambda mine: mine.chosen,
            among=lambda _: (MIDWIFE, SOPHIA, *Theme),
        ),
        Fact(
            "week",
            "À quelle semaine du coaching, au moins, on est arrivé.",
            lambda mine: mine.week if mine.theme else None,
            int,
            test=at_least,
        ),
    )

    midwife: bool | None = None  #: the visit offered was accepted, declined, or not answered
    theme: Theme | None = None  #: of the coaching that she follows
    weeks_done: int = 0  #: of that coaching
    sophia: bool = False

    def __post_init__(self) -> None:
        """Refuse weeks that no coaching has."""
        if not 0 <= self.weeks_done <= (WEEKS if self.theme else 0):
            raise ValueError("weeks_done")

    @property
    def chosen(self) -> list[str]:
        """What was said yes to, by name."""
        wanted = {MIDWIFE: self.midwife, SOPHIA: self.sophia, self.theme: self.theme}
        return [name for name, yes in wanted.items() if yes]

    @property
    def week(self) -> int:
        """The week of the coaching that is under way, from 1."""
        return min(self.weeks_done + 1, WEEKS)

    @property
    def coached(self) -> bool:
        """Whether the coaching was followed to its end."""
        return self.weeks_done == WEEKS

    def with_midwife(self, accepted: bool | None) -> "Enrolments":
        """Accept the visit, decline it, or take the answer back."""
        return replace(self, midwife=accepted)

    def with_theme(self, theme: Theme | None) -> "Enrolments":
        """Start a coaching at its first week, or stop."""
        return replace(self, theme=theme, weeks_done=0)

    def with_week_done(self) -> "Enrolments":
        """Go on to the next week; the last one ends the coaching."""
        return replace(self, weeks_done=min(self.weeks_done + 1, WEEKS)) if self.theme else self

    def with_sophia(self, enrolled: bool) -> "Enrolments":
        """Join the programme, or leave it."""
        return replace(self, sophia=enrolled)


@dataclass(frozen=True)
class Voucher:
    """A « bon M'T Dents »: an examination at the dentist's, at one of the ages of the edition."""

    person: Persona
    age: int
    birthday: date
    opens: date  #: the form is in the account
    last: date  #: the eve of the next birthday
    stage: Stage


def vouchers(person: Persona, today: date, edition: Edition) -> tuple[Voucher, ...]:
    """Return all the vouchers of a person, by age: past, open, to come."""
    return tuple(_voucher(person, years, today, edition) for years in edition.teeth_ages)


def vouchers_open(people: Iterable[Persona], today: date, edition: Edition) -> tuple[Voucher, ...]:
    """Return the vouchers that can be printed today, at most one a person."""
    return tuple(v for person in people for v in vouchers(person, today, edition) if v.stage is Stage.NOW)


def next_voucher(person: Persona, today: date, edition: Edition) -> Voucher | None:
    """Return the first voucher to come, if there is one."""
    return next((v for v in vouchers(person, today, edition) if v.stage is Stage.COMING), None)


def _voucher(person: Persona, years: int, today: date, edition: Edition) -> Voucher:
    birthday = months_before(person.birth_date, -12 * years)
    opens = months_before(birthday, edition.teeth_months_before)
    last = months_before(birthday, -edition.teeth_months_valid) - timedelta(days=1)
    return Voucher(person, years, birthday, opens, last, stage(opens, last, today))


def has_vouchers(person: Persona, today: date, edition: Edition) -> bool:
    """Say whether a voucher of a person is open or to come."""
    return any(v.stage is not Stage.PAST for v in vouchers(person, today, edition))


def is_child(person: Persona, today: date) -> bool:
    """Say whether « La santé de votre enfant » is about this person: from 0 to 13 (seed)."""
    return age(person.birth_date, today) <= CHILD_UNTIL_AGE


class Condition(StrEnum):
    """What Sophia asks for."""

    AGE = "age"
    LONG_ILLNESS = "long_illness"
    DOCTOR = "doctor"
    DELIVERIES = "deliveries"


@dataclass(frozen=True)
class SophiaRules:
    """Whom Sophia takes in. Ages in years, both included; deliveries a year."""

    from_age: int
    asthma_until_age: int
    diabetes_deliveries: int
    asthma_deliveries: int
    source: str

    def least_deliveries(self, illness: Illness) -> int:
        """Return how many deliveries of medicines an illness asks for, a year."""
        return self.asthma_deliveries if illness is Illness.ASTHMA else self.diabetes_deliveries

    def conditions(self, person: Persona, situation: Situation, today: date) -> dict[Condition, bool]:
        """Return the conditions of a person's illness, each with whether she meets it; none without an illness."""
        if situation.illness is Illness.NONE:
            return {}
        years, asthma = age(person.birth_date, today), situation.illness is Illness.ASTHMA
        found = {Condition.AGE: years >= self.from_age and not (asthma and years > self.asthma_until_age)}
        if not asthma:
            found[Condition.LONG_ILLNESS] = situation.long_illness
        found[Condition.DOCTOR] = person.history.primary_doctor
        found[Condition.DELIVERIES] = situation.deliveries >= self.least_deliveries(situation.illness)
        return found
