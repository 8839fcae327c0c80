"""A finished paper."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Document:
    """A finished file: a name in plain ASCII, its title, its bytes."""

    name: str
    title: str
    content: bytes
