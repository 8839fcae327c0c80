"""What a visitor of the project reads first: its links lead somewhere, its commands exist, its picture is of today."""

import importlib.util
import re
import tomllib
from urllib.parse import unquote

import pytest
import yaml
from PIL import Image

from practice.doors.launch.command_line import parse
from tests.support import ROOT

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
PAGES = [*sorted(ROOT.glob("*.md")), *sorted((ROOT / "docs").glob("*.md")), *sorted((ROOT / "deploy").rglob("*.md"))]
README = (ROOT / "README.md").read_text(encoding="utf-8")
LINK = re.compile(r"\]\(([^)\s]+)\)|(?:src|srcset|href)=\"([^\"]+)\"")
COMMAND = re.compile(r"python3? atelier\.py((?: [\w./:<>-]+)*)")
MOST = 1_000_000  #: bytes of the moving picture
LONGEST = 5000  #: milliseconds that it may move (WCAG 2.2.2)


def read(told):
    """Read a command as the launcher does. One that is not known ends the program."""
    return parse("python3 atelier.py", "", "", told.split())


def anchors(text):
    """Return what a forge calls the titles of a page."""
    titles = re.findall(r"^#+ (.*)$", re.sub(r"```.*?```", "", text, flags=re.DOTALL), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-") for title in titles}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_each_link_leads_to_a_file_or_a_title_that_is_there(page):
    text = page.read_text(encoding="utf-8")
    for found in LINK.findall(text):
        file, _, place = unquote("".join(found)).partition("#")
        if re.match(r"https?:|mailto:", file):
            continue
        there = (page.parent / file) if file else page
        assert there.exists(), file
        assert not place or place in anchors(there.read_text(encoding="utf-8")), place


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_each_command_that_is_told_exists(page):
    for told in COMMAND.findall(page.read_text(encoding="utf-8")):
        if "--help" not in told:
            read(told)


def test_a_command_that_does_not_exist_is_seen():
    with pytest.raises(SystemExit):
        read("imprimer")


def test_the_first_screen_says_what_it_is_for_whom_and_shows_it_moving():
    first = README.split("\n## ")[0]
    assert "docs/visite.webp" in first
    assert "prefers-reduced-motion: reduce" in first
    assert "**Pour qui ?**" in first
    assert "In English" in first
    assert len(re.findall(r"^python3 atelier\.py", first, re.MULTILINE)) == 2
    assert first.count("\n") < 30


def test_each_section_can_be_reached_from_the_top():
    top = README.split("\n## ")[1]
    reached = set(re.findall(r"\(#([^)]+)\)", top))
    assert reached <= anchors(README)
    assert {"installer", "animer-un-atelier", "la-salle", "déployer"} <= reached


# ---- The moving picture


@pytest.fixture(scope="module")
def tool():
    spec = importlib.util.spec_from_file_location("make_picture", ROOT / "tools" / "make_picture.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_picture_shows_the_screens_of_today(tool):
    why = "the screens have changed: python tools/make_picture.py"
    assert tool.WORDS.read_text(encoding="utf-8") == tool.words(), why
    assert "ne correspondent pas" in tool.words()


def test_the_picture_is_light_has_a_frame_a_step_and_stands_still_within_five_seconds(tool):
    with Image.open(tool.PICTURE) as picture:
        assert picture.n_frames == len(tool.STEPS)
        assert picture.info["loop"] == 1
        assert picture.size == tool.SIZE
    assert tool.MOMENT * (len(tool.STEPS) - 1) <= LONGEST
    assert tool.PICTURE.stat().st_size < MOST


def test_whoever_does_not_see_the_picture_is_told_each_step():
    alt = re.search(r'visite\.webp"[^>]* alt="([^"]+)"', README)[1]
    for said in ("code faux", "explique l'erreur", "bon code", "réussi"):
        assert said in alt


# ---- What a forge reads


def test_the_citation_names_this_version_and_its_licence():
    cited = yaml.safe_load((ROOT / "CITATION.cff").read_text(encoding="utf-8"))
    assert cited.keys() >= {"cff-version", "message", "title", "authors"}, "what its format asks for"
    assert cited["cff-version"] == "1.2.0"
    assert cited["version"] == PROJECT["version"]
    assert cited["license"] in PROJECT["license"]
    assert re.fullmatch(r"\d{4}-\d\d-\d\d", cited["date-released"])


FORMS = sorted((ROOT / ".github" / "ISSUE_TEMPLATE").glob("[0-9]*.yml"))
#: a part of a form -> what it has to say
ASKED = {
    "markdown": {"value"}, "textarea": {"label"}, "input": {"label"}, "dropdown": {"label", "options"},
    "checkboxes": {"label", "options"},
}  # fmt: skip


@pytest.mark.parametrize("file", FORMS, ids=lambda file: file.stem)
def test_a_form_is_one_that_a_forge_can_draw(file):
    form = yaml.safe_load(file.read_text(encoding="utf-8"))
    assert form.keys() >= {"name", "description", "body"}
    assert form.keys() <= {"name", "description", "title", "labels", "body"}
    parts = form["body"]
    for part in parts:
        assert part.keys() <= {"type", "id", "attributes", "validations"}
        assert part["attributes"].keys() >= ASKED[part["type"]]
        options = part["attributes"].get("options", [])
        said = [option["label"] if isinstance(option, dict) else option for option in options]
        assert all(isinstance(one, str) and one for one in said)
        assert len(set(said)) == len(said)
    asked = [part for part in parts if part["type"] != "markdown"]
    assert len({part["id"] for part in asked}) == len(asked)
    assert any(part.get("validations", {}).get("required") for part in asked)


def test_a_trainer_has_a_form_that_asks_for_nothing_technical():
    trainer = FORMS[0].read_text(encoding="utf-8")
    assert "J'anime des ateliers" in trainer
    assert not re.search(r"Python|navigateur|version|journal|terminal", trainer)


def test_a_fault_of_privacy_is_reported_in_private_and_to_no_address():
    security = (ROOT / "SECURITY.md").read_text(encoding="utf-8")
    assert "Report a vulnerability" in security
    for page in (ROOT / "SECURITY.md", ROOT / "CODE_OF_CONDUCT.md", *FORMS):
        assert not re.search(r"\w@\w", page.read_text(encoding="utf-8")), page.name
