"""What the server does not do while a trainer waits for it to open."""

import subprocess
import sys

JUPYTER = {"ipykernel", "jupyter_client", "jupyter_server", "nbclient", "nbconvert", "nbformat", "voila"}
SLOW = {"fpdf", "jsonschema", "lark"}  #: the first with the first paper; the others came with Jupyter


def test_neither_jupyter_nor_the_library_for_papers_is_imported():
    code = "import sys, practice.doors.voila.app; print(*sys.modules)"
    modules = subprocess.check_output([sys.executable, "-c", code], text=True).split()
    assert not (JUPYTER | SLOW) & set(modules)
