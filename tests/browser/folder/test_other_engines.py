"""The course without a server in the engines of Firefox and Safari, from the same files."""

import re

import pytest

from tests.support.chapter_page import CODE, NUMBER
from tests.support.engines import NotHereError
from tests.support.engines.firefox import Firefox
from tests.support.engines.hand import Hand
from tests.support.engines.webkit import WebKit

GUIDED = "a-vous-entrez-dans-le-compte-de-jessica"
CHAPTER = "06_se_connecter"


@pytest.fixture(params=[Firefox, WebKit], ids=["firefox", "webkit"])
def hand(request, tmp_path):
    try:
        engine = request.param(tmp_path)
    except NotHereError as why:
        pytest.skip(str(why))
    yield Hand(engine)
    engine.close()


def test_an_exercise_is_done_kept_and_told_on_the_home_page_and_the_next_chapter_opens(hand, address):
    hand.open(address(CHAPTER, GUIDED))
    hand.type(NUMBER, "2820295000199")
    hand.type(CODE, "48151623")
    hand.click("button", "Me connecter")
    hand.sees("text", "✓ Réussi, guidé !…")
    hand.click("link", "Atelier « Mon compte ameli »")
    hand.sees("text", "1 exercice…")
    hand.reload()
    hand.sees("text", "1 exercice…")
    hand.click("link", "Retrouver son code")
    hand.sees("heading", "7. Retrouver son code")
    assert [fault for fault in hand.engine.faults() if not re.match("file:|blob:", fault)] == []
