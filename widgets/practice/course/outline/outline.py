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

    def __post_init__(self) -> None:
        """Refuse a length that is none."""
        if not 0 <= self.minutes <= 120:  # noqa: PLR2004
            raise ValueError("minutes : il faut de 0 à 120 minutes")
