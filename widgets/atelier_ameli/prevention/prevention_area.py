"""What « Mon espace prévention » says, and whom it is for: data/prevention.toml."""

from collections.abc import Container
from dataclasses import dataclass

from atelier_ameli.prevention.calendars import Step
from atelier_ameli.prevention.prevention import WEEKS, Situation, SophiaRules, Theme
from practice.loading.faults import DataFile, Faults
from practice.loading.toml_files import read, structure


@dataclass(frozen=True)
class Topic:
    """What a topic is, and what is said to those whom it is not for."""

    what: str
    otherwise: str


@dataclass(frozen=True)
class Midwife:
    """Who comes, and how many days after the birth."""

    name: str
    days_after_birth: int
    exercise_value: bool


@dataclass(frozen=True)
class Answer:
    """One answer of the questionnaire, and the advice that it brings."""

    id: str
    words: str
    advice: str


@dataclass(frozen=True)
class HabitQuestion:
    """One question on habits. `about` is its short name."""

    id: str
    about: str
    prompt: str
    answers: tuple[Answer, ...]

    def advice(self, answer: str) -> str:
        """Return what to say to an answer, by its id. Raises StopIteration for one that does not exist."""
        return next(a.advice for a in self.answers if a.id == answer)


@dataclass(frozen=True)
class Heart:
    """The questionnaire, and the age in years from which it is offered."""

    from_age: int
    exercise_value: bool
    questions: tuple[HabitQuestion, ...]


@dataclass(frozen=True)
class Week:
    """One week of a coaching."""

    title: str
    steps: tuple[str, ...]


@dataclass(frozen=True)
class Coach:
    """A coaching, week by week."""

    title: str
    what: str
    weeks: tuple[Week, ...]

    def __post_init__(self) -> None:
        """Refuse a coaching of another length."""
        if len(self.weeks) != WEEKS:
            raise ValueError(f"weeks : il faut {WEEKS} semaines")


@dataclass(frozen=True)
class Coaching:
    """The coachings, and the age in years from which they are offered."""

    from_age: int
    exercise_value: bool
    themes: dict[Theme, Coach]

    def __post_init__(self) -> None:
        """Refuse a theme left out."""
        if set(self.themes) != set(Theme):
            raise ValueError("themes : il faut nutrition, heart et back")


@dataclass(frozen=True)
class Professional:
    """Somebody who may do « Mon bilan prévention », and how one comes to meet her."""

    id: str
    name: str
    how: str


@dataclass(frozen=True)
class Visit:
    """« Mon bilan prévention »: from which age to which, in years, and who may do it."""

    bands: tuple[tuple[int, int], ...]
    source: str
    professionals: tuple[Professional, ...]

    def band(self, years: int) -> tuple[int, int] | None:
        """Return the ages among which somebody of this age may have one."""
        return next((band for band in self.bands if band[0] <= years <= band[1]), None)


@dataclass(frozen=True)
class Area:
    """All of data/prevention.toml."""

    situations: tuple[Situation, ...]
    topics: dict[str, Topic]
    pregnancy: tuple[Step, ...]
    child: tuple[Step, ...]
    midwife: Midwife
    heart: Heart
    coaching: Coaching
    sophia: SophiaRules
    visit: Visit | None = None  #: none in an edition without it

    def situation(self, persona: str) -> Situation:
        """Return the situation of a persona, by id; one that says nothing when none is declared."""
        return next((s for s in self.situations if s.persona == persona), Situation(persona))


def load_area(file: DataFile, people: Container[str]) -> Area:
    """Read an area; refuse a situation of nobody, and two of the same person. Raises DataError."""
    found = structure(file, "prevention", read(file), Area)
    told: set[str] = set()
    faults = Faults()
    for situation in found.situations:
        name = situation.persona
        if name not in people or name in told:
            missing = "" if name in people else name
            faults.add(file, name, "persona : il faut une personne de personas.toml, une seule fois", missing=missing)
        told.add(name)
    return faults.end(found)
