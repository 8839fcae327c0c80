"""« Ce qui a changé depuis 2021 »: both screens side by side, drawn by both editions, and one sentence each."""

import re

import pytest
from bs4 import BeautifulSoup

from atelier_ameli import Compared
from atelier_ameli.site import Site
from practice.editions import chapter_of, notebook_file
from practice.names import UnknownNameError
from practice.session import Context

TODAY = Site.load("2026")
CHAPTER = chapter_of(TODAY, notebook_file(TODAY, f"{TODAY.compared}.ipynb"))
SEEN = {  # what the two screens show that the other does not
    "entree": ("Profil", "Se connecter"),
    "connexion": ("Mon code personnel (ou provisoire à 4 chiffres)", "Mon mot de passe (ou code provisoire)"),
    "code_recu": ("Aucun écran, cette année-là.", "Code à 6 chiffres, reçu par e-mail"),
    "oublie": ("Recevoir un code provisoire", "Recevoir un lien"),
    "creation": ("Ma carte Vitale et mon RIB", "Mon IBAN"),
    "france_connect": ("Mobile Connect et moi", "France Identité"),
    "montants": ("16,50 €", "19,00 €"),
    "dents": ("Télécharger le bon de Tom", "Comment faire pour Tom"),
}


def plain(text):
    return re.sub(r"\s+", " ", text)


@pytest.fixture(scope="module")
def drawn():
    opened = [one for one in CHAPTER.open(Context(TODAY)) if isinstance(one, Compared)]
    return {one.change.id: BeautifulSoup(one.html, "html.parser") for one in opened}


def test_the_page_shows_every_change(drawn):
    assert list(drawn) == list(TODAY.changes) == list(SEEN)
    assert Site.load("2021").changes == {}


@pytest.mark.parametrize("name", SEEN)
def test_each_side_shows_what_the_other_does_not(drawn, name):
    before, after = (plain(side.get_text()) for side in drawn[name].select(".compared-side"))
    mine, theirs = SEEN[name]
    assert mine in before
    assert theirs in after
    assert mine not in after
    assert theirs not in before
    assert "Le site de 2021" in before
    assert "Le site de 2026" in after


def test_the_screens_are_pictures_and_each_sentence_is_short(drawn):
    ids = [element["id"] for page in drawn.values() for element in page.select("[id]")]
    assert len(ids) == len(set(ids))
    for page in drawn.values():
        for screen in page.select(".compared-screen"):
            assert screen.has_attr("inert")
            assert screen.fieldset.has_attr("disabled")
        for says in page.select(".compared-says"):
            assert all(len(sentence.split()) <= 15 for sentence in re.split(r"[.!?:]\s", says.get_text()))


def test_a_change_says_where_it_is_told():
    assert all(
        re.search(r"ameli_2026\.md|domain\.md|valeur de l'exercice", one.origin) for one in TODAY.changes.values()
    )


def test_a_change_that_is_not_there_is_refused_with_the_nearest():
    with pytest.raises(UnknownNameError, match="connexion"):
        Compared("conexion", at=Context(TODAY))
