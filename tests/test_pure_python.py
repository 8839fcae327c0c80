"""All but the doors is plain Python: it works where there is no Jupyter, and opens no file once it has read them."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.no_jupyter import JUPYTERS, is_jupyter

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def said() -> dict[str, list[str]]:
    """Return what the course imports in a fresh Python, and what each function of support/pure.py then says there.

    Jupyter is taken away before those. They share it: what opens files late is looked for first, so that nothing is
    open before.
    """
    code = """
import sys, atelier_ameli
print(*sys.modules, "", sep="\\n")
import gc, runpy
gc.disable()  # nearly all that is made stays
runpy.run_path("tests/support/no_jupyter.py")["take_jupyter_away"]()
from tests.support import pure
print(*pure.what_is_opened_late(), "", *pure.every_name_answers(), sep="\\n")
"""
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    parts = [part.splitlines() for part in done.stdout.split("\n\n")]
    return dict(zip(("imported", "opened late", "modules"), parts, strict=True))


def test_every_name_of_a_chapter_works_where_there_is_no_jupyter(said):
    assert "practice.site" in said["modules"]
    assert [name for name in said["modules"] if is_jupyter(name)] == []


def test_once_all_is_read_the_whole_course_opens_no_file(said):
    *late, done = said["opened late"]
    assert late == []
    files, states = map(int, re.findall(r"\d+", done))
    assert files >= 12, "the papers that exercises and chapters give were made"
    assert states > 300, "the states of the screens were drawn"


def test_importing_the_course_brings_no_library_for_pdf_and_none_that_a_browser_has_not(said):
    tops = {name.partition(".")[0] for name in said["imported"]}
    assert "atelier_ameli" in tops
    assert not tops & {"fpdf", "PIL", "fontTools", "bs4", "fcntl", "msvcrt", "asyncio", "socketserver", *JUPYTERS}
