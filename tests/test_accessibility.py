"""What every drawing owes to a screen reader and a keyboard, in every state. See tests/browser for the rest.

axe looks at each shape once (tests/browser/test_every_state.py); what its rules ask of words and of order is asked here
of every drawing.
"""

import re
from collections import Counter
from itertools import pairwise
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

import atelier_ameli
from practice.forms import parts
from practice.forms.fields import Form, TextField
from tests.gallery import NAMES, actions_of, drawing_of
from tests.journeys import STATES
from tests.support import SITE, with_each
from tests.support.drawings.read import FIELDS, PERHAPS, PLACES, Drawing

PACKAGES = Path(atelier_ameli.__file__).parents[1]
SMALLEST_CONTRAST = 4.5
#: attributes that have 1Password, LastPass, Bitwarden and Dashlane leave a field alone
IGNORED_BY_MANAGERS = ("data-1p-ignore", "data-lpignore", "data-bwignore", "data-form-type", "data-secret")
#: attributes that hold the ids of other elements
REFERENCES = ("aria-activedescendant", "aria-controls", "aria-describedby", "aria-details", "aria-errormessage")
REFERENCES += ("aria-flowto", "aria-labelledby", "aria-owns", "for", "headers", "list")
USED = {"button", "label", "legend", "select", "textarea", "summary", "svg"}  #: what one comes to by itself
#: elements and roles that are called by their words
NAMED = {"button", "a", "summary", *FIELDS, "h1", "h2", "h3", "h4", "h5", "h6", "th", "caption", "legend"}
NAMELESS = {"group", "search", "presentation", "none"}
#: practice/static/screen_buttons.css says what each is for
LOOKS = {"main", "second", "quiet", "row", "pick", "tab"}
#: what no drawing has: the rules of axe about it depend on words
ABSENT = {"img", "area", "iframe", "frame", "object", "embed", "video", "audio"}


# ---- Each check yields what is wrong with a drawing


def every_field_has_one_label(drawing):
    yield from (field for field in drawing.all(*FIELDS) if len(drawing.labels_of(field)) != 1)


def every_id_is_there_once(drawing):
    ids = Counter(node.get("id") for node in drawing.nodes if node.get("id"))
    yield from (name for name, count in ids.items() if count > 1)


def every_reference_leads_somewhere(drawing):
    for node in drawing.nodes:
        for attribute in REFERENCES:
            for target in node.get(attribute, "").split():
                if target not in drawing.by_id:
                    yield node.tag, attribute, target
        if node.tag == "a" and node.get("href", "").startswith("#") and node.get("href")[1:] not in drawing.by_id:
            yield node


def what_has_a_name_has_words_for_it(drawing):
    for node in drawing.nodes:
        called = node.get("role") not in NAMELESS if node.get("role") else node.tag in NAMED
        if called and not drawing.name(node):
            yield node


def every_button_says_what_it_does(drawing):
    for button in drawing.all("button"):
        says = button.text_content().strip()
        if not says or button.get("type") not in ("button", "submit") or not button.get("id"):
            yield button


def every_button_has_one_of_the_declared_looks(drawing):
    for button in drawing.all("button"):
        if len(LOOKS & set(button.get("class", "").split())) != 1:
            yield button


def headings_go_down_one_step_at_a_time(drawing):
    levels = [int(node.get("aria-level", node.tag[1])) for node in drawing.all("h1", "h2", "h3", "h4", "h5", "h6")]
    if not levels or min(levels) != 3 or any(after > before + 1 for before, after in pairwise([3, *levels])):
        yield levels


def places_of_one_kind_have_names_of_their_own(drawing):
    kinds = {*PLACES.values(), *PERHAPS.values(), "search"}
    places = [(drawing.place(node), drawing.name_given(node)) for node in drawing.nodes]
    yield from (place for place, count in Counter(places).items() if count > 1 and place[0] in kinds)


def an_error_is_said_in_words_at_its_field_and_in_the_summary(drawing):
    links = {link.get("href") for link in drawing.all("a")}
    for field in [node for node in drawing.nodes if node.get("aria-invalid") == "true"]:
        error = f"{field.get('id')}-error"
        tied = error in field.get("aria-describedby", "").split() and error in drawing.by_id
        if not tied or f"#{field.get('id')}" not in links or not drawing.by_id[error].text_content().strip():
            yield field


def french_punctuation_keeps_its_spaces(drawing):
    text = "".join(drawing.nodes[0].xpath("//text()[not(parent::style)]"))
    yield from re.findall(r".{12} [:;?!»]|« .{12}", re.sub(r"Caractères autorisés.*", "", text))
    yield from re.findall(r"\d (?:[€%]|[KM]o\b|h\b|\d{3}[ \xa0\u202f]€).{0,12}|\dh\d?", text)


def no_field_is_one_that_a_browser_offers_to_keep(drawing):
    """Yield fields that a browser would remember, and those of a code or a password that a password manager would.

    A code that serves once is not kept: a browser offers the one that has just come.
    """
    for field in [node for node in drawing.all(*FIELDS) if node.get("type") not in ("checkbox", "radio", "file")]:
        secret = re.search(r"\bcode\b(?! postal)|mot de passe", drawing.name(field), re.IGNORECASE)
        ignored = all(one in field.attrib for one in IGNORED_BY_MANAGERS)
        typed = field.tag != "input" or field.get("type") == "text"
        if field.get("autocomplete") not in ("off", "one-time-code") or not typed or (secret and not ignored):
            yield field


