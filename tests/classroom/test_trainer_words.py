"""What a trainer reads of the room, on paper and in README: the buttons that it names are on the screens."""

import re

import pytest

from atelier_ameli.site import Site
from tests.support import ROOT

PRACTICE = ROOT / "widgets" / "practice"
FOLDERS = ("classroom", "doors/voila/templates", "course/resume", "course/progress")
SCREENS = " ".join(
    file.read_text(encoding="utf-8")
    for folder in FOLDERS
    for file in sorted((PRACTICE / folder).rglob("*"))
    if file.suffix in (".html", ".j2", ".py")
)
README = (ROOT / "README.md").read_text(encoding="utf-8").partition("## La salle\n")[2].partition("\n## ")[0]


def named(text):
    return re.findall(r"« ?([^»]+?) ?»", text.replace("\xa0", " "))


@pytest.mark.parametrize("year", Site.years())
def test_each_button_that_a_card_names_is_on_a_screen_of_the_room(year):
    steps = [step for one in Site.load(year).kit.classroom for step in one.steps]
    words = [word for step in steps for word in named(step)]
    assert len(words) > 8
    assert [word for word in words if word not in SCREENS] == []


def test_readme_tells_the_room_in_twelve_lines_with_a_picture_and_names_its_buttons():
    assert len(re.findall(r"^\d+\. ", README, re.MULTILINE)) == 12
    assert "](docs/salle.png)" in README
    words = named(README)
    assert len(words) > 5
    assert [word for word in words if word not in SCREENS] == []
