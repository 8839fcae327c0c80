"""Cards that need no kernel, and a checklist that ends in a list of one's own."""

import json
import re

import pytest
from bs4 import BeautifulSoup

from atelier_ameli import Cards, Checklist
from atelier_ameli.data import DATA
from atelier_ameli.public_site.public_access import load_discover
from tests.gallery.discover import ALL_YES, SOME_MISSING
from tests.support import SITE
from tests.support.pages import errors, text
from tests.support.refusals import refused

SEED = {
    "pourquoi": ["remboursements", "demandes", "documents", "déplace moins"],
    "il_faut": ["régime", "e-mail", "appareil"],
}
KEY = "checklist:creer_un_compte"


def checked(**answers):
    checklist = Checklist("creer_un_compte")
    checklist.do("check", **answers)
    return checklist


def cards(name):
    return BeautifulSoup(Cards(name)._repr_html_(), "html.parser")


@pytest.mark.parametrize("name", SEED)
def test_the_cards_say_what_the_seed_says(name):
    titles = [title.get_text() for title in cards(name).find_all("h4")]
    assert len(titles) == len(SEED[name])
    for title, word in zip(titles, SEED[name], strict=True):
        assert word in title


@pytest.mark.parametrize("name", SITE.decks)
def test_every_picture_is_described_and_cards_need_no_script(name):
    drawing = cards(name)
    for picture in drawing.find_all("svg"):
        assert picture["role"] == "img"
        assert picture.find("title").get_text().endswith(".")
        assert len(picture.find_all(["rect", "path", "circle"])) > 1
    assert not drawing.find(["script", "button", "img"])
    assert len(str(drawing)) < 8_000


def test_one_address_is_one_account():
    assert "1 adresse e-mail = 1 compte" in cards("il_faut").get_text().replace("\u00a0", " ")


def test_with_everything_at_hand_there_is_nothing_to_prepare():
    checklist = checked(**ALL_YES)
    assert "Vous avez tout ce qu'il faut" in text(checklist)
    assert "ce que je prépare" not in text(checklist)
    assert checklist.focus.endswith("-outcome")


def test_what_is_missing_makes_a_list_with_one_sentence_each():
    said = text(checked(**SOME_MISSING))
    needs = {need.id: need for need in SITE.checklists["creer_un_compte"].needs}
    assert needs["email"].no in said
    assert needs["rib"].unsure in said
    assert needs["vitale"].yes in said
    assert needs["vitale"].no not in said


@pytest.mark.parametrize("answers", [ALL_YES, SOME_MISSING, dict.fromkeys(ALL_YES, "no")])
def test_whatever_the_answers_one_is_reminded_to_give_ones_code_to_nobody(answers):
    assert "ne donnez jamais votre code à personne" in text(checked(**answers))


def test_a_question_left_out_is_asked_for_kindly_and_the_others_stay():
    checklist = checked(**{**ALL_YES, "email": ""})
    assert errors(checklist) == ["Répondez pour l'adresse e-mail."]
    assert checklist.focus.endswith("-errors")
    assert len(BeautifulSoup(checklist.html, "html.parser").find_all("input", checked=True)) == 4


def test_answers_are_there_after_a_reload_even_when_some_are_left_out():
    for answers in (SOME_MISSING, {"email": "no"}):
        before = checked(**answers)
        after = Checklist("creer_un_compte")
        after.resume(json.loads(json.dumps(before.snapshot())))
        ticked = BeautifulSoup(after.html, "html.parser").find_all("input", checked=True)
        assert {box["name"]: box["value"] for box in ticked} == answers
        assert errors(after) == []


def test_one_button_forgets_all():
    checklist = checked(**SOME_MISSING)
    checklist.do("start_again")
    assert checklist.snapshot() == {KEY: {}}
    assert not BeautifulSoup(checklist.html, "html.parser").find("input", checked=True)
    assert checklist.focus.endswith("-title")


@pytest.mark.parametrize(
    "kept", [None, 3, [], {"email": 3}, {"email": "<script>"}, {"autre": "yes"}, {"email": ["yes"]}]
)
def test_damaged_answers_are_set_aside(kept):
    checklist = Checklist("creer_un_compte")
    checklist.resume({KEY: kept})
    assert not checklist.complete
    assert errors(checklist) == []
    assert "<script" not in checklist.html
    json.dumps(checklist.snapshot())


def test_a_still_shows_the_questions_disabled():
    still = BeautifulSoup(Checklist("creer_un_compte").still, "html.parser")
    assert still.find("fieldset").has_attr("disabled")
    assert "Avez-vous votre carte Vitale" in still.get_text()


def test_no_word_of_chapter_1_shames():
    said = (DATA / "discover.toml").read_text(encoding="utf-8")
    assert not re.search(r"\b(erreur|faute|mauvais|raté|trop tard)\b", said, re.IGNORECASE)


test_a_broken_file_is_refused_with_its_reason = refused(
    "discover.toml",
    load_discover,
    ('id = "pourquoi"', 'id = "quoi"', "déjà pris"),
    ('id = "rib"', 'id = "email"', "un id à lui"),
    ("[[checklist]]", "[[liste]]", "rien d'autre"),
    ('picture = "account"', "", "ce champ manque"),
)
