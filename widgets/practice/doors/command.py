"""What the commands that write files have in common: help and refusals in French, and their options."""

import argparse
from pathlib import Path
from typing import NoReturn


class Parser(argparse.ArgumentParser):
    """Read names, a folder (`--output`), an edition (`--edition`). Parameters: the help, what is usual for both."""

    def __init__(self, help_: str, output: Path, edition: str) -> None:
        super().__init__()
        self._help = help_
        self.add_argument("names", nargs="*")
        self.add_argument("--output", type=Path, default=output)
        self.add_argument("--edition", default=edition)

    def format_help(self) -> str:
        return self._help

    def error(self, message: str) -> NoReturn:
        del message
        self.exit(2, f"Cette commande n'a pas été comprise.\n{self._help}")
