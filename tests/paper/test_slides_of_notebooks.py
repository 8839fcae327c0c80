"""What slides are made from: a chapter is opened, a notebook with code of its own is executed.

All chapters are opened by tests/browser/slides/test_slides_fit.py.
"""

import pytest
from bs4 import BeautifulSoup
from jupyter_client.provisioning import KernelProvisionerFactory
from nbformat import v4

import atelier_ameli
from atelier_ameli.site import Site
from practice.doors.slides import command
from practice.doors.slides.page import Slides
from practice.doors.slides.reveal import reveal
from practice.loading.faults import DataError
from tests.support.chapters import EXPORTED, code, markdown, write_chapter

IMPORTS = code("from atelier_ameli import Exercise, Question, Screen, Words", "skip")
EXERCISE, QUESTION = "se_connecter", "accueil_paiement"


@pytest.fixture
def no_kernel(monkeypatch):
    """Make it a failure to start a kernel."""
    refuse = lambda *_, **__: pytest.fail("a kernel was to be started")  # noqa: E731
    monkeypatch.setattr(KernelProvisionerFactory, "create_provisioner_instance", refuse)


@pytest.fixture
def edition(tmp_path):
    """Return an edition where one exercise, one question and one word are another."""
    folder = tmp_path / "2031"
    (folder / "exercises").mkdir(parents=True)
    for name, entries in {
        "edition.toml": 'based_on = "2021"',
        "exercises/06_se_connecter.toml": f'[[exercise]]\nid = "{EXERCISE}"\ntask = "Entrez en 2031."',
        "questions.toml": f'[[question]]\nid = "{QUESTION}"\nprompt = "Combien en 2031 ?"',
        "glossary.toml": '[[word]]\nterm = "RIB"\nmeaning = "Un papier de 2031."',
    }.items():
        (folder / name).write_text(entries, encoding="utf-8")
    return Site.laid(folder)


def slides_of(folder, *cells):
    """Return the slides of a chapter of these cells, made by the command."""
    path = write_chapter(folder, *cells)
    assert command.main(Site, [str(path), "--output", str(folder)]) == 0
    return BeautifulSoup((folder / EXPORTED).read_text(encoding="utf-8"), "lxml")


def test_what_was_saved_with_a_chapter_is_not_shown(no_kernel, tmp_path):
    saved = code('Screen("login", persona="jessica")', "slide")
    saved.outputs = [v4.new_output("stream", text="Un vieux message.")]
    slides = slides_of(tmp_path, IMPORTS, saved)
    assert "J'accède à mon compte ameli" in slides.select_one(".screen fieldset[disabled]").get_text()
    assert "Un vieux message." not in slides.get_text()


def test_two_screens_of_a_chapter_share_no_id(no_kernel, tmp_path):
    screen = 'Screen("login", persona="jessica")'
    slides = slides_of(tmp_path, IMPORTS, code(screen, "slide"), code(screen, "slide"))
    ids = [tag["id"] for tag in slides.find_all(id=True)]
    assert len(slides.select(".screen")) == 2
    assert len(ids) == len(set(ids))


def test_a_call_of_ours_that_fails_is_said_in_french_with_its_cell(no_kernel, tmp_path, capsys):
    path = write_chapter(tmp_path, markdown("# Un", "slide"), IMPORTS, code('Question("sans_reponse")', "-"))
    assert command.main(Site, [str(path), "--output", str(tmp_path / "out")]) == 1
    said = capsys.readouterr().err
    assert "Le chapitre « 09_essayer » s'est arrêté à la cellule 3" in said
    assert '« sans_reponse » n\'existe pas\n    Question("sans_reponse")' in said
    assert "Traceback" not in said
    assert not (tmp_path / "out" / EXPORTED).exists()


def test_the_slides_of_another_edition_show_what_it_says(no_kernel, edition, tmp_path):
    cells = (f'Exercise("{EXERCISE}")', f'Question("{QUESTION}")', 'Words("RIB")')
    path = write_chapter(tmp_path, IMPORTS, markdown("Un RIB.", "slide"), *(code(cell, "slide") for cell in cells))
    slides = BeautifulSoup(Slides(edition, reveal()).draw(path), "lxml")
    prose, exercise, question, words = slides.select(".slides > section > section")
    assert "Un papier de 2031." in prose.select_one("aside.notes").get_text()
    assert "Entrez en 2031." in exercise.select_one(".opening").get_text()
    assert "Combien en 2031" in question.get_text()
    assert "Un papier de 2031." in words.get_text()


def test_a_notebook_with_code_of_its_own_is_executed_in_its_edition_and_what_is_ours_in_it_is_known(tmp_path):
    path = write_chapter(
        tmp_path,
        IMPORTS,
        code("import os\npeople = ['jessica']\nprint(6 * 7, os.environ['ATELIER_EDITION'])", "slide"),
        code('Screen("login", persona=people[0])', "slide"),
        code(f'Exercise("{EXERCISE}")', "slide"),
        code(f'Question("{QUESTION}")', "slide"),
    )
    slides = BeautifulSoup(Slides(Site.load("2026"), reveal()).draw(path), "lxml")
    printed, screen, exercise, question = slides.select(".slides > section > section")
    assert printed.get_text(strip=True) == "42 2026"
    assert "J'accède à mon compte ameli" in screen.select_one(".screen fieldset[disabled]").get_text()
    assert exercise.select(".walk .step .view")
    assert "La réponse" in question.select_one("aside.notes").get_text()


def test_a_notebook_that_is_told_an_unknown_edition_refuses_it(monkeypatch):
    monkeypatch.setenv("ATELIER_EDITION", "1945")
    with pytest.raises(DataError, match="1945"):
        atelier_ameli.context_of_notebook()


def test_a_cell_that_fails_stops_the_export_and_is_named(tmp_path, capsys):
    path = write_chapter(tmp_path, markdown("# Un", "slide"), code('Screen("login")', "-"))
    assert command.main(Site, [str(path), "--output", str(tmp_path / "out")]) == 1
    said = capsys.readouterr().err
    assert "Le chapitre « 09_essayer » s'est arrêté à la cellule 2" in said
    assert 'Screen("login")' in said
    assert "Traceback" not in said
    assert not (tmp_path / "out" / EXPORTED).exists()


def test_a_chapter_of_skipped_cells_is_refused_kindly(tmp_path, capsys):
    path = write_chapter(tmp_path, markdown("Rien", "skip"))
    assert command.main(Site, [str(path), "--output", str(tmp_path)]) == 1
    assert "Le chapitre « 09_essayer » n'a aucune diapositive" in capsys.readouterr().err


@pytest.mark.parametrize("content", ["pas du JSON", "[]", '{"nbformat": 5, "metadata": {}, "cells": []}'])
def test_a_file_that_is_no_notebook_is_refused_kindly(tmp_path, capsys, content):
    path = tmp_path / "09_essayer.ipynb"
    path.write_text(content, encoding="utf-8")
    assert command.main(Site, [str(path), "--output", str(tmp_path)]) == 1
    assert "n'est pas un carnet Jupyter" in capsys.readouterr().err
