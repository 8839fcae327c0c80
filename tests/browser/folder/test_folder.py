"""The course without a server, opened by a double click: from files alone, with nothing asked of anywhere."""

import os
import re
import shutil

import pypdf
import pytest
from playwright.sync_api import expect

from tests.journeys.access import JESSICA
from tests.support import TODAY
from tests.support.steps import contents, forward
from tests.support.without_server.learner import FREE, LATE, SIGN_IN, YOUR_TURN, alive, bar_of, forget, go, sign_in

REFUSED = "Les exercices ne peuvent pas s'ouvrir ici."
#: what is slow about a slow computer: each look at the clock comes late, and Python waits until it is told to go on
SLOW = """
const now = performance.now.bind(performance), post = Worker.prototype.postMessage;
let late = 0, waits = [];
performance.now = () => now() + (late += 6000);
Worker.prototype.postMessage = function (...said) {
  const go = () => post.apply(this, said);
  if (waits) waits.push(go); else go();
};
window.goOn = () => { waits.forEach((go) => go()); waits = null; };
"""


def test_a_learner_goes_from_the_home_page_through_a_chapter_to_the_next_and_back(at_home, address):
    go(at_home, address())
    expect(at_home.get_by_text("Copie du 9 avril 2021, édition 2021.")).to_be_visible()
    at_home.get_by_role("link", name="Se connecter").first.click()
    expect(at_home).to_have_title(re.compile("^6. Se connecter"))
    assert at_home.url == address(SIGN_IN)
    expect(at_home.get_by_role("main")).to_be_focused()
    forward(at_home).click()
    assert at_home.url == address(SIGN_IN, "les-mots-de-ce-chapitre")
    contents(at_home).get_by_text("Dans ce chapitre").click()
    contents(at_home).get_by_role("link", name="À retenir").click()
    at_home.get_by_role("link", name="Chapitre suivant").first.click()
    expect(at_home).to_have_title(re.compile("^7. "))
    at_home.go_back()
    expect(at_home).to_have_title(re.compile("6. Se connecter"))
    assert at_home.url == address(SIGN_IN, "a-retenir")


def test_a_year_is_chosen_on_the_home_page_or_in_an_address_and_kept_from_chapter_to_chapter(at_home, address):
    go(at_home, address())
    band = at_home.get_by_role("complementary", name="Avertissement")
    at_home.get_by_role("link", name="Le site d'aujourd'hui (2026)").click()
    expect(band).to_contain_text("Ici, le site de 2026.")
    at_home.get_by_role("link", name="Se connecter", exact=True).click()
    expect(band).to_contain_text("Ici, le site de 2026.")
    expect(at_home).to_have_title(re.compile("^6. Se connecter"))
    go(at_home, address(SIGN_IN, FREE, "edition=2026"))
    screen = alive(at_home)
    screen.get_by_role("textbox", name="Mon numéro de sécurité sociale").fill(TODAY.personas["jessica"].nir)
    screen.get_by_role("textbox", name="Mon mot de passe (ou code provisoire)").fill(JESSICA["code"])
    screen.get_by_role("button", name="Me connecter").click()
    expect(screen.get_by_role("button", name="Recevoir un code par e-mail")).to_be_visible()
    kept = at_home.evaluate("Object.keys(localStorage).filter((name) => name.startsWith('atelier:'))")
    assert kept
    assert all(name.startswith("atelier:ameli:2026:") for name in kept)
    at_home.get_by_role("link", name="Atelier « Mon compte ameli »").first.click()
    at_home.get_by_role("link", name="Le site de 2021").click()
    expect(band).to_contain_text("Ici, le site de 2021.")
    expect(at_home.get_by_text("Rien n'est encore noté ici.")).to_be_visible()


