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
    picture: str  #: a drawing of the site's `pictures/`
    blurred: bool = False
    out_of_date: bool = False
    everywhere: bool = False  #: lies in the folder whatever is asked for, so that there is something to choose


@dataclass(frozen=True)
class Folder:
    """All documents, and what the site takes: « valeur de l'exercice », for the real limits were not found."""

    formats: tuple[str, ...]
    most_kilobytes: int
    kinds: dict[PaperKind, str]  #: each kind in words, with its article
    papers: tuple[Paper, ...]

    def __post_init__(self) -> None:
        """Refuse two documents with the same id, a kind without words, and a format that no document has."""
        ids = [paper.id for paper in self.papers]
        if len(ids) != len(set(ids)):
            raise ValueError("papers : deux documents ont le même id")
        if not set(self.formats) <= {paper.format for paper in self.papers}:
            raise ValueError("formats : aucun document n'a l'un de ces formats")
        if set(self.kinds) != set(PaperKind):
            raise ValueError("kinds : il faut une ligne pour chaque sorte de document")

    def paper(self, name: str) -> Paper | None:
        return next((paper for paper in self.papers if paper.id == name), None)

    def on_offer(self, needed: PaperKind, chosen: Paper | None) -> tuple[Paper, ...]:
        """Return what the folder shows where a kind is needed: few enough to be looked at one by one."""
        return tuple(p for p in self.papers if p.kind is needed or p.everywhere or p == chosen)

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
