"""A file that a learner is given."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Download:
    """A file that the learner's browser keeps in its downloads. `content` are its bytes."""

    name: str
    type: str
    content: bytes
