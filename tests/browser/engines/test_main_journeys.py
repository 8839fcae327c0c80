"""The main journeys of the course in each engine: Chromium, Firefox and WebKit."""

import pypdf
import pytest

from practice.doors.slides.page import Slides
from practice.doors.slides.reveal import reveal
from tests.support import ROOT, SITE
from tests.support.chapter_page import CHAPTER, CODE, HOME, LOGIN, NUMBER
from tests.support.engines import NotHereError, firefox, webkit

GUIDED = "a-vous-entrez-dans-le-compte-de-jessica"
#: what test_page.py, path/, slides/ and room/test_page_keeps.py show in Chromium
shown_in_chromium = pytest.mark.parametrize("opened", ["firefox", "webkit"], indirect=True, scope="session")


@shown_in_chromium
def test_the_home_page_leads_to_the_first_chapter(hand, server):
    hand.open(server.address(HOME))
    hand.sees("heading", "Les chapitres")
    hand.click("link", "Commencer : 0. Bienvenue")
    hand.sees("heading", "0. Bienvenue")


@shown_in_chromium
def test_a_chapter_is_walked_on_and_back_and_each_step_has_its_address(hand, server):
    hand.open(server.address(CHAPTER))
    hand.sees("text", "Étape 1 sur …")
    hand.click("link", "Étape suivante …")
    hand.sees("text", "Étape 2 sur …")
    hand.wait("() => document.activeElement.matches('h2') && scrollY === 0 && location.hash.length > 1")
    hand.wait(
        "() => document.title.startsWith(`${document.activeElement.textContent.replace('¶', '')} – 6. Se connecter`)"
    )
    hand.click("link", "Étape précédente")
    hand.sees("text", "Étape 1 sur …")
    hand.open(server.address(CHAPTER, step="etape-3"))
    hand.sees("text", "Étape 3 sur …")


def test_a_wrong_code_is_told_where_the_focus_goes_and_the_right_one_opens_the_account(hand, server):
    hand.open(server.address(CHAPTER, step=LOGIN))
    hand.type(NUMBER, "2820295000199")
    hand.type(CODE, "48151624")
    hand.click("button", "Me connecter")
    hand.is_at("group", "Lisez ceci, puis recommencez")
    hand.type(CODE, "48151623")
    hand.engine.press("Enter")
    hand.is_at("heading", "Accueil de votre compte")


def test_a_number_is_grouped_typed_letter_by_letter_and_copied_from_the_card_and_pasted(hand, server):
    hand.open(server.address(CHAPTER, step=GUIDED))
    hand.type(NUMBER, "28202")
    hand.reads("field", NUMBER, "2 82 02")
    hand.engine.press("Control+a")
    hand.engine.type("95-000 199")
    hand.reads("field", NUMBER, "9 50 00 19 9")
    hand.click("button", "Copier : Numéro de sécurité sociale")
    hand.click("field", NUMBER)
    hand.engine.press("Control+a")
    hand.engine.press("Control+v")
    hand.reads("field", NUMBER, "2 82 02 95 000 199")
    hand.type(CODE, "48151623")
    hand.click("button", "Me connecter")
    hand.sees("text", "✓ Réussi, guidé !…")


def test_an_exercise_goes_on_after_a_reload_and_its_paper_lands_in_the_downloads(hand, server):
    hand.open(server.address("10_telecharger_ses_documents", step="a-vous-de-l-accueil-a-l-attestation"))
    hand.click("button", "Attestation de droits…")
    hand.sees("text", "Consigne 2 sur 2…")
    hand.reload()
    hand.sees("text", "Consigne 2 sur 2…")
    hand.click("button", "Télécharger l'attestation de droits (PDF)")
    hand.sees("text", "✓ Réussi, guidé !…")
    paper = hand.kept_file("attestation_de_droits_santoni_ange.pdf")
    assert "SPECIMEN" in pypdf.PdfReader(paper).pages[0].extract_text()
    hand.open(server.address(HOME))
    hand.sees("text", "1 exercice sur…")


@shown_in_chromium
def test_a_chapter_is_presented_by_the_keys_of_a_remote_control(hand, server):
    hand.open(server.address(CHAPTER).replace(".ipynb", ".ipynb?presenter"))
    hand.sees("text", "1 sur…")
    hand.engine.press("PageDown")
    hand.sees("text", "2 sur…")
    hand.wait("() => Boolean(document.querySelector('.page-here svg'))")
    hand.click("button", "Quitter la présentation")
    hand.sees("text", "Étape 2 sur …")


def test_the_box_that_asks_before_forgetting_opens_and_escape_gives_the_focus_back(hand, server):
    hand.open(server.address(CHAPTER))
    hand.click("button", "Effacer mon travail")
    hand.sees("dialog", "Effacer votre travail ?")
    hand.is_at("button", "Non, garder mon travail")
    hand.engine.press("Tab")
    hand.wait("() => Boolean(document.activeElement.closest('dialog')) || document.activeElement === document.body")
    hand.engine.press("Escape")
    hand.is_at("button", "Effacer mon travail")


@pytest.fixture(scope="session")
def slides(tmp_path_factory):
    """Return the file of the first chapter's slides, drawn once for all engines."""
    file = tmp_path_factory.mktemp("slides") / "slides.html"
    file.write_text(Slides(SITE, reveal()).draw(ROOT / "notebooks" / "00_bienvenue.ipynb"), encoding="utf-8")
    return file


@shown_in_chromium
def test_slides_open_from_a_file_and_turn(hand, slides):
    hand.go(slides.as_uri())
    hand.wait("() => window.Reveal && Reveal.isReady()")
    hand.sees("heading", "0. Bienvenue")
    for _ in range(3):  # what a slide shows bit by bit comes first
        hand.engine.press("ArrowRight")
    hand.wait("() => Reveal.getIndices().h > 0 && Reveal.getCurrentSlide().checkVisibility()")


@shown_in_chromium
def test_a_browser_that_cannot_read_the_scripts_says_that_it_is_too_old(hand, old_page):
    hand.go(old_page)
    hand.sees("alert", "Ce navigateur est trop ancien pour les exercices…")
    hand.engine.faults()  # the console says that a script cannot be read


@pytest.mark.parametrize(
    ("kind", "packages"), [(firefox.Firefox, "firefox-esr"), (webkit.WebKit, "webkit2gtk-driver xvfb")]
)
def test_an_engine_that_is_not_there_is_said_and_how_to_have_it(monkeypatch, tmp_path, kind, packages):
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(NotHereError, match=f"rien n'est essayé dans ce navigateur.*sudo apt install {packages}$"):
        kind(tmp_path)
