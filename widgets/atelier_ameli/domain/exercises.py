"""An exercise: a goal, the steps that lead to it, what to say at each. The goal is a state, not a way of clicking."""

from dataclasses import dataclass, field, fields
from enum import StrEnum

from atelier_ameli.domain.personas import AccountStatus

LONGEST_INSTRUCTION = 15  #: words


class Mode(StrEnum):
    """How much help there is."""

    WATCH = "watch"  #: it plays itself, step by step, forward and back
    GUIDED = "guided"  #: the next place is outlined; hints
    ALONE = "alone"  #: the goal, and nothing else


class Outcome(StrEnum):
    """What came of an exercise."""

    NOT_TRIED = "not_tried"
    DONE = "done"
    TO_REVIEW = "to_review"  #: done, but the atelier did a step itself


@dataclass(frozen=True)
class Aim:
    """A state of things. Each part that is given must hold."""

    page: str = ""  #: on the screen
    device: str = ""  #: in hand: « computer » or « phone »
    signed_in: str = ""  #: a persona's id
    signed_out: bool = False
    account: AccountStatus | None = None  #: of the persona who is played
    renewed: bool = False  #: her account has a new code
    wrong_codes: int = 0  #: how many wrong codes, at least, were typed in a row
    links: int = 0  #: how many links, at least, were sent to validate her address
    recognised: str = ""  #: id of the persona whom FranceConnect has recognised
    installed: bool = False  #: the application is on the drawn phone
    adjusted: int = 0  #: how many things, at least, were put right before a picture is taken
    received: str = ""  #: kind of a message in her mailbox
    folder: str = ""  #: the folder that is open there
    opened: str = ""  #: kind of the message that is open there
    opened_link: int = 0  #: which link that message carries: 1 is the first that was sent
    sent: str = ""  #: a request sent
    state: str = ""  #: and what became of it
    unsent: str = ""  #: a request that was not sent
    drafted: str = ""  #: a request half filled in
    found: str = ""  #: a request, or a doctor's name, that the search found
    asked: str = ""  #: on the screen: a request, or a step of it (« address since », « address recap »)
    called_off: str = ""  #: id of an appointment that is no longer in the agenda
    chosen: str = ""  #: in the prevention area: « midwife », « sophia », or a coaching's theme
    written: bool = False  #: a message to the caisse
    read: str = ""  #: id of a message of the caisse
    view: str = ""  #: which part of « Mes relevés et mon suivi » is shown
    searched: str = ""  #: id of the person whose payments were searched
    payment: str = ""  #: id of the payment that is open
    given: str = ""  #: how the name of a file begins that was downloaded in the exercise
    shows: str = ""  #: words that the page shows

    def __post_init__(self) -> None:
        """Refuse a goal that everything reaches."""
        if not any(getattr(self, part.name) for part in fields(self)):
            raise ValueError("il faut dire au moins une chose qui doit être vraie")


@dataclass(frozen=True)
class Step:
    """One thing to do. `place` is the end of the id of what it is done on."""

    say: str
    do: str
    until: Aim  #: what is true once it is done
    place: str = ""
    answers: dict[str, str] = field(default_factory=dict)  #: « {code} » stands for what the persona's card says
    help: str = ""  #: the same, said with other words

    def __post_init__(self) -> None:
        """Refuse an instruction that is too long to be kept in mind."""
        if len(self.say.split()) > LONGEST_INSTRUCTION:
            raise ValueError(f"say : {LONGEST_INSTRUCTION} mots au plus")


@dataclass(frozen=True)
class Done:
    """Something that was done before an exercise begins."""

    do: str
    answers: dict[str, str] = field(default_factory=dict)  #: as those of a step


@dataclass(frozen=True)
class Error:
    """A mistake that people make, and the word for it. `told` is how a message of the page begins."""

    told: str
    word: str


@dataclass(frozen=True)
class Exercise:
    """An exercise of data/exercises/."""

    id: str
    title: str
    persona: str
    start: str
    goal: str  #: in words
    aim: Aim
    steps: tuple[Step, ...]
    well_done: str
    device: str = "computer"
    story: str = ""
    mail: tuple[str, ...] = ()  #: kinds of the messages that have come before it begins
    before: tuple[Done, ...] = ()
    errors: tuple[Error, ...] = ()
