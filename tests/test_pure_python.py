"""All but the doors is plain Python: it works where there is no Jupyter, and opens no file once it has read them."""

import ast
import re
import subprocess
import sys
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

from tests.support.no_jupyter import JUPYTERS, is_jupyter

ROOT = Path(__file__).parents[1]
WIDGETS = ROOT / "widgets"
#: programs and what they bring along: the course runs in them, and imports nothing of them
NEVER_IMPORTED = {"ipykernel", "ipywidgets", "jupyter-client", "jupyterlab", "jupyterlab-language-pack-fr-fr"}


@pytest.fixture(scope="module")
def said() -> dict[str, list[str]]:
    """Return what each function of support/pure.py says in a fresh Python, from which Jupyter is taken away first.

    They share it: what opens files late is looked for first, so that nothing is open before.
    """
    lines = fresh_python(
        "import runpy; runpy.run_path('tests/support/no_jupyter.py')['take_jupyter_away']();"
        "from tests.support import pure;"
        "print(*pure.what_is_opened_late(), '', *pure.every_name_answers(), sep='\\n')"
    )
    at = lines.index("")
    return {"opened late": lines[:at], "modules": lines[at + 1 :]}


def fresh_python(code: str) -> list[str]:
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()


def test_every_name_of_a_chapter_works_where_there_is_no_jupyter(said):
    assert "practice.site" in said["modules"]
    assert [name for name in said["modules"] if is_jupyter(name)] == []


def test_once_all_is_read_the_whole_course_opens_no_file(said):
    *late, done = said["opened late"]
    assert late == []
    files, states = map(int, re.findall(r"\d+", done))
    assert files >= 12, "the papers that exercises and chapters give were made"
    assert states > 300, "the states of the screens were drawn"


def test_importing_the_course_brings_no_library_for_pdf_and_none_that_a_browser_has_not():
    imported = fresh_python("import sys, atelier_ameli; print(*sys.modules, sep='\\n')")
    tops = {name.partition(".")[0] for name in imported}
    assert not tops & {"fpdf", "PIL", "fontTools", "bs4", "fcntl", "msvcrt", "asyncio", "socketserver", *JUPYTERS}


def _imported(file: Path) -> set[str]:
    """Return what a file imports that is neither Python's own nor ours."""
    lines = list(ast.walk(ast.parse(file.read_text(encoding="utf-8"))))
    names = {alias.name for line in lines if isinstance(line, ast.Import) for alias in line.names}
    names |= {line.module for line in lines if isinstance(line, ast.ImportFrom)}
    return {name.partition(".")[0] for name in names} - sys.stdlib_module_names - {"atelier_ameli", "practice", "tests"}


def _plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


@pytest.fixture(scope="module")
def declared() -> set[str]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return {_plain(re.match(r"[\w.-]+", wanted)[0]) for wanted in project["dependencies"]}


def test_every_library_that_is_imported_is_declared_and_every_declared_one_is_imported(declared):
    distributions = packages_distributions()
    imported = {_plain(distributions[name][0]) for file in WIDGETS.rglob("*.py") for name in _imported(file)}
    assert imported | NEVER_IMPORTED == declared
