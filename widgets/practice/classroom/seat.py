"""Seats: what the room knows of each tablet. No name, nothing typed; it is gone when the room closes."""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from practice.classroom.activity import Activity, Tried

if TYPE_CHECKING:
    from practice.classroom.visit import Visit


class Help(StrEnum):
    """Whether somebody is wanted."""

    NONE = "none"
    ASKED = "asked"
    COMING = "coming"  #: the trainer has said « j'arrive »


class Watch(StrEnum):
    """Whether the screen of a seat is asked for, to be shown to the room (showing.py)."""

    NOT = ""
    ASKED = "asked"
    SHOWN = "shown"
    REFUSED = "refused"


@dataclass(frozen=True)
class Go:
    """Where a seat is sent. `number` tells one sending from the next: the page says which it has heard."""

    number: int
    href: str
    until: float  #: a tablet that wakes later stays where it is


@dataclass
class Seat:
    """One tablet. `number` is what it is called by, `tablet` what it is known by while its number changes."""

    number: int
    tablet: str
    taken: float  #: when
    visits: "list[Visit]" = field(default_factory=list)  #: its pages that are open now, the one in use last
    been_here: bool = False  #: a page of it was open
    away_since: float | None = None  #: None while a page is open
    chapter: str = ""  #: the name of the notebook
    edition: str = ""
    step: int = 0  #: of the chapter, from 1; 0 where none is known
    activity: Activity | None = None
    progress: float = 0.0  #: when there was one last
    help: Help = Help.NONE
    help_since: float = 0.0
    pause_until: float = 0.0
    go: Go | None = None  #: that no page of it has heard yet
    note: str = ""  #: a word to the learner, until she does something
    watch: Watch = Watch.NOT
    persona: str = ""  #: the name of whom it plays, if that is dealt
    leaves: str = ""  #: where it is led once its learner has noted her code, in a new session; nothing without one
    has_noted: bool = False  #: a first code
    to_note: tuple[str, ...] = ()  #: the editions whose code she is still to note then, the one that is shown first
    empty: Go | None = None  #: its work is to be erased, and no page of it has heard that yet
    results: dict[tuple[str, str], Tried] = field(default_factory=dict)  #: by edition and id of the exercise

    @property
    def connected(self) -> bool:
        return bool(self.visits)

    @property
    def name(self) -> str:
        return f"Tablette {self.number}"

    def pause_left(self, now: float) -> float:
        """Return for how many seconds it still looks at the screen of the room."""
        return max(0.0, self.pause_until - now)

    def does(self, activity: Activity | None, now: float) -> None:
        """Note what its learner is doing."""
        if activity and activity.is_further_than(self.activity):
            self.progress = now
        self.activity = activity
        if activity and activity.exercise and activity.tried:
            which = self.edition, activity.exercise
            self.results[which] = self.results.get(which, Tried()).after(activity)
