"""The style sheets of folders, each file read once."""

from functools import cache
from pathlib import Path

_TOKENS = "tokens.css"  #: all colours and sizes


@cache
def sheets(folders: tuple[Path, ...]) -> tuple[Path, ...]:
    """Return the style sheets of these folders by name, the tokens first; of two of one name, the last."""
    found = {file.name: file for folder in folders for file in folder.glob("*.css")}
    return tuple(found[name] for name in sorted(found, key=lambda name: (name != _TOKENS, name)))


@cache
def text(file: Path) -> str:
    """Return what a style sheet says."""
    return file.read_text(encoding="utf-8")
