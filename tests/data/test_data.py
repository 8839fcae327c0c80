"""The data files: what they hold, and how a broken one is refused."""

import re
from dataclasses import replace

import pytest

from atelier_ameli import data
from atelier_ameli.data import DATA
from atelier_ameli.edition import EXERCISE_VALUE
from atelier_ameli.identity.personas import AccountStatus
from atelier_ameli.site import Site
from practice.loading.faults import DataError
from tests.support import SITE, edition
from tests.support.refusals import refused

PERSONAS = (DATA / "personas.toml").read_text(encoding="utf-8")
EDITION = (DATA / "editions/2021/edition.toml").read_text(encoding="utf-8")


def test_the_people_of_the_course_cover_the_cases_it_teaches():
    people = SITE.personas.values()
    assert len(people) >= 6
    assert {p.account for p in people} == set(AccountStatus)
    assert any("2A" in p.nir or "2B" in p.nir for p in people)
    assert any(p.holder for p in people)
    assert any(not p.email_validated for p in people)
    assert any(p.daily_allowances for p in people)
    assert any(p.mail_folder == "spam" for p in people)
    births = [p.birth_date.year for p in people]
    assert max(births) - min(births) > 50


def test_every_number_is_nobodys():
    for person in SITE.personas.values():
        assert person.nir[7:10] == "000"
        assert not person.email or person.email.endswith(".example")
        assert not person.phone or person.phone.startswith("06 39 98 ")


def test_every_rule_of_the_edition_has_its_source_or_says_that_it_is_the_exercises():
    sources = SITE.edition.sources
    assert sources["attempts_before_lock"] == EXERCISE_VALUE
    assert sources["code_special_characters"].startswith("https://www.amss42.fr/")
    assert all(sources.values())


def test_a_second_edition_is_only_a_second_file(tmp_path):
    (tmp_path / "edition.toml").write_text(EDITION.replace("value = 3\n", "value = 5\n"), encoding="utf-8")
    assert Site.laid(tmp_path).edition.attempts_before_lock == 5


def test_a_second_edition_may_say_only_what_differs(tmp_path):
    rule = "[rules.attempts_before_lock]\nvalue = 5\nexercise_value = true\n"
    later = edition(tmp_path, {"edition.toml": rule})
    assert later.edition == replace(SITE.edition, attempts_before_lock=5)
    assert later.personas == SITE.personas


def test_chapters_follow_each_other_and_their_notebooks_exist():
    chapters = SITE.chapters
    assert [c.number for c in chapters] == list(range(len(chapters)))
    assert all((DATA.parent / "notebooks" / c.notebook).is_file() for c in chapters if c.notebook)


test_a_broken_persona_is_refused_with_file_entry_and_reason = refused(
    "personas.toml",
    data.load_personas,
    ('nir = "2820295000199"', 'nir = "2820295046199"', "jessica", "celui-ci irait : 2820295000199"),
    ('nir = "2820295000199"', 'nir = "1820295000199"', "jessica", "le numéro commence par 28202"),
    ('sex = "F"', "sex = 3", "jessica", "il faut un texte"),
    ("birth_date = 1982-02-11", 'birth_date = "1982-02-11"', "jessica", "il faut une date"),
    ('postcode = "31000"', 'postecode = "31000"', "jessica", "champ inconnu : postecode"),
    ('account = "active"', 'account = "actif"', "jessica", "il faut l'un de : none, active"),
    ("jessica.petit@courriel.example", "jessica@vrai-courriel.fr", "jessica", "« .example »"),
    ("06 39 98 01 01", "06 12 34 56 78", "jessica", "« 06 39 98 »"),
    ('id = "ange"', 'id = "jessica"', "jessica", "déjà à une autre personne"),
    ("ange.santoni@", "jessica.petit@", "ange", "déjà à une autre personne"),
    ('holder = "jessica"', 'holder = "personne"', "zoe", "n'existe pas"),
    ('mail_folder = "spam"', 'mail_folder = "corbeille"', "yvette", "« inbox » ou « spam »"),
    ("[[persona]]", "[persona", "fichier", "pas du TOML lisible"),
    ("[[persona]]", "[[personne]]", "fichier", "[[persona]]"),
)


test_a_broken_edition_is_refused_with_file_entry_and_reason = refused(
    "editions/2021/edition.toml",
    data.load_edition,
    ("value = 3\nexercise_value = true", "value = 3", "attempts_before_lock", "exercise_value = true"),
    (
        "value = 3\nexercise_value = true",
        'value = 3\nsource = "x"\nexercise_value = true',
        "attempts_before_lock",
        "soit",
    ),
    ("value = 3\n", 'value = "trois"\n', "attempts_before_lock", "il faut un nombre entier"),
    ("[rules.caisse_phone]", "[rules.telephone]", "caisse_phone", "ce champ manque"),
    ('value = "1,00"', 'value = "1.00"', "copayment", "il faut un montant"),
    ('value = "1,00"', "value = 1", "copayment", "il faut un montant"),
    ('owes = "copayment"', 'owes = "franchise"', "gp", "il faut l'un de : nothing, copayment"),
    ("[tariffs.gp]", "[tariff.gp]", "tariff", "champ inconnu"),
    ("rate = 70", "rate = 700", "gp", "de 0 à 100"),
    ("under_age = 6\nsource", "under_age = 6\norigin", "gp_child", "exercise_value = true"),
)


def test_a_missing_file_is_said(tmp_path):
    with pytest.raises(DataError, match="ce fichier n'existe pas"):
        data.load_chapters(tmp_path / "course.toml")


def test_every_letter_can_be_filled_in():
    for letter in SITE.letters.values():
        filled = letter.body.format(code="1234", civil_name="Mme PETIT")
        assert not re.search(r"[{}]", filled)
