"""What Jupyter's own nbconvert makes of a chapter, without the atelier's launcher."""

import tomllib

import pytest
from bs4 import BeautifulSoup

from atelier_ameli.exporter import SlidesExporter
from tests.support import ROOT

CHAPTER = ROOT / "notebooks" / "06_se_connecter.ipynb"


def convert(notebook, folder, kind, *options):
    """Have Jupyter's own nbconvert write a notebook in another kind; return the new file."""
    from nbconvert.nbconvertapp import NbConvertApp  # noqa: PLC0415 - it makes one of each exporter: that takes long

    app = NbConvertApp()
    app.initialize(["--to", kind, "--output-dir", str(folder), *options, str(notebook)])
    app.start()
    (file,) = folder.iterdir()
    return file


@pytest.fixture(scope="module")
def executed(tmp_path_factory):
    """Execute a chapter once, with our settings for nbconvert, which are there for what follows, too."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("JUPYTER_CONFIG_PATH", str(ROOT / "jupyter"))
        patch.setenv("JUPYTER_DATA_DIR", str(tmp_path_factory.mktemp("data")))
        yield convert(CHAPTER, tmp_path_factory.mktemp("executed"), "notebook", "--execute")


@pytest.mark.parametrize("kind", ["html", "slides"])
def test_exported_by_jupyter_itself_a_screen_is_its_still_picture_with_its_look(kind, executed, tmp_path):
    file = convert(executed, tmp_path, kind)
    body = BeautifulSoup(file.read_text(encoding="utf-8"), "lxml").body
    still = body.select_one(".atelier-guest .atelier-still fieldset[disabled]")
    assert "J'accède à mon compte ameli" in still.get_text()
    assert ".atelier-guest" in still.find_parent(class_="atelier-guest").style.get_text()
    assert all(one.find_parent(class_="atelier-guest") for one in body.select(".atelier-still"))
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
