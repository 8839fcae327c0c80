"""Where a text of a paper breaks into lines: where fpdf2 breaks it, which measures each line anew with each letter."""

import random

import pytest

from practice.doors.sheets.handout import Handout
from practice.papers import tagged
from tests.support import SITE

WORDS = (
    *("à", "la", "carte", "Vitale", "l'aide", "26,50 €", "« oui »", "remboursement", "WWW", "iii", "1 000 Ko"),
    *("", "-", "réponse ?", "quelqu'un", "e-mail", "(voir", "plus", "bas)", "anticonstitutionnellement"),
)
RARE = ("{nb}", "\n", "re\u00adm\u00adbour\u00adse\u00adment", "\f", "W" * 90, " ")
WIDE = "M" * 12


def texts(seed):
    """Return texts of any words: plain ones, and some with one kind of what is left to fpdf2."""
    chance = random.Random(seed)
    plain = [" ".join(chance.choices(WORDS, k=chance.randrange(40))) for _ in range(40)]
    rare = [" ".join(chance.choices((*WORDS, one), weights=[*[1] * len(WORDS), 9], k=20)) for one in RARE * 3]
    return [*plain, *rare, "", " ", "\r", "a " * 200]


def sheet():
    return Handout("Essai", "Essai", SITE.title, SITE.edition.now)


def written(seed):
    """Return the bytes of a paper that has such texts, in lines of any width."""
    paper, chance = sheet(), random.Random(seed)
    for text in texts(seed):
        paper.paragraph(
            text, size=chance.choice((11, 14, 26)), style=chance.choice(("", "B")), indent=chance.choice((0, 90))
        )
        paper.framed(chance.choice(WORDS) or "Oui", text)
    return bytes(paper.output())


@pytest.mark.parametrize("seed", range(3))
def test_a_paper_is_to_the_byte_what_fpdf2_makes_of_it(seed, monkeypatch):
    ours = written(seed)
    monkeypatch.setattr(tagged, "lines_of", lambda *_: None)
    assert ours == written(seed)


@pytest.mark.parametrize("seed", range(3))
def test_a_text_takes_the_lines_that_fpdf2_would_give_it_whatever_the_width(seed):
    paper, chance = sheet(), random.Random(seed)
    plain = 0
    for text in texts(seed):
        for style in ("", "B"):
            paper.write_in(style, 14)
            width = chance.uniform(50, 170)
            lines = paper.multi_cell(width, text=text, align="L", dry_run=True, output="LINES")
            plain += paper._lines(text, width) is not None
            assert lines == (paper.broken(text, width) or [""]), text
    assert plain > 40, "nearly all is left to fpdf2"


@pytest.mark.parametrize("spaces", [" ", "  ", "   "])
def test_a_line_that_would_begin_with_a_space_is_the_one_of_fpdf2(spaces):
    paper = sheet()
    paper.write_in("", 14)
    width = paper.get_string_width(WIDE) + 0.1
    text = f"{WIDE}{spaces}{WIDE} oui"
    assert paper.broken(text, width) == paper.multi_cell(width, text=text, align="L", dry_run=True, output="LINES")


def test_a_line_is_full_before_the_next_one_begins():
    paper = sheet()
    paper.write_in("", 14)
    lines = paper.broken("un mot " * 60, 100)
    assert len(lines) > 3
    for line in lines[:-1]:
        assert paper.get_string_width(line) <= 100 < paper.get_string_width(f"{line} un mot")
