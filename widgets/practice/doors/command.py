"""What the commands of a terminal have in common: help and refusals in French, and the options of those that write."""

import argparse
from pathlib import Path
from typing import NoReturn, Self


class Parser(argparse.ArgumentParser):
    """Reads the options of a command. Parameter: its help."""

    def __init__(self, help_: str) -> None:
        super().__init__()
        self._help = help_

    def writing(self, output: Path | None, edition: str) -> Self:
        """Read names, a folder (`--output`), an edition (`--edition`), too. Parameters: what is usual for both."""
        self.add_argument("names", nargs="*")
        self.add_argument("--output", type=Path, default=output)
        self.add_argument("--edition", default=edition)
        return self

    def format_help(self) -> str:
        return self._help

    def error(self, message: str) -> NoReturn:
        del message
        self.exit(2, f"Cette commande n'a pas été comprise.\n{self._help}")
