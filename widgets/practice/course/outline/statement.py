"""What a course says of itself: its statement of accessibility, and what is simulated in it."""

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from practice.site import Site

STATUSES = ("totalement conforme", "partiellement conforme", "non conforme")  #: the words that the RGAA has


@dataclass(frozen=True)
class Part:
    """A part of what is said: paragraphs, then a list."""

    title: str
    words: tuple[str, ...] = ()
    items: tuple[str, ...] = ()
    id: str = ""


@dataclass(frozen=True)
class Statement:
    """The statement: what is met, what is not, how it was tried, to whom to tell it (data/accessibility.toml).

    The part whose id is « contact » says `contact`, too: to whom else to tell what is wrong, in one sentence. That of
    « unmet » is said by « Ce qui est simulé » again.
    """

    status: str
    established: date
    parts: tuple[Part, ...]
    contact: str = ""

    def __post_init__(self) -> None:
        if self.status not in STATUSES:
            raise ValueError(f"status : il y a « {' », « '.join(STATUSES)} »")
        for name in ("contact", "unmet"):
            if [part.id for part in self.parts].count(name) != 1:
                raise ValueError(f"parts : il faut une partie dont l'id est « {name} », et une seule")

    @property
    def unmet(self) -> tuple[str, ...]:
        """What is known not to be as it should."""
        return next(part.items for part in self.parts if part.id == "unmet")


@dataclass(frozen=True)
class Simulated:
    """What is simulated, invented, kept, and where it comes from (data/simulated.toml).

    Its words may count what an edition has: `{people}`. The part whose id is « accessibility » lists what is unmet.
    """

    parts: tuple[Part, ...]

    def __post_init__(self) -> None:
        names = [part.id for part in self.parts]
        if len(set(names)) < len(names) or not all(names):
            raise ValueError("parts : chaque partie a un id à elle")
        try:
            self.counted(people=0, chapters=0, exercises=0, year="")
        except (KeyError, IndexError, ValueError) as error:
            raise ValueError(f"parts : on ne sait pas compter {error}") from error

    def counted(self, **counts: object) -> tuple[Part, ...]:
        """Return the parts with these counts in their words."""

        def told(texts: tuple[str, ...]) -> tuple[str, ...]:
            return tuple(text.format_map(counts) for text in texts)

        return tuple(replace(part, words=told(part.words), items=told(part.items)) for part in self.parts)


def statement_of(site: "Site") -> Statement | None:
    """Return the statement of accessibility of a course, if it has one."""
    file = "accessibility.toml"
    return site.whole(file, "déclaration", Statement) if site.has(file) else None


def simulated_of(site: "Site") -> Simulated | None:
    """Return what a course says of what is simulated in it, if it says it."""
    return site.whole("simulated.toml", "simulé", Simulated) if site.has("simulated.toml") else None
