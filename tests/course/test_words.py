"""The hard words: one explanation each, and no abbreviation that nobody explains."""

import re

import nbformat
import pytest
from bs4 import BeautifulSoup

from atelier_ameli import Words, data
from atelier_ameli.site import Site
from practice.course.loading import load_glossary
from tests.gallery import NAMES, drawing_of
from tests.support import SITE, TODAY, with_each
from tests.support.pages import text_of
from tests.support.refusals import refused

ABBREVIATION = re.compile(r"\b(?:M'T|[A-Z]{2,6})\b")
LONGEST_SENTENCE = 18
FOLDER = data.DATA.parent / "notebooks"
CHAPTERS = {file.name: nbformat.read(file, as_version=4) for file in sorted(FOLDER.glob("*.ipynb"))}
#: capitals that are no word: parts of a receipt's number, the country of an IBAN
NO_WORDS = {"DEM", "JAN", "EX", "FR", "SPECIMEN", "OU", "SIMULATION", "EXERCICE"}


def explained():
    """Return the parts of the words that the glossary of an edition explains, whichever."""
    words = [word for year in Site.years() for word in Site.load(year).glossary.values()]
    return {part for word in words for name in (word.term, *word.also) for part in re.split(r"[ -]", name)}


def names():
    """Return the names of people and of FranceConnect's accounts written in capitals, and all capitals of its data."""
    people = {part.upper() for person in SITE.personas.values() for part in re.split(r"[ -]", person.full_name)}
    typed = {word for file in data.DATA.glob("requests/*.toml") for word in _capitals_of_cards(file)}
    accounts = ABBREVIATION.findall(" ".join(one.name for one in TODAY.france_connect.providers))
    return people | typed | set(accounts)


def _capitals_of_cards(file):
    return re.findall(r'value = "[^"]*?\b([A-Z]{2,})\b', file.read_text(encoding="utf-8"))


def named(notebook):
    return {
        term for cell in notebook.cells for term in re.findall(r'"([^"]+)"', cell.source) if "Words(" in cell.source
    }


def test_a_chapter_that_says_what_a_word_is_says_it_as_the_glossary_does():
    meanings = {name.casefold(): word.meaning for word in SITE.glossary.values() for name in (word.term, *word.also)}
    told = [
        (term.casefold(), definition)
        for notebook in CHAPTERS.values()
        for cell in notebook.cells
        for term, definition in re.findall(r"\*\*([^*]+)\*\* est ((?:un|une|le|la|l')[^.]+\.)", cell.source)
    ]
    known = [(term, definition, meanings[term]) for term, definition in told if term in meanings]
    assert len(known) >= 3
    assert [one for one in known if not _plain(one[2]).startswith(_plain(one[1]).rstrip("."))] == []


def _plain(text):
    return " ".join(text.split()).casefold()


@pytest.mark.parametrize("name", CHAPTERS)
def test_a_chapter_explains_its_abbreviations(name):
    prose = "\n".join(cell.source for cell in CHAPTERS[name].cells if cell.cell_type == "markdown")
    found = set(ABBREVIATION.findall(prose)) - NO_WORDS
    told = {part for term in named(CHAPTERS[name]) for part in re.split(r"[ -]", term)}
    assert found <= told or name == "00_accueil.ipynb"


@pytest.mark.parametrize("name", CHAPTERS)
def test_the_words_of_a_chapter_are_words_that_it_uses(name):
    text = "\n".join(cell.source for cell in CHAPTERS[name].cells if "Words(" not in cell.source).casefold()
    for term in named(CHAPTERS[name]):
        ways = (term, term.removesuffix("s") if not term.isupper() else term, *SITE.glossary[term].also)
        end = r"\b" if term.isupper() else ""
        assert any(re.search(rf"\b{re.escape(way.casefold())}{end}", text.replace("\u00a0", " ")) for way in ways), term


def test_no_screen_uses_an_abbreviation_that_nobody_explains():
    known = explained() | names() | NO_WORDS
    with_each(NAMES, lambda name: uses_only(known, name))


def uses_only(known: set[str], name: str) -> None:
    if set(ABBREVIATION.findall(text_of(drawing_of(name)))) <= known:
        return
    page = BeautifulSoup(re.sub(r"<style>.*?</style>", "", drawing_of(name), flags=re.DOTALL), "html.parser")
    for told in page.select(".value, .search-address, .later-letters, code"):
        told.decompose()
    assert set(ABBREVIATION.findall(page.get_text(" "))) <= known


@pytest.mark.parametrize("term", SITE.glossary)
def test_an_explanation_is_short(term):
    meaning = SITE.glossary[term].meaning
    assert meaning.endswith(".")
    for sentence in re.split(r"[.:]\s", meaning):
        assert len(sentence.split()) <= LONGEST_SENTENCE, sentence


def test_words_open_one_by_one_without_a_kernel():
    page = BeautifulSoup(Words("RIB", "IBAN")._repr_html_(), "html.parser")
    assert [summary.get_text() for summary in page.find_all("summary")] == ["RIB", "IBAN"]
    assert "numéro de votre compte" in page.get_text()
    assert len(BeautifulSoup(Words()._repr_html_(), "html.parser").find_all("summary")) == len(SITE.glossary)


def test_a_word_that_nobody_explains_cannot_be_shown():
    with pytest.raises(KeyError):
        Words("XYZ")


test_a_broken_glossary_is_refused_with_file_entry_and_reason = refused(
    "glossary.toml",
    load_glossary,
    ('term = "RIB"', 'term = "CPAM"', "CPAM", "déjà expliqué"),
    ("meaning = ", "sens = ", "meaning"),
    ("[[word]]", "[[mot]]", "fichier", "[[word]]"),
)
