"""Writes requirements.lock: the newest versions that pyproject.toml allows, for every system and Python, with hashes.

`pip install uv`, then `python tools/lock.py`. What builds the course is in it, too: an installation asks for no more.
A line that still fits stays as it is; `--upgrade` looks for newer ones.
"""

import subprocess
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).parents[1]
LOCK = "requirements.lock"
LIMITS = "tools/limits.txt"
_HOW = [
    "--universal",
    "--python-version=3.11",
    "--generate-hashes",
    "--no-emit-index-url",
    "--quiet",
    f"--constraints={LIMITS}",
]
_SAID = "--custom-compile-command=python tools/lock.py"


def main() -> int:
    """Write the lock. Return the exit status."""
    build = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["build-system"]["requires"]
    command = ["uv", "pip", "compile", "pyproject.toml", "-", *_HOW, _SAID, f"--output-file={LOCK}", *sys.argv[1:]]
    return subprocess.run(command, cwd=ROOT, input="\n".join(build), text=True, check=False).returncode  # noqa: S603


if __name__ == "__main__":
    sys.exit(main())
