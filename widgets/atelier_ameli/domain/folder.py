"""The invented folder of documents that learners pick from: never a real file."""

from dataclasses import dataclass
from enum import Enum, StrEnum


class PaperKind(StrEnum):
    """What a document is."""

    PHOTO = "photo"  #: of a face, for a card
    IDENTITY = "identity"
    RIB = "rib"
    ADDRESS = "address"  #: proof of address
    MARRIAGE = "marriage"
    BIRTH = "birth"
    INCOME = "income"
    CERTIFICATE = "certificate"  #: medical
    OTHER = "other"


class PaperFault(Enum):
    """Why a document cannot be sent, in the order in which it is worth saying."""

    WRONG_KIND = "wrong_kind"
    WRONG_FORMAT = "wrong_format"
    TOO_LARGE = "too_large"
    BLURRED = "blurred"
    OUT_OF_DATE = "out_of_date"


@dataclass(frozen=True)
class Paper:
    """One document of the folder. `kilobytes` is its size; `format` its ending, as « JPG »."""

    id: str
    name: str
    kind: PaperKind
    format: str
    kilobytes: int
    told: str  #: what one sees on it, in words
    blurred: bool = False
    out_of_date: bool = False


@dataclass(frozen=True)
class Folder:
    """All documents, and what the site takes: « valeur de l'exercice », for the real limits were not found."""

    formats: tuple[str, ...]
    most_kilobytes: int
    papers: tuple[Paper, ...]

    def __post_init__(self) -> None:
        """Refuse two documents with the same id."""
        ids = [paper.id for paper in self.papers]
        if len(ids) != len(set(ids)):
            raise ValueError("papers : deux documents ont le même id")

    def paper(self, name: str) -> Paper | None:
        return next((paper for paper in self.papers if paper.id == name), None)

    def fault(self, paper: Paper, needed: PaperKind) -> PaperFault | None:
        """Say why a document cannot be sent where another kind, or a better picture, is needed."""
        checks = (
            (PaperFault.WRONG_KIND, paper.kind is not needed),
            (PaperFault.WRONG_FORMAT, paper.format not in self.formats),
            (PaperFault.TOO_LARGE, paper.kilobytes > self.most_kilobytes),
            (PaperFault.BLURRED, paper.blurred),
            (PaperFault.OUT_OF_DATE, paper.out_of_date),
        )
        return next((fault for fault, found in checks if found), None)
