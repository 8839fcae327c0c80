"""What the server does not do while a trainer waits for it to open."""

import subprocess
import sys

from practice.doors.launch.launcher import QUIETLY

JUPYTER = {"ipykernel", "jupyter_client", "jupyter_server", "nbclient", "nbconvert", "nbformat", "voila"}
#: the first with the first paper; the next ones came with Jupyter; the last for a server that gives its figures
SLOW = {"fpdf", "jsonschema", "lark", "prometheus_client"}


def test_neither_jupyter_nor_the_libraries_for_papers_and_for_figures_are_imported():
    code = "import sys, practice.doors.voila.app; print(*sys.modules)"
    modules = subprocess.check_output([sys.executable, "-c", code], text=True).split()
    assert not (JUPYTER | SLOW) & set(modules)


def test_what_needs_jupyter_does_without_the_grammar_of_addresses_that_comes_with_it():
    slides = ["-c", "import practice.doors.slides.command"]
    lab = ["-P", "-c", QUIETLY, "jupyterlab", "--version"]
    for command, jupyter in ((slides, "nbconvert"), (lab, "jupyter_server")):
        told = subprocess.run(
            [sys.executable, "-X", "importtime", *command], capture_output=True, text=True, check=True
        )
        imported = {line.rpartition("|")[2].strip() for line in told.stderr.splitlines()}
        assert {jupyter, "jsonschema"} <= imported
        assert "lark" not in imported
