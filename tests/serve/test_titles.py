"""Each page and each step has a title of its own: what a tab, a history and a screen reader call it."""

from collections import Counter

import pytest
from bs4 import BeautifulSoup

from atelier_ameli.site import NOTEBOOKS
from practice.doors.voila.room import Room
from tests.support import SITE

NAMES = sorted(file.stem for file in NOTEBOOKS.glob("*.ipynb"))
ATELIER = SITE.title.replace("\N{NO-BREAK SPACE}", " ")


@pytest.fixture(scope="module")
def pages(course_room: Room) -> dict[str, BeautifulSoup]:
    chapters = course_room.chapters
    drawn = {name: chapters.get(chapters.read(name), SITE).html for name in NAMES}
    return {name: BeautifulSoup(html, "lxml") for name, html in drawn.items()}


def plain(node) -> str:
    return " ".join(node.get_text().replace("¶", "").split())


def test_each_page_is_called_by_its_heading_and_the_course_and_no_two_alike(pages):
    titles = [plain(page.title) for page in pages.values()]
    assert len(set(titles)) == len(titles) == len(NAMES)
    for title, page in zip(titles, pages.values(), strict=True):
        (heading,) = page.find_all("h1")
        assert title in (ATELIER, f"{plain(heading)} – {ATELIER}")


def test_each_step_has_a_title_that_no_other_step_of_the_chapter_has_and_begins_with_its_heading(pages):
    for name, page in pages.items():
        steps = page.select(".page-step")
        titles = [step["data-title"] for step in steps]
        assert [title for title, count in Counter(titles).items() if count > 1 or not title] == [], name
        for step, title in zip(steps[1:], titles[1:], strict=True):
            assert " ".join(title.split()).startswith(plain(step.h2)), name


def test_no_style_stands_in_the_middle_of_a_page(pages):
    assert [name for name, page in pages.items() if page.body.find("style")] == []
