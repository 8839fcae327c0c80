"""How the commands of the course are typed: through its sources where they are, by a name where it is installed."""

from pathlib import Path

_HERE = Path(__file__)
PROJECT = "pyproject.toml"  #: what sources have, and an installation has not
SOURCES = _HERE.parents[2] if _HERE.parents[1].name == "widgets" and (_HERE.parents[2] / PROJECT).is_file() else None
CALLED = "python3 atelier.py" if SOURCES else "atelier"
