"""The papers as a screen reader meets them: headings, lists and tables in a structure tree, and no word outside."""

import re

import pytest
from PIL import Image

from atelier_ameli import documents
from practice.course.exercises.walkthrough import walkthrough
from practice.course.outline.lessons import lessons
from practice.doors.sheets.exercise_sheets import detailed_sheet
from practice.doors.sheets.handout import Handout
from practice.doors.sheets.kit_sheets import kit_sheets
from practice.doors.sheets.pictures import Picture
from tests.support import SITE
from tests.support.papers import elements, every_paper, read, unmarked, world_of


def test_every_word_of_a_paper_is_in_its_tree_or_is_read_on_another_page():
    for pdf in every_paper():
        assert unmarked(pdf) == []
        assert pdf.trailer["/Root"]["/MarkInfo"]["/Marked"]
        assert pdf.trailer["/Root"]["/Lang"] == "fr-FR"


def test_a_paper_has_one_title_and_its_headings_are_headings():
    for pdf in every_paper():
        kinds = [kind for kind, _ in elements(pdf)]
        assert kinds.count("H1") == 1
        assert kinds.index("H1") < min([at for at, kind in enumerate(kinds) if kind == "H2"], default=99)


def letters(text: str) -> str:
    return re.sub(r"\W", "", text)


def test_what_is_read_out_is_what_is_printed():
    for pdf in every_paper():
        printed = letters("".join(page.extract_text() for page in pdf.pages))
        told = [letters(words) for _, words in elements(pdf)]
        assert all(words in printed for words in told)
        assert sum(map(len, told)) > 0.6 * len(printed)  # the rest: what each page has again, and the numbers of pages


@pytest.fixture(scope="module")
def statement():
    world = world_of("jessica")
    return elements(read(documents.annual_statement(world, world.today.year - 1).content))


def test_specimen_is_heard_first_and_once(statement):
    heard = [words for _, words in statement if "SPECIMEN" in words]
    assert statement[0] == ("P", "SPECIMEN – document d'entraînement, sans valeur")
    assert len(heard) == 1


def test_a_table_is_heard_as_a_table_its_heads_once_though_it_goes_on_on_the_next_page(statement):
    kinds = dict.fromkeys(kind for kind, _ in statement)
    assert {"Table/TR/TH", "Table/TR/TD", "L/LI/Lbl", "L/LI/LBody"} <= kinds.keys()
    assert [words for kind, words in statement if kind == "Table/TR/TH"][:2] == ["Nature", "Montant"]
    months = [words for kind, words in statement if kind == "Table/TR/TD" and words.endswith(" 2020")]
    assert len(months) == 12


def test_the_heads_of_a_table_say_what_they_are_the_heads_of():
    grid = next(sheet for _, name, sheet in kit_sheets(SITE) if name == "votre_avis")
    pdf = read(grid.output())
    table = next(one for one in _all(pdf.trailer["/Root"]["/StructTreeRoot"]) if one.get("/S") == "/Table")
    scopes = [cell.get_object().get("/A", {}).get("/Scope") for row in table["/K"] for cell in row.get_object()["/K"]]
    assert scopes[:8] == ["/Column"] * 4 + ["/Row", None, None, None]


def test_a_picture_has_words_for_whoever_does_not_see_it_and_says_where_it_is():
    lesson = lessons(SITE)[9]
    exercise = lesson.exercises[0]
    frames = walkthrough(SITE, exercise)
    seen = {frame.key: Picture(Image.new("RGB", (40, 20))) for frame in frames}
    pdf = read(detailed_sheet(SITE, exercise, lesson.chapter, frames, seen).output())
    figures = [one for one in _all(pdf.trailer["/Root"]["/StructTreeRoot"]) if one.get("/S") == "/Figure"]
    assert len(figures) == sum(not frame.mistake for frame in frames) > 2
    assert figures[0]["/Alt"] == "L'écran, à la consigne 1. L'endroit où agir est entouré."
    assert figures[-1]["/Alt"] == "L'écran, quand l'exercice est fini."
    left, low, right, high = figures[0]["/A"]["/BBox"]
    assert 0 < left < right < 596
    assert 0 < low < high < 843


def test_a_long_text_in_a_table_may_have_any_french_letter():
    paper = Handout("Essai", "Essai", SITE.title, SITE.edition.now)
    paper.grid("Le cœur", ["Oui"], ["Le cœur de sa sœur, à 12,50 €, ÿ compris, " * 4])
    told = [words for kind, words in elements(read(paper.output())) if kind == "Table/TR/TH"]
    assert "cœur de sa sœur" in told[2]
    assert "12,50" in told[2]


def _all(one):
    yield one
    for kid in one.get("/K", ()):
        if not isinstance(kid, int):
            yield from _all(kid.get_object())
