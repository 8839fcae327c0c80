"""The chapters in JupyterLab: worked through, and all of their screens at once.

What takes a while is waited for by `wait_for`: an `expect` that waits describes the whole page each time it looks.
"""

import os
import re
import shutil
import subprocess
import sys
import threading

import nbformat
import pypdf
import pytest
from nbformat.v4 import new_code_cell, new_notebook
from playwright.sync_api import expect

from practice.doors.launch.launcher import QUIETLY
from practice.local_file import VARIABLE
from tests.journeys.access import JESSICA
from tests.support import ROOT
from tests.support.browser import LIVE, unforgiving
from tests.support.server import free_port

NAME, READ = "tous_les_chapitres.ipynb", "lecture.ipynb"
DOCUMENTS = 'Screen("documents", persona="karim")'  # whose file needs no choice
CHAPTER, TITLE = "07_retrouver_son_code.ipynb", "Retrouver son code"
#: take away each look of a screen that is not the whole page's own
WITHOUT_LOOK = """() => document.querySelectorAll("style").forEach((style) => {
  if (style.textContent.includes(".atelier-guest")) style.remove();
})"""
KERNEL = {"name": "python3", "display_name": "Python 3 (ipykernel)", "language": "python"}


def all_chapters() -> nbformat.NotebookNode:
    """Return one notebook with the first cell of any chapter that opens each page or kind of exercise."""
    cells = {"": new_code_cell("from atelier_ameli import *")}
    for path in sorted((ROOT / "notebooks").glob("*.ipynb")):
        for cell in nbformat.read(path, as_version=4).cells:
            # `Screen("payments", persona="nadia")`, and any first `Question(...)`
            opened = cell.cell_type == "code" and re.match(r'Screen\("\w+"|\w+\(', cell.source)
            if opened:
                cells.setdefault(opened[0], cell)
    cells[DOCUMENTS] = new_code_cell(DOCUMENTS)
    cells.setdefault('Screen("login"', new_code_cell('Screen("login", persona="jessica")'))
    for number, cell in enumerate(cells.values()):
        cell.id = f"cell-{number}"
    return new_notebook(cells=list(cells.values()), metadata={"kernelspec": KERNEL})


def a_chapter_to_read() -> nbformat.NotebookNode:
    """Return the first cells of a chapter, up to a screen with the card of a person."""
    cells = nbformat.read(ROOT / "notebooks" / CHAPTER, as_version=4).cells
    last = next(number for number, cell in enumerate(cells) if LIVE.search(cell.source))
    return new_notebook(cells=cells[: last + 1], metadata={"kernelspec": KERNEL})


@pytest.fixture(scope="module")
def lab(tmp_path_factory):
    """JupyterLab on a copy of the chapters, started with the atelier's own settings."""
    folder = tmp_path_factory.mktemp("lab")
    shutil.copytree(ROOT / "notebooks", folder / "notebooks")
    nbformat.write(all_chapters(), folder / "notebooks" / NAME)
    nbformat.write(a_chapter_to_read(), folder / "notebooks" / READ)
    port = free_port()
    settings = {"JUPYTER_PATH": str(ROOT / "jupyter"), "JUPYTER_CONFIG_PATH": str(ROOT / "jupyter")}
    own = {"JUPYTER_CONFIG_DIR": str(folder / "config"), "JUPYTER_DATA_DIR": str(folder / "data")}
    own[VARIABLE] = str(folder / "travail" / "mon_travail.json")
    options = [
        "--no-browser",
        f"--port={port}",
        "--ServerApp.port_retries=0",
        "--IdentityProvider.token=",
        f"--notebook-dir={folder / 'notebooks'}",
    ]
    process = subprocess.Popen(
        [sys.executable, "-P", "-c", QUIETLY, "jupyterlab", *options, "--ServerApp.log_level=INFO"],
        env={**os.environ, **settings, **own},
        stderr=subprocess.PIPE,
    )
    said = []
    for line in process.stderr:
        said.append(line.decode())
        if "is running at" in said[-1]:
            break
    else:
        pytest.fail(f"JupyterLab ne s'ouvre pas : {''.join(said)}")
    threading.Thread(target=process.stderr.read, daemon=True).start()  # what it says further on never stops it
    yield f"http://localhost:{port}/", folder / "notebooks"
    process.terminate()
    process.wait()


