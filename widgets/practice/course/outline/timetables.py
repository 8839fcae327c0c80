"""A session of about two hours in a room: a welcome, chapters, a break, a round of questions."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

LENGTH = 120  #: minutes of a session
LEEWAY = 10  #: minutes more or less
_LONGEST_WORDS = 30  #: of the trainer's sentence


class Moment(StrEnum):
    """What a step of a session is."""

    WELCOME = "welcome"
    CHAPTER = "chapter"
    BREAK = "break"
    QUESTIONS = "questions"


@dataclass(frozen=True)
class Step:
    """A step of a session: its minutes, one sentence for the trainer, and the number of its chapter if it has one."""

    minutes: int
    say: str
    moment: Moment = Moment.CHAPTER
    chapter: int | None = None

    def __post_init__(self) -> None:
        """Refuse a step without length or words, and a chapter that is not named."""
        if self.minutes < 1:
            raise ValueError("minutes : il faut une minute au moins")
        if not self.say or len(self.say.split()) > _LONGEST_WORDS:
            raise ValueError(f"say : il faut une phrase pour la formatrice, de {_LONGEST_WORDS} mots au plus")
        if (self.moment is Moment.CHAPTER) == (self.chapter is None):
            raise ValueError("chapter : il faut le numéro d'un chapitre, ou bien « moment »")


@dataclass(frozen=True)
class Session:
    """A session, as data/sessions.toml declares it. Its minutes are the exercise's own planning, and it says so."""

    id: str
    title: str
    audience: str
    exercise_value: bool
    steps: tuple[Step, ...]

    def __post_init__(self) -> None:
        """Refuse a session that no room could hold."""
        moments = [step.moment for step in self.steps]
        if not self.exercise_value:
            raise ValueError("exercise_value : ces durées n'ont pas de source, il faut « exercise_value = true »")
        if moments[:1] != [Moment.WELCOME] or moments[-1:] != [Moment.QUESTIONS]:
            raise ValueError("steps : une séance commence par « welcome » et finit par « questions »")
        if Moment.CHAPTER not in moments or moments[1:-1].count(Moment.BREAK) != 1:
            raise ValueError("steps : il faut des chapitres, et une seule pause entre eux")
        if len(set(self.chapters)) != len(self.chapters):
            raise ValueError("steps : un chapitre ne peut pas y être deux fois")
        if abs(self.minutes - LENGTH) > LEEWAY:
            raise ValueError(f"steps : {self.minutes} minutes en tout, il en faut {LENGTH}, à {LEEWAY} près")

    @property
    def minutes(self) -> int:
        """How long it takes in all."""
        return sum(step.minutes for step in self.steps)

    @property
    def chapters(self) -> list[int]:
        """The numbers of its chapters, in order."""
        return [step.chapter for step in self.steps if step.chapter is not None]

    @property
    def timetable(self) -> Iterator[tuple[int, Step]]:
        """Each step, with the minute of the session that it starts at."""
        start = 0
        for step in self.steps:
            yield start, step
            start += step.minutes

    def check(self, lengths: Mapping[int, int]) -> None:
        """Refuse a chapter that cannot be opened, or that takes longer: `lengths` are the chapters' minutes, by number.

        Raises ValueError.
        """
        for step in self.steps:
            if step.chapter is None:
                continue
            if step.chapter not in lengths:
                raise ValueError(f"chapter : le chapitre {step.chapter} n'existe pas, ou ne s'ouvre pas encore")
            least = lengths[step.chapter]
            if step.minutes < least:
                raise ValueError(f"minutes : le chapitre {step.chapter} demande {least} minutes au moins")
