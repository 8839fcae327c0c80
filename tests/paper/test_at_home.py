"""The course at home: an address that whoever teaches has set leads there from sheets and from the end of a chapter."""

import pytest
from bs4 import BeautifulSoup
from pypdf import PdfReader

from practice.chapter import read_chapter
from practice.course.outline.lessons import lessons
from practice.doors.sheets.exercise_sheets import short_card
from practice.doors.voila import assets
from practice.doors.voila.chapters import open_calls
from practice.doors.voila.page import draw_chapter
from practice.loading.faults import DataError
from tests.support import SITE, edition
from tests.support.papers import one_line, words

ADDRESS = "https://cours.example/ameli"
SIGN_IN = "06_se_connecter"
FULL = "juger_des_adresses"  #: its sixteen steps fill the card; its detailed sheet leads home


@pytest.fixture
def hosted(tmp_path):
    """Return the course of a trainer who has put it at a host."""
    return edition(tmp_path, {"at_home.toml": f'address = "{ADDRESS}/"'})


def page_of(site):
    chapter = read_chapter(site.notebooks / f"{SIGN_IN}.ipynb", site.offers)
    shown = open_calls(chapter.calls, site, chapter.name)
    html = draw_chapter(chapter, shown, site, site.notebooks, assets.around(site, "/", "1", site, ()))
    return BeautifulSoup(html, "lxml")


def test_the_last_step_of_a_chapter_leads_to_the_same_chapter_at_home_if_the_address_is_set(hosted):
    page = page_of(hosted)
    [told] = page.select("aside:has(> h2)")
    assert told.find_parent("section")["id"] == page.select(".page-step")[-1]["id"]
    assert "tapez cette adresse" in told.get_text()
    assert told.strong.get_text() == "cours.example/ameli"
    assert told.svg.find_parent()["aria-hidden"] == "true"
    assert page_of(SITE).select("aside:has(> h2)") == []


def test_what_is_photographed_names_the_chapter_the_edition_and_a_place_that_the_page_has(hosted):
    address = hosted.at_home.of(SIGN_IN, "2021", "se-connecter")
    assert address == f"{ADDRESS}/?chapitre={SIGN_IN}&edition=2021#se-connecter"
    assert page_of(SITE).find(id="se-connecter")


def test_the_short_card_of_every_exercise_is_one_page_with_all_its_steps_and_leads_home(hosted, tmp_path):
    cards = [(exercise, lesson.chapter) for lesson in lessons(hosted) for exercise in lesson.exercises]
    assert [exercise.id for exercise, _ in cards] == list(hosted.exercises)
    assert len(cards) > 80
    for exercise, chapter in cards:
        short_card(hosted, exercise, chapter).output(str(tmp_path / "card.pdf"))
        pages = PdfReader(tmp_path / "card.pdf").pages
        assert len(pages) == 1, exercise.id
        told = words(pages)
        for said in (exercise.title, exercise.task, exercise.well_done, *(step.instruction for step in exercise.steps)):
            assert one_line(said) in told, exercise.id
        assert ("cours.example/ameli" in told) is (exercise.id != FULL), exercise.id


def test_no_card_speaks_of_home_where_no_address_is_set(tmp_path):
    exercise, chapter = next((one.exercises[0], one.chapter) for one in lessons(SITE) if one.exercises)
    short_card(SITE, exercise, chapter).output(str(tmp_path / "card.pdf"))
    assert "Chez vous" not in PdfReader(tmp_path / "card.pdf").pages[0].extract_text()


@pytest.mark.parametrize("wrong", ["cours.example", "file:///C:/cours", "https://cours.example/?a=1"])
def test_what_is_no_address_is_refused_in_french(tmp_path, wrong):
    site = edition(tmp_path, {"at_home.toml": f'address = "{wrong}"'})
    with pytest.raises(DataError, match="n'est pas une adresse comme"):
        _ = site.at_home