def a_group_that_takes_the_focus_is_read_whole(drawing):
    """Of a group that takes the focus, a screen reader says the name and the description: find what else it has."""
    for group in drawing.nodes:
        if group.get("role") == "group" and group.get("tabindex") == "-1":
            given = " ".join(group.get(f"aria-{name}", "") for name in ("labelledby", "describedby")).split()
            for text in filter(str.strip, group.xpath(".//text()")):
                holder = text.getparent().getparent() if text.is_tail else text.getparent()
                around = [node for node in (holder, *holder.iterancestors()) if group in node.iterancestors()]
                if not any(node.tag in USED or node.get("aria-hidden") or node.get("id") in given for node in around):
                    yield group.get("id"), text.strip()


def every_form_has_a_name(drawing):
    yield from (form for form in drawing.all("form") if not drawing.name_given(form))


def nothing_is_there_that_axe_should_compare_with_words(drawing):
    for node in drawing.nodes:
        if node.tag in ABSENT or {"accesskey", "summary"} & {*node.attrib} or node.get("type") == "image":
            yield node


CHECKS = (
    no_field_is_one_that_a_browser_offers_to_keep,
    every_field_has_one_label,
    every_id_is_there_once,
    every_reference_leads_somewhere,
    what_has_a_name_has_words_for_it,
    every_button_says_what_it_does,
    every_button_has_one_of_the_declared_looks,
    headings_go_down_one_step_at_a_time,
    places_of_one_kind_have_names_of_their_own,
    an_error_is_said_in_words_at_its_field_and_in_the_summary,
    french_punctuation_keeps_its_spaces,
    a_group_that_takes_the_focus_is_read_whole,
    every_form_has_a_name,
    nothing_is_there_that_axe_should_compare_with_words,
)
#: check -> a drawing in which it must find something
BAD = {
    no_field_is_one_that_a_browser_offers_to_keep: '<label for="a">Mon code</label><input id="a" autocomplete="off">',
    every_field_has_one_label: '<label for="a">Un</label><label for="a">Deux</label><input id="a">',
    every_id_is_there_once: '<p id="a"></p><p id="a"></p>',
    every_reference_leads_somewhere: '<p aria-describedby="b"></p>',
    what_has_a_name_has_words_for_it: "<details><summary> </summary></details>",
    every_button_says_what_it_does: '<button type="button">Oui</button>',
    every_button_has_one_of_the_declared_looks: '<button class="link">Oui</button>',
    headings_go_down_one_step_at_a_time: "<h3>Un</h3><h5>Deux</h5>",
    places_of_one_kind_have_names_of_their_own: "<nav></nav><nav></nav>",
    an_error_is_said_in_words_at_its_field_and_in_the_summary: '<input id="a" aria-invalid="true">',
    french_punctuation_keeps_its_spaces: "<p>Et maintenant, pourquoi ?</p>",
    a_group_that_takes_the_focus_is_read_whole: '<p id="a" role="group" tabindex="-1" aria-label="Un"><b>Deux</b></p>',
    every_form_has_a_name: '<form id="a"></form>',
    nothing_is_there_that_axe_should_compare_with_words: '<img alt="">',
}


def wrong_with(html):
    drawing = Drawing(html)
    return [f"{check.__name__}: {str(it)[:200]}" for check in CHECKS for it in check(drawing)]


def test_all_that_a_drawing_owes_to_a_screen_reader_and_a_keyboard():
    with_each(NAMES, owes_nothing)


def owes_nothing(name: str) -> None:
    wrong = wrong_with(drawing_of(name))
    if name in STATES:
        drawn = set(re.findall(r'data-(?:action|live)="(\w+)"', drawing_of(name)))
        wrong += [f"no action is drawn that the screen does not know: {it}" for it in drawn - actions_of(name)]
        wrong += [] if drawn else ["no action is drawn"]
    assert not wrong, "\n".join(wrong)


def test_a_field_cannot_be_called_like_a_part_of_the_page_around_it():
    around = [f"practice/{folder}/*.html" for folder in ("pages", "phone", "browser", "mail")]
    assert static_ids(*around, "practice/forms/fields.html") <= parts.AROUND
    assert static_ids("*/procedures/request.html") <= parts.AROUND | parts.OF_A_REQUEST
    for name in (*parts.AROUND, "data", "validate"):
        with pytest.raises(ValueError, match=f"« {name} » est déjà une partie de l'écran"):
            type("AForm", (Form,), {name: TextField("Une question", empty="")})


def static_ids(*patterns: str) -> set[str]:
    """Return the ends of the ids of some templates: those that could be the name of a field."""
    found = (file.read_text(encoding="utf-8") for pattern in patterns for file in PACKAGES.glob(pattern))
    return {name for face in found for name in re.findall(r'id="\{\{ key \}\}-([a-z_]+)"', face)}


@pytest.mark.parametrize("check", CHECKS)
def test_each_check_finds_what_it_looks_for(check):
    assert list(check(Drawing(BAD[check])))


def test_a_still_is_disabled_and_says_that_it_is_a_still():
    still = BeautifulSoup(SITE.draw("still.html", drawing=drawing_of("sign in")), "html.parser")
    assert still.find("fieldset").has_attr("disabled")
    assert "Image fixe" in still.find("legend").get_text()


def test_no_colour_stands_outside_the_tokens():
    faces = [*PACKAGES.glob("**/*.html"), *PACKAGES.glob("**/screen*.css")]
    assert len(faces) > 100
    for file in faces:
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
    css = (PACKAGES / "practice" / "static" / "tokens.css").read_text(encoding="utf-8")
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
