"""What Jupyter's own nbconvert makes of a chapter, without the atelier's launcher."""

import os
import subprocess
import sys
import tomllib

import pytest
from bs4 import BeautifulSoup

from atelier_ameli.exporter import SlidesExporter
from tests.support import ROOT

CHAPTER = ROOT / "notebooks" / "06_se_connecter.ipynb"


@pytest.mark.parametrize("kind", ["html", "slides"])
def test_exported_by_jupyter_itself_a_screen_is_its_still_picture_with_its_look(kind, tmp_path):
    command = [sys.executable, "-m", "nbconvert", "--to", kind, "--execute", "--output-dir", tmp_path, CHAPTER]
    environment = {**os.environ, "JUPYTER_CONFIG_PATH": str(ROOT / "jupyter"), "JUPYTER_DATA_DIR": str(tmp_path)}
    subprocess.run(command, check=True, capture_output=True, cwd=tmp_path, env=environment, timeout=120)
    (file,) = tmp_path.glob("*.html")
    body = BeautifulSoup(file.read_text(encoding="utf-8"), "html.parser").body
    still = body.select_one(".atelier-guest .atelier-still fieldset[disabled]")
    assert "J'accède à mon compte ameli" in still.get_text()
    assert ".atelier-guest" in still.find_parent(class_="atelier-guest").style.get_text()
    assert not body.select("script[type='application/vnd.jupyter.widget-view+json']")


def test_an_installation_brings_that_setting_and_our_own_slides():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    shared = project["tool"]["hatch"]["build"]["targets"]["wheel"]["shared-data"]
    for file in shared:
        assert (ROOT / file).is_file()
    assert "etc/jupyter/jupyter_nbconvert_config.json" in shared.values()
    assert project["project"]["entry-points"]["nbconvert.exporters"] == {
        "atelier": f"{SlidesExporter.__module__}:{SlidesExporter.__name__}"
    }


def test_our_slides_are_written_by_nbconvert():
    html, resources = SlidesExporter().from_filename(str(CHAPTER))
    assert "SIMULATION" in html
    assert resources["output_extension"] == ".slides.html"
