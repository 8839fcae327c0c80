"""A chapter worked through in JupyterLab."""

import os
import re
import shutil
import socket
import subprocess
import sys

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import ROOT
from tests.states import JESSICA


@pytest.fixture(scope="module")
def lab(tmp_path_factory):
    """JupyterLab on a copy of the chapters, started with the atelier's own settings."""
    folder = tmp_path_factory.mktemp("lab")
    shutil.copytree(ROOT / "notebooks", folder / "notebooks")
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    settings = {"JUPYTER_PATH": str(ROOT / "jupyter"), "JUPYTER_CONFIG_PATH": str(ROOT / "jupyter")}
    own = {"JUPYTER_CONFIG_DIR": str(folder / "config"), "JUPYTER_DATA_DIR": str(folder / "data")}
    options = ["--no-browser", f"--port={port}", "--IdentityProvider.token=", f"--notebook-dir={folder / 'notebooks'}"]
    process = subprocess.Popen(
        [sys.executable, "-m", "jupyterlab", *options, "--ServerApp.log_level=INFO"],
        env={**os.environ, **settings, **own},
        stderr=subprocess.PIPE,
    )
    for line in process.stderr:
        if b"is running at" in line:
            break
    yield f"http://localhost:{port}/lab/tree"
    process.terminate()
    process.communicate()


@pytest.fixture
def forgiven():
    """JupyterLab's own words in the console."""
    return [".*"]


def test_the_live_screen_is_chosen_over_the_still_and_the_person_signs_in(page, lab):
    page.set_default_timeout(10_000)
    page.goto(f"{lab}/04_se_connecter.ipynb")
    notebook = page.get_by_role("region", name="Contenu du notebook").or_(page.locator(".jp-Notebook")).first
    expect(notebook.get_by_role("heading", name="4. Se connecter")).to_be_visible(timeout=30_000)
    expect(page.get_by_text("| Inactif")).to_be_visible(timeout=30_000)  # before, « Exécuter » would run nothing
    page.get_by_role("menuitem", name="Exécution", exact=True).click()
    page.get_by_role("menuitem", name=re.compile("toutes les cellules$")).first.click()
    number = notebook.get_by_label("Mon numéro de sécurité sociale", exact=True).first
    expect(number).to_be_enabled(timeout=30_000)
    number.fill(JESSICA["number"])
    notebook.get_by_label("Mon code personnel").first.fill(JESSICA["code"])
    notebook.get_by_role("button", name="Me connecter").first.click()
    expect(notebook.get_by_text("Bonjour Jessica PETIT. Vous êtes connectée.")).to_be_visible()
    expect(page.get_by_text("Jupyter news")).to_have_count(0)
