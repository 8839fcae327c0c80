"""The words that not everybody knows, each with one explanation."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Word:
    """An entry of data/glossary.toml. `also` are other ways to write it."""

    term: str
    meaning: str
    also: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        """The end of its id in a page."""
        return "".join(letter if letter.isascii() and letter.isalnum() else "-" for letter in self.term.lower())
