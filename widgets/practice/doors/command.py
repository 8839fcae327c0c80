"""What the commands of a terminal have in common: help and refusals in French, and the options of those that write."""

import argparse
from pathlib import Path
from typing import NoReturn, Self

from practice.called import CALLED


class Options(argparse.ArgumentParser):
    """Refuses in French, and names its options."""

    def error(self, message: str) -> NoReturn:
        del message
        names = ", ".join(action.option_strings[-1] for action in self._actions)
        self.exit(2, f"Cette commande n'a pas été comprise. Ses options : {names}\n")


class Parser(argparse.ArgumentParser):
    """Reads the options of a command. Parameter: its help, as the sources have it typed."""

    def __init__(self, help_: str) -> None:
        super().__init__()
        self._help = help_.replace("python3 atelier.py", CALLED)

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
