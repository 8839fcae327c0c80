"""The course without a server in the engines of Firefox and Safari, from the same files."""

import re

import pytest

from tests.support.chapter_page import CODE, NUMBER
from tests.support.engines.hand import Hand

GUIDED = "a-vous-entrez-dans-le-compte-de-jessica"
CHAPTER = "06_se_connecter"
pytestmark = pytest.mark.parametrize("opened", ["firefox", "webkit"], indirect=True, scope="session")


@pytest.fixture
def hand(opened):
    yield Hand(opened)
    assert [fault for fault in opened.faults() if not re.match("file:|blob:", fault)] == []
    opened.go("about:blank")  # the Python of the page ends


def test_an_exercise_is_done_kept_and_told_on_the_home_page_and_the_next_chapter_opens(hand, address):
    hand.open(address(CHAPTER, GUIDED))
    hand.type(NUMBER, "2820295000199")
    hand.type(CODE, "48151623")
    hand.click("button", "Me connecter")
    hand.sees("text", "✓ Réussi, guidé !…")
    hand.click("link", "Atelier « Mon compte ameli »")
    hand.sees("text", "1 exercice…")
    hand.go(address())  # loaded again
    assert '"guided"' in hand.engine.run("() => Object.values(localStorage)")
    hand.click("link", "Retrouver son code")
    hand.sees("heading", "7. Retrouver son code")


def test_on_live_slides_a_code_is_refused_and_a_space_or_an_arrow_that_is_typed_does_not_turn_the_slide(hand, slides):
    hand.go(slides.as_uri())
    hand.sees("heading", "6. Se connecter")
    hand.engine.press("End")
    hand.sees("heading", "À retenir")
    hand.engine.press("PageUp")
    hand.wait("() => Boolean(document.querySelector('.present .present [data-state=ready]'))")
    for field, typed in enumerate(("2820295 000199", "00000000")):
        hand.engine.run("(field) => document.querySelectorAll('.present .present input')[field].focus()", field)
        hand.engine.type(typed)
        hand.engine.press("ArrowLeft")
    hand.engine.press("Enter")
    hand.sees("group", "Lisez ceci, puis recommencez…")
    hand.engine.press("PageDown")
    hand.sees("heading", "À retenir")
