"""A finished paper."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

if TYPE_CHECKING:
    from practice.papers.paper import Paper


@dataclass(frozen=True)
class Document:
    """A finished file: a name in plain ASCII, its title, the paper that it is made of."""

    type: ClassVar[str] = "application/pdf"

    name: str
    title: str
    paper: "Paper"

    @property
    def content(self) -> bytes:
        """Its bytes, made when they are asked for: whoever goes on without the file does not wait for them."""
        return bytes(self.paper.output())