def test_a_paper_is_made_and_saved(at_home, address):
    go(at_home, address("00_bienvenue", "par-quoi-commencer"))
    with at_home.expect_download(timeout=LATE) as coming:
        alive(at_home).get_by_role("button", name=re.compile("papier|imprimer", re.IGNORECASE)).click()
    page = pypdf.PdfReader(coming.value.path()).pages[0]
    assert "Cochez une case" in page.extract_text()
    assert all("/FontFile2" in one.get_object()["/FontDescriptor"] for one in page["/Resources"]["/Font"].values())


def test_a_chapter_is_presented_from_the_folder(at_home, address):
    go(at_home, address(SIGN_IN))
    at_home.get_by_role("link", name="Présenter à une salle").click()
    bar = at_home.get_by_role("navigation", name="Présentation")
    expect(bar).to_contain_text("1 sur 16")
    at_home.keyboard.press("PageDown")
    expect(bar).to_contain_text("2 sur 16")
    at_home.evaluate("() => { window.atelierShell.kept = true; }")
    bar.get_by_role("button", name="Quitter la présentation").click()
    expect(bar).to_be_hidden()
    assert at_home.url == address(SIGN_IN, "les-mots-de-ce-chapitre")
    assert at_home.evaluate("() => window.atelierShell.kept"), "Python was not restored again"


def test_the_whole_chapter_is_shown_and_the_link_of_one_opens_it_in_another_tab(at_home, address):
    go(at_home, address(SIGN_IN))
    contents(at_home).get_by_role("button", name="Tout afficher").click()
    assert at_home.url == address(SIGN_IN, "pour-commencer", "tout")
    expect(at_home.locator(".page-step").last).to_be_visible()
    next_chapter = at_home.get_by_role("link", name="Chapitre suivant").last
    with at_home.context.expect_page() as coming:
        next_chapter.click(modifiers=["Control"])
    expect(coming.value).to_have_title(re.compile("^7. "))
    coming.value.close()


def test_without_storage_the_learner_is_told_once_and_the_screens_answer(unkept, address):
    go(unkept, address(SIGN_IN, YOUR_TURN))
    sign_in(alive(unkept), JESSICA["code"])
    expect(bar_of(unkept)).to_contain_text("Réussi")
    expect(unkept.locator("#page-unkept")).to_contain_text("ne peut pas garder votre travail")


def test_on_a_slow_computer_the_chapter_is_read_its_screens_are_said_to_be_coming_and_they_answer(own, address):
    own.add_init_script(SLOW)
    own.goto(address(SIGN_IN, YOUR_TURN))
    expect(own.get_by_role("heading", name="À vous : entrez dans le compte de Jessica")).to_be_visible()
    expect(own.locator("#page-lost")).to_contain_text("Les écrans se préparent…")
    own.evaluate("() => window.goOn()")
    sign_in(alive(own), JESSICA["code"])
    expect(bar_of(own)).to_contain_text("Réussi", timeout=LATE)
    expect(own.locator("#page-lost")).to_be_empty()


def test_a_browser_that_cannot_run_it_says_what_to_do(own, address):
    own.add_init_script("delete WebAssembly.Module; delete WebAssembly.instantiate; delete window.Worker")
    own.goto(address())
    expect(own.get_by_role("alert")).to_contain_text(REFUSED)
    expect(own.get_by_role("heading", level=1)).to_be_visible()


@pytest.mark.parametrize("lost", ["engine/begin.js", "engine/memory2.js", "pages/06_se_connecter.js"])
def test_a_folder_that_was_not_copied_whole_says_what_to_do(visiting, course, tmp_path, lost):
    part = tmp_path / "copie"
    shutil.copytree(course, part, copy_function=os.link)
    (part / lost).unlink()
    with visiting(part, forgiven=["ERR_FILE_NOT_FOUND"]) as page:
        page.goto(f"{(part / 'index.html').as_uri()}?chapitre={SIGN_IN}")
        expect(page.get_by_role("alert")).to_contain_text("copiez de nouveau tout le dossier")
        expect(page.get_by_role("heading", level=1)).to_be_visible()


