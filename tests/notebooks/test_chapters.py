"""The chapters, shared or of one edition: thin, without outputs, well linked, written with care.

`pytest --nbval-lax notebooks` runs those that are shared.
"""

import ast
import re
from itertools import pairwise

import nbformat
import pytest

from atelier_ameli import __all__ as offered
from atelier_ameli import data
from atelier_ameli.site import Site
from practice.checking.notebooks import notebook_faults
from practice.drawing.typography import french
from practice.editions import chapter_of, notebook_files
from tests.support import SITE

FOLDER = data.DATA.parent / "notebooks"
PATHS = [*sorted(FOLDER.glob("*.ipynb")), *sorted(data.DATA.glob("editions/*/notebooks/*.ipynb"))]
NOTEBOOKS = {f"{path.parents[1].name}/{path.name}": nbformat.read(path, as_version=4) for path in PATHS}
#: what stands beside the chapters: the home page, and what compares two editions
OTHERS = (f"{SITE.home}.ipynb", f"{SITE.compared}.ipynb")
CHAPTERS = {name: notebook for name, notebook in NOTEBOOKS.items() if not name.endswith(OTHERS)}
MOST_LINES = 3
OF_2021 = re.compile(r"2019|2020|2021|code personnel|Code oublié|(?:votre|mon|son) code\b(?! postal| provisoire)")
SLIDES = {"slide", "subslide", "fragment", "skip", "notes", "-"}


@pytest.fixture(params=NOTEBOOKS)
def notebook(request):
    return NOTEBOOKS[request.param]


@pytest.fixture(params=CHAPTERS)
def chapter(request):
    return CHAPTERS[request.param]


def prose(notebook):
    return [cell.source for cell in notebook.cells if cell.cell_type == "markdown"]


def bullets(text):
    return re.findall(r"^- .+", text, flags=re.MULTILINE)


@pytest.mark.parametrize("year", Site.years())
def test_every_notebook_is_a_chapter_or_the_home_page_and_opens(year):
    site = Site.load(year)
    listed = {chapter.notebook: f"{chapter.number}. {chapter.title}" for chapter in site.chapters if chapter.notebook}
    found = {path.name: chapter_of(site, path) for path in notebook_files(site) if path.name not in OTHERS}
    assert {name: chapter.title for name, chapter in found.items()} == listed
    for name, chapter in found.items():
        assert chapter.texts[0].startswith(f"# {listed[name]}\n")
    assert [str(fault) for fault in notebook_faults(site, site.notebooks)] == []


@pytest.mark.parametrize("year", Site.years())
def test_every_exercise_is_in_a_chapter(year):
    site = Site.load(year)
    calls = [call for path in notebook_files(site) for call in chapter_of(site, path).calls]
    asked = {name for call in calls if call.name in ("Exercise", "MoreExercises") for name in call.args}
    assert set(site.exercises) - asked == set()


def test_a_chapter_of_today_says_nothing_of_2021_to_learners():
    site = Site.load(max(Site.years()))
    for path in notebook_files(site):
        if path.name not in OTHERS:
            cells = chapter_of(site, path).cells
            told = "\n".join(cell.source for cell in cells if cell.kind == "markdown" and cell.slide != "notes")
            assert OF_2021.findall(told) == [], path


def test_what_a_chapter_has_done_is_exercises_that_end_and_count_and_free_screens_are_last(chapter):
    done = [cell.source for cell in chapter.cells if cell.source.startswith(("Exercise(", "MoreExercises(", "Screen("))]
    free = [at for at, source in enumerate(done) if source.startswith("Screen(")]
    assert free == list(range(len(done) - len(free), len(done)))


def test_a_notebook_holds_no_logic_and_no_output(notebook):
    for cell in notebook.cells:
        if cell.cell_type != "code":
            continue
        assert cell.outputs == []
        assert cell.execution_count is None
        assert len(cell.source.splitlines()) <= MOST_LINES
        for node in ast.walk(ast.parse(cell.source)):
            assert not isinstance(node, ast.FunctionDef | ast.ClassDef | ast.Lambda | ast.For | ast.While | ast.If)
            if isinstance(node, ast.ImportFrom):
                assert node.module == "atelier_ameli"
                assert {name.name for name in node.names} <= set(offered)
            assert not isinstance(node, ast.Import)


def test_a_chapter_tells_what_one_will_know_then_what_to_remember(chapter):
    texts = prose(chapter)
    assert "À la fin de ce chapitre, vous saurez" in texts[1]
    assert len(bullets(texts[1])) == 3
    assert texts[-1].startswith("## À retenir")
    assert len(bullets(texts[-1])) == 3


def test_links_lead_to_notebooks_that_exist(notebook):
    links = re.findall(r"\]\(([^)]+)\)", "\n".join(prose(notebook)))
    for link in links:
        assert (FOLDER / link).is_file(), link


def test_a_chapter_leads_on(chapter):
    assert re.search(r"\]\(\d\d_\w+\.ipynb\)", prose(chapter)[-1])


def test_headings_have_an_order(notebook):
    levels = [len(mark) for mark in re.findall(r"^(#+) ", "\n".join(prose(notebook)), flags=re.MULTILINE)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_french_spaces_do_not_break(notebook):
    for text in prose(notebook):
        assert text == french(text)


def test_sentences_are_short(notebook):
    for text in prose(notebook):
        plain = re.sub(r"\[([^\]]+)\]\([^)]+\)|[#*]|^[-\d.]+ ", r"\1", text, flags=re.MULTILINE)
        for sentence in re.split(r"[.!?:;](?:\s|$)|\n", plain):
            assert len(sentence.split()) <= 18, sentence


def test_every_cell_says_what_it_is_on_a_slide(notebook):
    for cell in notebook.cells:
        assert cell.metadata.slideshow.slide_type in SLIDES