@pytest.fixture(scope="module")
def page(browser, browser_context_args, lab):
    """Open JupyterLab once, as it opens by itself: each time costs more than to run a chapter."""
    context = browser.new_context(**browser_context_args)
    page = context.new_page()
    page.set_default_timeout(20_000)
    with unforgiving(page, forgiven=[".*"]):  # the console has JupyterLab's own words
        page.goto(lab[0])
        page.get_by_text("Cliquez sur « Exécuter tout », en haut").wait_for(timeout=30_000)
        yield page
    context.close()


def save(panel):
    """Save a notebook by a key that is pressed inside a screen."""
    panel.locator(".atelier-live .site h3").first.focus()
    with panel.page.expect_response(lambda response: response.request.method == "PUT") as saved:
        panel.page.keyboard.press("Control+s")
    assert saved.value.ok


def wait_for_answers(panel, screens):
    """Wait until each of these screens has been answered."""
    answered = panel.locator(".atelier-live:not([aria-busy])")
    answered.nth(screens - 1).wait_for(timeout=60_000)
    expect(answered).to_have_count(screens)


def close_notebook(page):
    """Close the notebook that is seen, by the cross of its tab."""
    page.locator(".lm-TabBar-tab.jp-mod-current .lm-TabBar-tabCloseIcon").click()


def panel_of(page):
    """Return the notebook that is seen."""
    return page.locator(".jp-NotebookPanel:not(.lm-mod-hidden)")


# ---- One chapter, from the first click to the end of Python


@pytest.fixture(scope="module")
def chapter(page):
    """Open in three clicks a chapter whose screens answer."""
    page.locator(".chapters").get_by_role("link", name=TITLE).click()
    panel = panel_of(page)
    pictures = panel.locator(".atelier-still fieldset[disabled]")
    pictures.first.wait_for(timeout=30_000)
    run_all = panel.get_by_role("button", name="Exécuter tout", exact=True)  # there once Python can answer
    run_all.wait_for(timeout=30_000)
    cells = nbformat.read(ROOT / "notebooks" / CHAPTER, as_version=4).cells
    screens = sum(len(LIVE.findall(cell.source)) for cell in cells if cell.cell_type == "code")
    run_all.click()
    wait_for_answers(panel, screens)
    return panel


def test_three_clicks_lead_from_jupyterlab_to_a_screen_that_answers(chapter):
    expect(chapter.locator(".atelier-still")).to_have_count(0)
    expect(chapter.get_by_text("Cliquez sur « Exécuter tout »")).to_have_count(0)
    expect(chapter.get_by_text("from atelier_ameli import").locator("visible=true")).to_have_class(
        re.compile("Placeholder")
    )


def test_a_list_of_facts_is_read_as_on_a_page_of_ours(chapter):
    looks = "all => new Set(all.map(node => getComputedStyle(node).float)).size + getComputedStyle(all[0]).float"
    assert chapter.locator(".card :is(dt, dd)").evaluate_all(looks) == "1none"


def test_no_key_typed_in_a_screen_is_a_command_of_jupyterlab(chapter):
    page, cells = chapter.page, chapter.locator(".jp-Cell")
    before = cells.count()
    screen = chapter.locator(".atelier-live").filter(has=page.locator(".site h3")).first
    screen.get_by_role("button", name="Recommencer depuis le début").click()
    screen.locator(".site h3").first.focus()  # where a key is not written
    for key in "ddxmyr00aab":
        page.keyboard.press(key)
    page.keyboard.press("Shift+Enter")
    expect(cells).to_have_count(before)
    expect(page.locator(".jp-Dialog")).to_have_count(0)
    expect(screen.locator(":focus")).to_have_count(1)


def test_saved_from_inside_a_screen_the_file_is_as_it_was(chapter, lab):
    save(chapter)
    assert (lab[1] / CHAPTER).read_bytes() == (ROOT / "notebooks" / CHAPTER).read_bytes()


def test_when_python_stops_each_screen_says_so_in_french(chapter):
    page = chapter.page
    page.get_by_role("menuitem", name="Noyau", exact=True).click()
    page.get_by_role("menuitem", name=re.compile("^Redémarrer le noyau…")).first.click()
    page.locator(".jp-Dialog .jp-mod-warn, .jp-Dialog .jp-mod-accept").last.click()
    told = chapter.locator("[role=alert]:visible").filter(has_text="Python s'est arrêté : cet écran ne répond plus.")
    expect(told).to_have_count(chapter.locator(".atelier-live").count(), timeout=30_000)


