"""The kit of whoever teaches: a word on each chapter, what to do in the room, sheets for the real site."""

import re

import pypdf
import pytest

from practice.course.loading import load_kit
from practice.course.outline.kit import LEVELS
from practice.doors.sheets import command
from practice.doors.sheets.kit_sheets import HOME, TRAINER, kit_sheets
from tests.support import SITE
from tests.support.refusals import refused

NAMES = {person.first_name for person in SITE.personas.values()}


def read(path):
    pages = pypdf.PdfReader(path).pages
    return " ".join(" ".join(page.extract_text() for page in pages).replace("\u00a0", " ").split())


def test_each_chapter_tells_what_to_ask_and_how_to_go_slower_or_faster():
    assert [one.number for one in SITE.kit.chapter] == [chapter.number for chapter in SITE.chapters]
    for one in SITE.kit.chapter:
        assert all(question.endswith("?") for question in one.debrief)
        assert one.slower != one.faster


def test_a_sheet_to_take_home_names_no_invented_person_and_no_card():
    for one in SITE.kit.take_home:
        told = " ".join((one.title, *one.prepare, *one.steps))
        assert not set(re.findall(r"\w+", told)) & NAMES
        assert "atelier" not in told.casefold()


@pytest.fixture(scope="module")
def sheets():
    return {f"{folder}/{name}": sheet for folder, name, sheet in kit_sheets(SITE)}


def test_each_sheet_stands_on_one_page_or_two_and_no_band_says_that_it_is_invented(sheets, tmp_path):
    for name, sheet in sheets.items():
        sheet.output(str(tmp_path / "sheet.pdf"))
        assert len(pypdf.PdfReader(tmp_path / "sheet.pdf").pages) == (2 if name.endswith("que_faire_si") else 1), name
        assert "SIMULATION" not in read(tmp_path / "sheet.pdf"), name


def test_the_kit_is_written_by_its_name_alone(sheets, tmp_path, monkeypatch):
    monkeypatch.setenv("ATELIER_CHROMIUM", "")
    assert command.main(type(SITE), [TRAINER, HOME, "--output", str(tmp_path)]) == 0
    found = {f"{file.parent.name}/{file.stem}" for file in tmp_path.rglob("*.pdf")}
    assert found == sheets.keys()
    signed = read(tmp_path / TRAINER / "feuille_de_presence.pdf")
    for column in ("Prénom et nom", "Matin", "Après-midi"):
        assert column in signed
    real = read(tmp_path / TRAINER / "que_faire_si.pdf")
    assert "Ne tapez jamais son code" in real


def test_the_plan_of_a_chapter_ends_with_the_questions_and_the_grid(tmp_path, monkeypatch):
    monkeypatch.setenv("ATELIER_CHROMIUM", "")
    assert command.main(type(SITE), ["01", "--output", str(tmp_path)]) == 0
    plan = read(tmp_path / "01_decouvrir_le_compte_ameli/plan_du_chapitre.pdf")
    one = SITE.kit.of(1)
    for told in (*one.debrief, *SITE.kit.debrief, one.slower, one.faster):
        assert told.replace("\u00a0", " ") in plan
    for sign, name, _ in LEVELS:
        assert f"{sign} : {name}" in plan


test_a_broken_kit_is_refused_with_file_and_reason = refused(
    "trainer.toml",
    lambda file: load_kit(file, SITE.chapters, SITE.people),
    ("number = 23", "number = 99", "le chapitre 99 n'est pas dans course.toml"),
    ("number = 23", "number = 22", "le chapitre 22 y est deux fois"),
    ("Je tape l'adresse moi-même : ameli.fr.", "Je lis la fiche.", "il n'y a pas de fiche"),
    ("Je tape l'adresse moi-même : ameli.fr.", "mot " * 30, "25 mots au plus"),
    ("slower =", "plus_lent =", "champ inconnu : plus_lent"),
)