@pytest.mark.parametrize("forgiven", [["ERR_FILE_NOT_FOUND"]])
def test_where_a_chapter_was_not_copied_the_others_are_there_and_answer(at_home, address, forgiven):
    go(at_home, address())
    sign_in_chapter = at_home.get_by_role("link", name="Se connecter", exact=True).first
    expect(sign_in_chapter).to_be_visible()
    go(at_home, address("99_oublier"))
    expect(at_home.get_by_role("alert")).to_contain_text("copiez de nouveau tout le dossier")
    sign_in_chapter.click()
    expect(at_home).to_have_title(re.compile("^6. "))
    at_home.get_by_role("link", name="Atelier « Mon compte ameli »").click()
    expect(alive(at_home)).to_be_visible()


def test_the_folder_is_small(course):
    assert sum(file.stat().st_size for file in course.rglob("*") if file.is_file()) <= 18e6


def test_where_no_chapter_can_be_read_the_home_page_stays_and_says_so(own, address):
    own.add_init_script("delete window.DecompressionStream")
    own.goto(address(SIGN_IN))
    expect(own.get_by_role("alert")).to_contain_text(REFUSED)
    expect(own.get_by_role("link", name="Se connecter").first).to_be_visible()


def test_what_the_course_says_of_itself_is_in_the_folder_too(at_home, address):
    go(at_home, address(SIGN_IN, FREE))
    alive(at_home)
    at_home.get_by_role("contentinfo").get_by_role("link", name="Ce qui est simulé").click()
    expect(at_home.get_by_role("heading", level=1)).to_contain_text("Ce qui est simulé")
    at_home.get_by_role("contentinfo").get_by_role("link", name="Accessibilité").click()
    expect(at_home.get_by_role("heading", level=1)).to_contain_text("Accessibilité")
    assert at_home.url == address("accessibilite")
    at_home.get_by_role("link", name="Voir tous les chapitres").click()
    expect(alive(at_home)).to_be_visible()


def test_screens_answer_and_what_is_done_is_on_the_home_page_and_taken_to_another_computer_in_a_file(at_home, address):
    go(at_home, address(SIGN_IN, FREE))
    screen = alive(at_home)
    sign_in(screen, "Faux-code-1")
    expect(screen.get_by_role("group", name="Lisez ceci, puis recommencez")).to_be_focused()
    at_home.goto(address(SIGN_IN, YOUR_TURN))  # a step of the page that is shown
    sign_in(alive(at_home), JESSICA["code"])
    expect(bar_of(at_home)).to_contain_text("Réussi")
    at_home.get_by_role("link", name="Atelier « Mon compte ameli »").click()
    expect(alive(at_home)).to_contain_text("1 exercice")
    at_home.get_by_text("Continuer sur un autre ordinateur").click()
    with at_home.expect_download() as coming:
        at_home.get_by_role("button", name="Enregistrer mon travail dans un fichier").click()
    expect(at_home.locator("#page-carried")).to_contain_text("Votre travail est dans vos téléchargements")
    assert coming.value.suggested_filename == "mon-travail-atelier.json"
    file = coming.value.path().read_text(encoding="utf-8")
    assert JESSICA["code"] not in file
    forget(at_home, address)  # another browser knows nothing
    go(at_home, address())
    expect(alive(at_home)).not_to_contain_text("1 exercice")
    at_home.get_by_text("Continuer sur un autre ordinateur").click()
    chosen = at_home.get_by_label("Reprendre le travail d'un fichier")
    for wrong in ("{", "[]", "3", '{"atelier:x": 3}', '{"autre": "chose"}'):
        chosen.set_input_files({"name": "autre.json", "mimeType": "application/json", "buffer": wrong.encode()})
        expect(at_home.locator("#page-carried")).to_contain_text("n'est pas celui de l'atelier")
    with at_home.expect_navigation():  # the page is loaded again
        chosen.set_input_files(coming.value.path())
    expect(alive(at_home)).to_contain_text("1 exercice")
