"""Documents: texts for whoever reads many files, some of them again: each text is parsed once."""

import tomllib
from collections.abc import Callable, Hashable
from typing import Any

from practice.loading.toml_lines import Place, lines_of


class Documents:
    """Texts that were read, and what they say. It knows no file: one that has changed is another text."""

    def __init__(self) -> None:
        self._parsed: dict[str, dict[str, Any] | tomllib.TOMLDecodeError] = {}
        self._lines: dict[str, dict[Place, int]] = {}
        self._made: dict[Hashable, Any] = {}

    def parsed(self, text: str) -> dict[str, Any]:
        """Return what a text says; nobody may change it. Raises what tomllib raises."""
        if text not in self._parsed:
            try:
                self._parsed[text] = tomllib.loads(text)
            except tomllib.TOMLDecodeError as error:
                self._parsed[text] = error.with_traceback(None)
        found = self._parsed[text]
        if isinstance(found, tomllib.TOMLDecodeError):
            raise found
        return found

    def lines(self, text: str) -> dict[Place, int]:
        """Return the line of each key and of each place in a list, of a text that is right TOML."""
        if text not in self._lines:
            self._lines[text] = lines_of(text)
        return self._lines[text]

    def once(self, text: Hashable, make: Callable[[], Any]) -> Any:
        """Return what `make` makes of a text that is no TOML, such as a notebook; nobody may change it."""
        if text not in self._made:
            self._made[text] = make()
        return self._made[text]
