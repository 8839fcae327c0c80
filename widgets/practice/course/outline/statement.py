"""The statement of accessibility of a course: what is met, what is not, how it was tried, to whom to tell it."""

from dataclasses import dataclass
from datetime import date

STATUSES = ("totalement conforme", "partiellement conforme", "non conforme")  #: the words that the RGAA has


@dataclass(frozen=True)
class Part:
    """A part of the statement: paragraphs, then a list. One has the id « contact »: there, `contact` is told too."""

    title: str
    words: tuple[str, ...] = ()
    items: tuple[str, ...] = ()
    id: str = ""


@dataclass(frozen=True)
class Statement:
    """The statement (data/accessibility.toml). `contact`: to whom else to tell what is wrong, in one sentence."""

    status: str
    established: date
    parts: tuple[Part, ...]
    contact: str = ""

    def __post_init__(self) -> None:
        if self.status not in STATUSES:
            raise ValueError(f"status : il y a « {' », « '.join(STATUSES)} »")
        if [part.id for part in self.parts].count("contact") != 1:
            raise ValueError("parts : il faut une partie dont l'id est « contact », et une seule")
