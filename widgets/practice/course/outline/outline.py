"""The chapters of the course."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Chapter:
    """A chapter, as data/course.toml declares it. Without a notebook, it comes later."""

    number: int
    title: str
    summary: str
    notebook: str = ""
    minutes: int = 0
