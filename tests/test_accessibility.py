"""What every drawing owes to a screen reader and a keyboard, in every state. See tests/browser for the rest."""

import re
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

import atelier_ameli
from tests.gallery import NAMES, actions_of, drawing_of
from tests.journeys import STATES
from tests.support import SITE

PACKAGE = Path(atelier_ameli.__file__).parent
SMALLEST_CONTRAST = 4.5


@pytest.fixture(scope="module", params=NAMES)
def drawing(request):
    """Read a drawing once for all that is asked of it."""
    return BeautifulSoup(drawing_of(request.param), "html.parser")


def test_every_field_has_a_label_and_every_reference_leads_somewhere(drawing):
    ids = [node["id"] for node in drawing.find_all(id=True)]
    assert len(ids) == len(set(ids))
    for control in drawing.find_all(["input", "select", "textarea"]):
        assert drawing.find("label", attrs={"for": control["id"]}) or control.find_parent("label")
    for node in drawing.find_all(True):
        for attribute in ("aria-describedby", "aria-labelledby", "for"):
            value = node.get(attribute, "")
            for target in value.split():
                assert target in ids, (node.name, attribute, target)
    for link in drawing.find_all("a", href=re.compile("^#")):
        assert link["href"][1:] in ids


def test_every_button_says_what_it_does(drawing):
    for button in drawing.find_all("button"):
        assert button.get_text(strip=True)
        assert button["type"] in ("button", "submit")
        assert button.get("id")


def test_headings_go_down_one_step_at_a_time(drawing):
    levels = [int(node.name[1]) for node in drawing.find_all(re.compile("^h[1-6]$"))]
    assert levels
    assert min(levels) == 3
    previous = levels[0] if levels[0] == 3 else 3
    for level in levels:
        assert level <= previous + 1
        previous = level


def test_an_error_is_said_in_words_at_its_field_and_in_the_summary(drawing):
    for control in drawing.find_all(attrs={"aria-invalid": "true"}):
        error = drawing.find(id=f"{control['id']}-error")
        assert error["id"] in control["aria-describedby"].split()
        assert drawing.find("a", href=f"#{control['id']}")


@pytest.mark.parametrize("state", STATES)
def test_every_action_drawn_is_one_that_the_screen_knows(state):
    drawn = set(re.findall(r'data-(?:action|live)="(\w+)"', drawing_of(state)))
    assert drawn
    assert drawn <= actions_of(state)


def test_french_punctuation_keeps_its_spaces(drawing):
    text = "".join(part for part in drawing.find_all(string=True) if part.parent.name != "style")
    assert not re.findall(r".{12} [:;?!»]|« .{12}", re.sub(r"Signes permis.*", "", text))


def test_a_still_is_disabled_and_says_that_it_is_a_still():
    still = BeautifulSoup(SITE.draw("still.html", drawing=drawing_of("sign in")), "html.parser")
    assert still.find("fieldset").has_attr("disabled")
    assert "Image fixe" in still.find("legend").get_text()


def test_no_colour_stands_outside_the_tokens():
    for file in [
        *PACKAGE.glob("static/screen*.css"),
        *PACKAGE.glob("screens/*.html"),
        *PACKAGE.glob("components/*.html"),
    ]:
        assert not re.findall(r"#[0-9a-f]{3,8}\b(?=[\s;])|rgba?\(|hsl", file.read_text(encoding="utf-8")), file


@pytest.mark.parametrize("theme", [":root {", ':root[data-contrast="high"] {'])
@pytest.mark.parametrize(
    ("ink", "paper"),
    [
        ("ink", "paper"),
        ("ink", "desk"),
        ("ink", "card"),
        ("ink", "mail"),
        ("ink", "error-pale"),
        ("soft", "paper"),
        ("soft", "card"),
        ("soft", "mail"),
        ("soft", "desk"),
        ("link", "paper"),
        ("link", "error-pale"),
        ("link", "main-pale"),
        ("main-dark", "main-pale"),
        ("paper", "main"),
        ("paper", "link"),
        ("error", "paper"),
        ("success", "paper"),
        ("band-ink", "band"),
    ],
)
def test_text_stands_out_from_its_ground(theme, ink, paper):
    colours = tokens(":root {") | tokens(theme)
    assert contrast(colours[ink], colours[paper]) >= SMALLEST_CONTRAST


def tokens(theme: str) -> dict[str, str]:
    css = (PACKAGE / "static" / "tokens.css").read_text(encoding="utf-8")
    block = css[css.index(theme) :].split("}")[0]
    return dict(re.findall(r"--a-([\w-]+): (#[0-9a-f]{6})", block))


def contrast(one: str, other: str) -> float:
    """Return the WCAG contrast ratio of two colours."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
