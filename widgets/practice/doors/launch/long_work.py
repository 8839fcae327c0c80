"""A long command without its chatter. The standard library alone."""

import subprocess
import sys
from collections.abc import Sequence

_DOT = 2  #: seconds


def work(command: Sequence[str]) -> bool:
    """Run a long command: a dot every two seconds, its errors if it fails. Return whether it succeeded."""
    child = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, errors="replace")  # noqa: S603
    errors = None
    try:
        while errors is None:
            try:
                errors = child.communicate(timeout=_DOT)[1]
            except subprocess.TimeoutExpired:
                tell(".", end="")
    finally:
        child.kill()
        tell("")
    if child.returncode:
        sys.stderr.write(f"{errors}\n")
    return child.returncode == 0


def tell(words: str, end: str = "\n") -> None:
    """Say it at once."""
    sys.stdout.write(f"{words}{end}")
    sys.stdout.flush()
