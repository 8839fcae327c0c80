"""A room without a server: a clock that a test turns, tablets that keep what they hear, sessions of the course."""

from typing import TYPE_CHECKING, Any

from atelier_ameli.site import Site
from practice.classroom.classroom import Classroom
from practice.classroom.keys import Keys
from practice.course.exercises.exercise import Exercise
from practice.course.exercises.placeholders import typed_by
from practice.session import Context, Session

if TYPE_CHECKING:
    from practice.classroom.seat import Seat
    from practice.classroom.visit import Visit


class Clock:
    def __init__(self) -> None:
        self.time = 1000.0

    def __call__(self) -> float:
        return self.time

    def wait(self, seconds: float) -> None:
        self.time += seconds


class Page:
    """The sessions of a page, as a visit is given them."""

    def __init__(self, chapter: str = "02_se_connecter", edition: str = "2021", **sessions: Session) -> None:
        self.place = chapter, edition
        self._sessions = sessions

    def get(self, key: str) -> Session | None:
        return self._sessions.get(key)


class Tablet:
    """A tablet that has joined. `heard` is what its page hears, one thing after the other."""

    def __init__(self, room: Classroom, claim: str | None = None) -> None:
        self.room = room
        self.seat: Seat = room.join(claim)
        self.claim = room.claim(self.seat)

    def open(self, page: Page | None = None) -> dict[str, Any]:
        self.heard: list[dict[str, Any]] = []
        self.visit: Visit = self.room.enter(self.claim, self.heard.append)
        self.heard.append(self.visit.opened(page or Page()))
        return self.heard[-1]

    def says(self, do: str, **more: Any) -> None:
        self.visit.hear({"do": do, **more})

    @property
    def hears(self) -> dict[str, Any]:
        return self.heard[-1]


def room(clock: Clock | None = None, keys: Keys | None = None) -> Classroom:
    return Classroom(keys or Keys.new(0.0), clock or Clock(), "/rejoindre/numero")


def exercise(name: str = "se_connecter", mode: str = "guided", site: Site | None = None) -> Exercise:
    return Exercise(name, mode=mode, at=Context(site or Site.load("2021")))


def do_step(work: Exercise) -> None:
    """Do the next step as it is asked."""
    work.do(work.step.do, **typed_by(work.step, work.work.session.world))
