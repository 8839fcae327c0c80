"""The first use of a hard word in a chapter is marked, with its explanation; nothing else of the text changes."""

from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from nbconvert.filters.markdown_mistune import markdown2html_mistune

import atelier_ameli
from atelier_ameli.site import NOTEBOOKS, Site
from practice.chapter import read_chapter
from practice.course.words.glossary import Word
from practice.course.words.inline_glossary import FirstUses, on_a_slide

CHAPTERS = sorted(NOTEBOOKS.glob("*.ipynb"))
GLOSSARY = Site.load().glossary
mark = FirstUses(GLOSSARY)
mark_slide = FirstUses(GLOSSARY, on_a_slide)
CALM = 8  #: marks in a chapter


def marks(html: str) -> list[str]:
    return [word.get_text() for word in BeautifulSoup(html, "html.parser").select(".page-term")]


def texts(chapter: Path) -> list[str]:
    """Return a chapter's prose as its page has it, marked from its beginning to its end."""
    marked, met = [], ()
    for source in read_chapter(chapter, atelier_ameli).texts:
        text = mark(markdown2html_mistune(source), met)
        marked.append(text.html)
        met = text.met
    return marked


def test_only_the_first_use_is_marked_in_one_text_and_in_the_next():
    first = mark("<p>Un RIB, puis un autre RIB.</p>")
    assert marks(first.html) == ["RIB"]
    assert mark("<p>Encore un RIB et un IBAN.</p>", first.met).met == {"RIB", "IBAN"}
    assert marks(mark("<p>Encore un RIB et un IBAN.</p>", first.met).html) == ["IBAN"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Ses démarches", "démarches"),
        ("Démarche faite", "Démarche"),
        ("deux ayants\u00a0droit", "ayants\u00a0droit"),
        ("une indemnité journalière", "indemnité journalière"),
        ("deux cartes Vitale", "cartes Vitale"),
        ("les noms d’usage", "noms d’usage"),
        ("l'IBAN", "IBAN"),
        ("la caisse", "caisse"),
        ("le tiers payant", "tiers payant"),
        ("la Complémentaire santé solidaire", "Complémentaire santé solidaire"),
        ("la CMU-C", "CMU-C"),
    ],
)
def test_a_word_is_found_as_french_writes_it_and_the_longest_wins(text, found):
    assert marks(mark(f"<p>{text}.</p>").html) == [found]


def test_a_longer_word_that_was_met_is_not_taken_for_the_shorter_one_in_it():
    text = mark("<p>La Complémentaire santé solidaire. La Complémentaire santé solidaire, et la complémentaire.</p>")
    assert marks(text.html) == ["Complémentaire santé solidaire", "complémentaire"]


@pytest.mark.parametrize(
    "text",
    ["un rib", "Rib", "RIBS", "mon_RIB", "RIB.pdf", "un doc", "l'encaissement", "msa@courriel.example", "sous-caisse"],
)
def test_what_is_not_the_word_is_left_alone(text):
    assert mark(f"<p>{text}</p>").html == f"<p>{text}</p>"


@pytest.mark.parametrize("where", ["a", "button", "code", "pre", "h1", "h2", "h3", "summary", "dfn", "blockquote"])
def test_a_link_a_title_a_button_code_and_what_others_wrote_stay_as_they_are(where):
    html = f"<div><{where}>Mon <em>RIB</em> &amp; moi</{where}></div>"
    assert mark(html).html == html


def test_what_was_escaped_stays_escaped_and_other_markup_is_the_same():
    html = '<p class="x">Un RIB &lt;b&gt;&amp;lt; <a href="?a=1&amp;b=2">ici</a>\u00a0: « 1 &lt; 2 »<br/></p>'
    page = BeautifulSoup(mark(html).html, "html.parser")
    page.find(id="mot-rib").decompose()
    page.select_one(".page-term").unwrap()
    assert str(page) == html


def test_a_text_that_is_marked_is_not_marked_again():
    once = mark("<p>Un RIB, une démarche, un RIB, une démarche.</p>")
    assert mark(once.html) == once


def test_the_explanation_stands_after_the_paragraph_or_at_the_end_of_the_line_of_a_list():
    page = BeautifulSoup(
        mark("<p>Un <strong>RIB</strong>, un IBAN.</p><ul><li>un SMS, ici\n<ul><li>un PDF</li></ul></li></ul>").html,
        "html.parser",
    )
    places = {node["id"]: node for node in page.select(".page-meaning")}
    assert list(places) == ["mot-rib", "mot-iban", "mot-sms", "mot-pdf"]
    assert places["mot-rib"].find_previous_sibling().get_text() == "Un RIB, un IBAN."
    assert places["mot-sms"].parent.name == "li"
    assert places["mot-sms"].find_next_sibling().name == "ul"
    assert all(node.has_attr("hidden") for node in places.values())


def test_an_explanation_begins_with_the_word_that_the_text_has():
    page = BeautifulSoup(mark("<p>La Caisse, les démarches.</p>").html, "html.parser")
    assert [node.get_text() for node in page.select(".page-meaning strong")] == ["caisse\u00a0:", "démarche\u00a0:"]


def test_on_a_slide_the_word_is_marked_and_the_explanation_is_for_the_speaker():
    text = mark_slide("<p>Un RIB.</p>")
    page = BeautifulSoup(text.html, "html.parser")
    assert page.find("dfn").get_text() == "RIB"
    assert page.select_one("aside.notes").get_text().startswith("RIB\u00a0: Un papier de votre banque.")
    assert not page.select(".page-term")
    assert mark_slide(text.html) == text


def test_two_sites_explain_their_own_words():
    other = FirstUses({"guichet": Word("guichet", "Là où l'on vous reçoit.")})
    assert marks(other("<p>Un RIB au guichet.</p>").html) == ["guichet"]
    assert marks(mark("<p>Un RIB au guichet.</p>").html) == ["RIB"]


@pytest.mark.parametrize("chapter", CHAPTERS, ids=lambda chapter: chapter.stem)
def test_each_marked_word_of_a_chapter_has_its_explanation_and_the_page_stays_calm(chapter):
    page = BeautifulSoup("".join(texts(chapter)), "html.parser")
    used = page.select(".page-term")
    assert len(used) <= CALM
    explained = {way for word in GLOSSARY.values() for way in (word.term, *word.also)}
    for word in used:
        (meaning,) = page.find_all(id=word["aria-controls"])
        assert meaning.get_text().replace("\u00a0", " ").split(" : ", 1)[0] in explained
    assert len({word["aria-controls"] for word in used}) == len(used)
