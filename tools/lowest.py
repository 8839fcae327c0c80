"""Runs a fast part of the tests with the lowest versions that pyproject.toml allows.

`pip install uv`, then `python tools/lowest.py`. It makes `.cache/lowest`, which may be deleted. The tools of the tests
are their newest: only what the course stands on is old. What follows the command goes to pytest.
"""

import os
import subprocess
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).parents[1]
PLACE = ROOT / ".cache" / "lowest"
PYTHON = PLACE / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
#: a session, a page, a server, a PDF, the slides, JupyterLab's files: each library is met
FAST = (
    *("tests/test_session.py", "tests/test_chapter.py", "tests/access", "tests/documents", "tests/serve"),
    *("tests/procedures/test_catalogue.py", "tests/paper", "tests/notebooks/test_lab_files.py"),
    *("tests/notebooks/test_exports.py", "tests/notebooks/test_one_kernel.py", "tests/shipping"),
)


def main() -> int:
    """Make the environment, then run the tests in it. Return the exit status."""
    test = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["optional-dependencies"][
        "test"
    ]
    low = ["uv", "pip", "compile", "pyproject.toml", "--resolution=lowest-direct", "--quiet", "--no-header"]
    pinned = PLACE.with_name("lowest.txt")
    pinned.parent.mkdir(exist_ok=True)
    install = ["uv", "pip", "install", f"--python={PYTHON}", "--quiet", f"--constraints={pinned}"]
    steps = (
        [*low, f"--python={sys.executable}", f"--output-file={pinned}"],
        ["uv", "venv", "--clear", "--quiet", f"--python={sys.executable}", "--seed", str(PLACE)],
        [*install, "--editable", ".", *test],
        [str(PYTHON), "-m", "pip", "check"],
        [str(PYTHON), "-m", "pytest", "-q", *(sys.argv[1:] or ["-n", "2", *FAST])],
    )
    for step in steps:
        status = subprocess.run(step, cwd=ROOT, check=False).returncode  # noqa: S603
        if status:
            return status
    return 0


if __name__ == "__main__":
    sys.exit(main())