def test_opened_again_a_chapter_shows_its_pictures(chapter, lab):
    page = chapter.page
    save(chapter)  # or JupyterLab asks whether to
    close_notebook(page)
    page.locator(".jp-DirListing-item").filter(has_text=CHAPTER).dblclick()
    chapter.locator(".atelier-still fieldset[disabled]").first.wait_for(timeout=30_000)
    expect(page.get_by_text("model not found")).to_have_count(0)
    page.evaluate(WITHOUT_LOOK)  # as once the cell that says how to begin has been run
    assert chapter.locator(".card dt").first.evaluate("node => getComputedStyle(node).float") == "none"


def test_the_reading_mode_of_voila_shows_the_screens_of_a_chapter(browser, lab):
    page = browser.new_page()  # Voilà's own page asks for icons elsewhere, and has its own words
    page.goto(f"{lab[0]}voila/render/{READ}")
    page.locator(".atelier-live:not([aria-busy])").first.wait_for(timeout=60_000)
    assert page.locator(".card dt").first.evaluate("node => getComputedStyle(node).float") == "none"
    expect(page.get_by_text("Exécuter tout")).to_have_count(0)
    page.close()


# ---- All chapters at once


@pytest.fixture(scope="module")
def notebook(page):
    """Open the notebook of all chapters once, and run its cells."""
    page.locator(".jp-DirListing-item").filter(has_text=NAME).dblclick()
    page.locator("#jp-main-statusbar").get_by_text("| Inactif").wait_for(timeout=30_000)  # Python is there
    page.get_by_role("menuitem", name="Exécution", exact=True).click()
    page.get_by_role("menuitem", name=re.compile("toutes les cellules$")).first.click()
    return panel_of(page).locator(".jp-Notebook")


@pytest.fixture
def login(notebook):
    """Return the cell that opens the sign-in page: what stands in its code is not looked for in all that cells show."""
    code = notebook.page.locator(".jp-Cell-inputWrapper", has_text='Screen("login"')
    return notebook.locator(".jp-CodeCell").filter(has=code)


def test_every_page_that_a_chapter_opens_is_drawn_and_answers(notebook):
    screens = sum(len(LIVE.findall(cell.source)) for cell in all_chapters().cells)
    assert screens > 12  # pages of the site
    wait_for_answers(notebook, screens)
    expect(notebook.locator("[data-mime-type='application/vnd.jupyter.stderr']")).to_have_count(0)


def test_the_live_screen_is_chosen_over_the_still_and_the_person_signs_in(login):
    login.get_by_label("Mon numéro de sécurité sociale", exact=True).fill(JESSICA["number"])
    login.get_by_label("Mon code personnel").fill(JESSICA["code"])
    login.get_by_role("button", name="Me connecter").click()
    login.get_by_text("Bonjour Jessica PETIT. Vous êtes connectée.").wait_for()
    expect(login.page.get_by_text("Jupyter news")).to_have_count(0)


def test_the_work_is_in_a_file_and_none_of_it_in_the_browser(notebook, login):
    assert notebook.page.evaluate("Object.keys(localStorage).filter((key) => key.startsWith('atelier:'))") == []
    former = login.locator(".atelier").first.get_attribute("id")
    login.locator(".jp-Placeholder").first.click()  # its code is folded away
    login.locator(".cm-content").click()
    notebook.page.keyboard.press("Control+Enter")  # a new screen, which knows nothing of the former
    expect(login.locator(f"#{former}")).to_have_count(0)
    login.get_by_role("heading", name="Accueil de votre compte").wait_for()
    way_on = notebook.locator("a", has_text=re.compile(r"^\s*(Commencer|Reprendre)")).first
    assert re.search(r"/lab/tree/\d\d_\w+\.ipynb$", way_on.evaluate("link => link.href"))


def test_a_document_lands_in_the_downloads(notebook):
    card = notebook.get_by_role("region", name="Attestation de droits", exact=True).last
    with notebook.page.expect_download() as coming:
        card.get_by_role("button").click()
    assert coming.value.suggested_filename == "attestation_de_droits_benali_karim.pdf"
    assert "SPECIMEN" in pypdf.PdfReader(coming.value.path()).pages[0].extract_text()
