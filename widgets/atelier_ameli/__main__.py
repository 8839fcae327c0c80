"""The command `atelier` of an installation from a wheel. In a checkout, atelier.py is the same with an environment."""

import os
import sys
from importlib.metadata import metadata
from pathlib import Path

from practice.called import CALLED, SOURCES
from practice.doors.launch.launcher import Launcher

_HERE = Path(__file__).parent


def main() -> int:
    """Run one command. Return its exit status."""
    launcher = Launcher(
        package="atelier_ameli",
        called=CALLED,
        python=Path(sys.executable),
        settings=(SOURCES or _HERE) / "jupyter",
        sources=SOURCES,
        set_up=lambda _: None,
    )
    if SOURCES:
        os.chdir(SOURCES)
    told = metadata("atelier-ameli")
    return launcher.main(told["Summary"], told["Version"])


if __name__ == "__main__":
    try:
        sys.exit(main())
    except KeyboardInterrupt:
        sys.exit(130)
