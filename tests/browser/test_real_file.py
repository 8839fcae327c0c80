"""A real file chosen or dropped on a screen: refused kindly, and nothing of it leaves the page.."""

import json
import re

import pytest
from playwright.sync_api import Page, expect

from tests.journeys import reach
from tests.support.stage import put_on_stage, tab_to

NAME, CONTENT = "mon-vrai-passeport.jpg", "Numero 12AB34567"
REFUSED = re.compile("Ce fichier vient de votre appareil")
DROP = """([name, content]) => {
  const files = new DataTransfer();
  files.items.add(new File([content], name, { type: "image/jpeg" }));
  const at = document.querySelector(".site h3");
  return ["dragover", "drop"].map((type) =>
    at.dispatchEvent(new DragEvent(type, { dataTransfer: files, bubbles: true, cancelable: true })));
}"""


@pytest.fixture
def stage(page):
    screen = reach("documents to pick")
    return screen, put_on_stage(page, screen)


def choose(page: Page) -> None:
    page.get_by_text("Et mes vrais fichiers").click()
    real = {"name": NAME, "mimeType": "image/jpeg", "buffer": CONTENT.encode()}
    page.get_by_label("Un fichier de votre appareil").set_input_files(real)


def leaves_no_trace(page: Page, screen, received: list[dict]) -> None:
    kept = page.evaluate("JSON.stringify(localStorage)")
    for trace in (NAME, "passeport", CONTENT):
        assert trace not in json.dumps(received) + kept + screen.html


def is_refused(page: Page, screen, received: list[dict]) -> None:
    expect(page.get_by_text(REFUSED).nth(1)).to_be_focused()
    assert received[-1] == {"do": "real_file", "answers": {}, "turn": received[-1]["turn"]}
    leaves_no_trace(page, screen, received)


def test_a_real_file_dropped_or_chosen_is_refused_and_nothing_of_it_is_sent_then_or_afterwards(page, stage):
    screen, received = stage
    let_through = page.evaluate(DROP, [NAME, CONTENT])
    assert let_through == [False, False], "the browser is told not to open it"
    is_refused(page, screen, received)
    page.evaluate("document.activeElement.blur()")
    choose(page)
    is_refused(page, screen, received)
    assert [one["do"] for one in received] == ["resume", "real_file", "real_file"]
    assert page.get_by_label("Un fichier de votre appareil").evaluate("field => field.files.length") == 0
    page.get_by_role("radio", name="photo-identite.jpg").check()
    expect(page.get_by_role("heading", name="Aperçu")).to_be_visible()
    expect(page.get_by_text(REFUSED)).to_have_count(0)
    page.get_by_role("button", name="Continuer").click()
    expect(page.get_by_role("heading", name="La pièce d'identité")).to_be_focused()
    assert received[-1]["answers"] == {"photo": "photo"}
    leaves_no_trace(page, screen, received)


def test_files_are_gone_through_by_the_arrow_keys_each_with_its_preview_until_one_is_right(page, stage):
    tab_to(page, "radio", re.compile("photo-identite"))
    page.keyboard.press("Space")
    expect(page.get_by_role("heading", name=re.compile("photo-identite"))).to_be_visible()
    page.keyboard.press("ArrowDown")
    expect(page.get_by_role("heading", name=re.compile("photo-vacances"))).to_be_visible()
    expect(page.get_by_role("radio", name="photo-vacances.jpg")).to_be_focused()
    expect(page.get_by_text("Un visage de face, dans une très grande image.").last).to_be_visible()
    tab_to(page, "button", "Continuer")
    page.keyboard.press("Enter")
    expect(page.get_by_role("group", name="Une chose est à corriger")).to_be_focused()
    tab_to(page, "link", re.compile("Choisissez"))
    page.keyboard.press("Enter")
    expect(page.get_by_role("radio", name="photo-identite.jpg")).to_be_focused()
    page.keyboard.press("Space")
    expect(page.get_by_role("heading", name=re.compile("photo-identite"))).to_be_visible()
    tab_to(page, "button", "Continuer")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="La pièce d'identité")).to_be_focused()
