"""The report of a room: what was tried and what came of it, in numbers. Nobody is in it, and nothing keeps it."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from practice.classroom.activity import Tried
from practice.classroom.seat import Seat
from practice.course.exercises.exercises import Exercise, Outcome
from practice.site import Site


@dataclass(frozen=True)
class Line:
    """An exercise: on how many tablets it was tried, what came of it, and at which instructions people stopped."""

    title: str
    tried: int
    alone: int
    helped: int  #: done with the instructions, or with a step that the atelier did
    stops: tuple[tuple[str, int], ...]

    @property
    def stopped(self) -> int:
        return self.tried - self.alone - self.helped


@dataclass(frozen=True)
class Part:
    """The exercises of a chapter that were tried."""

    title: str
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class Report:
    """The whole: how many tablets came, and what was tried there."""

    tablets: int
    parts: tuple[Part, ...]

    @property
    def lines(self) -> tuple[Line, ...]:
        return tuple(line for part in self.parts for line in part.lines)

    @property
    def tried(self) -> int:
        return sum(line.tried for line in self.lines)

    @property
    def alone(self) -> int:
        return sum(line.alone for line in self.lines)

    @property
    def helped(self) -> int:
        return sum(line.helped for line in self.lines)

    @property
    def stopped(self) -> int:
        return sum(line.stopped for line in self.lines)


def report_of(seats: Iterable[Seat], editions: Mapping[str, Site]) -> Report:
    """Return what is told of a room. `editions` are those of the course, by year."""
    seats = list(seats)
    found: dict[tuple[str, str], list[Tried]] = defaultdict(list)
    for seat in seats:
        for which, tried in seat.results.items():
            found[which].append(tried)
    parts = [part for year, site in editions.items() for part in _parts(site, year, found)]
    return Report(len(seats), tuple(parts))


def _parts(site: Site, year: str, found: Mapping[tuple[str, str], list[Tried]]) -> list[Part]:
    parts = []
    for chapter in site.chapters:
        mine = site.chapters_of_exercises.get(chapter.number, ())
        lines = tuple(_line(one, found[year, one.id]) for one in mine if (year, one.id) in found)
        if lines:
            parts.append(Part(f"{chapter.number}. {chapter.title} (site de {year})", lines))
    return parts


def _line(exercise: Exercise, tries: list[Tried]) -> Line:
    outcomes = Counter(one.outcome for one in tries)
    left = Counter(one.step for one in tries if one.outcome is Outcome.NOT_TRIED)
    told = [(step, count) for step, count in sorted(left.items()) if step < len(exercise.steps)]
    stops = tuple((f"{step + 1}. {exercise.steps[step].instruction}", count) for step, count in told)
    alone = outcomes[Outcome.ALONE]
    return Line(exercise.title, len(tries), alone, len(tries) - alone - outcomes[Outcome.NOT_TRIED], stops)
