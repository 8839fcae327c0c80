"""How JupyterLab reads and writes the chapters, without a browser."""

import re
import shutil
from itertools import combinations
from pathlib import Path

import nbformat
import pytest
from nbformat import v4

from atelier_ameli import Screen
from atelier_ameli.lab import Files
from practice.doors.lab_files import HOW
from practice.session import Context
from tests.support import ROOT, SITE
from tests.support.chapters import code, markdown, write_chapter
from tests.support.learner import run

NOTEBOOKS = sorted(path.name for path in (ROOT / "notebooks").glob("*.ipynb"))


@pytest.fixture
def files(tmp_path):
    shutil.copytree(ROOT / "notebooks", tmp_path / "notebooks")
    return Files(root_dir=str(tmp_path / "notebooks"))


def ids(html):
    return set(re.findall(r' id="([^"]+)"', html))


def folder(files):
    return Path(files.root_dir)


def opened(files, name):
    return run(lambda: files.get(name))


def open_change_and_save(files, name, change):
    """Do all of it in one thread, as JupyterLab does: the store of what is trusted belongs to the first that asks."""

    async def all_of_it():
        notebook = (await files.get(name))["content"]
        change(notebook)
        await files.save({"type": "notebook", "format": "json", "content": notebook}, name)

    run(all_of_it)


def execute(notebook):
    """Leave in a notebook what an execution leaves."""
    notebook.metadata.language_info = {"name": "python", "version": "3.99.0", "file_extension": ".py"}
    notebook.metadata.widgets = {}
    for number, cell in enumerate(cell for cell in notebook.cells if cell.cell_type == "code"):
        cell.execution_count = number
        cell.metadata.execution = {"iopub.execute_input": "2026-11-28T00:00:00Z"}
        cell.outputs = [v4.new_output("stream", text="Un résultat.")]


@pytest.mark.parametrize("name", NOTEBOOKS)
def test_opened_executed_and_saved_a_chapter_is_as_it_was(files, name):
    open_change_and_save(files, name, execute)
    assert (ROOT / "notebooks" / name).read_bytes() == (folder(files) / name).read_bytes()


def test_opened_a_chapter_shows_the_still_of_each_screen_and_says_how_to_make_them_answer(files):
    how, *cells = opened(files, "06_se_connecter.ipynb")["content"].cells
    assert HOW in how.outputs[0].data["text/html"]
    shown = [cell.outputs[0].data["text/html"] for cell in cells if cell.get("outputs")]
    assert any("accède à mon compte ameli" in html and "fieldset disabled" in html for html in shown)
    assert all(cell.metadata.trusted for cell in cells if cell.cell_type == "code")  # or JupyterLab would strip it


def test_the_look_comes_once_with_a_chapter_before_its_pictures(files):
    cells = opened(files, "06_se_connecter.ipynb")["content"].cells
    shown = [output.data["text/html"] for cell in cells for output in cell.get("outputs", ())]
    assert len(shown) > 2
    assert [".atelier-guest." in html for html in shown] == [True, *[False] * (len(shown) - 1)]


def test_a_notebook_with_code_of_its_own_is_opened_as_it_is_written(files):
    write_chapter(folder(files), markdown("# Le mien", "slide"), code("print(6 * 7)", "-"))
    cells = opened(files, "09_essayer.ipynb")["content"].cells
    assert [cell.get("outputs", []) for cell in cells] == [[], []]


def test_a_notebook_that_cannot_be_opened_as_a_chapter_is_shown_all_the_same(files):
    write_chapter(folder(files), code("from atelier_ameli import Question", "skip"), code('Question("nawak")', "-"))
    assert len(opened(files, "09_essayer.ipynb")["content"].cells) == 2


def test_nobody_elses_results_are_trusted(files):
    saved = code("1", "-")
    saved.outputs = [v4.new_output("display_data", {"text/html": "<script>alert(1)</script>"})]
    write_chapter(folder(files), saved)
    assert not opened(files, "09_essayer.ipynb")["content"].cells[0].metadata.trusted


@pytest.mark.parametrize("name", NOTEBOOKS)
def test_a_notebook_is_written_as_jupyter_writes_it_with_its_code_folded_away(name, tmp_path):
    notebook = nbformat.read(ROOT / "notebooks" / name, as_version=4)
    nbformat.write(notebook, tmp_path / name)
    assert (tmp_path / name).read_bytes() == (ROOT / "notebooks" / name).read_bytes()
    assert all(cell.metadata.jupyter.source_hidden for cell in notebook.cells if cell.cell_type == "code")


def test_two_chapters_open_side_by_side_and_the_pictures_of_each_share_no_id(files):
    names = ("06_se_connecter", "07_retrouver_son_code")
    pictures = ["".join(htmls_of(opened(files, f"{name}.ipynb"))) for name in names]
    screens = [Screen("login", persona="jessica", at=Context(SITE, own=name)).html for name in names]
    assert all(map(ids, pictures + screens))
    for one, other in combinations(map(ids, pictures + screens), 2):
        assert not one & other


def htmls_of(model):
    return [output.data["text/html"] for cell in model["content"].cells for output in cell.get("outputs", ())]
