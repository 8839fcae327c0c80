"""The check before a room opens: names that lead nowhere, notebooks, answers that are not where they say."""

from difflib import get_close_matches

import pytest

from atelier_ameli.site import NOTEBOOKS, Site
from practice.checking.check import faults_of
from practice.names import nearest
from tests.support import SITE
from tests.support.broken_data import FAULT

#: file, what is changed in it, at which entry it is told, what is told; with these, the course can still be read
LOST = [
    ("services.toml", ('page = "account_home"', 'page = "acount_home"'), "account_home", "« account_home »"),
    ("services.toml", ('request = "bank"', 'request = "banque"'), "bank", "« banque » n'existe pas"),
    ("discover.toml", ('picture = "account"', 'picture = "acount"'), "", "vouliez-vous dire « account »"),
    ("exercises/06_se_connecter.toml", ('do = "sign_in"', 'do = "sign_inn"'), "", "vouliez-vous dire « sign_in »"),
]
#: with these, it cannot
REFUSED = [
    ("course.toml", ('notebook = "04_', 'notebook = "40_'), "4", "notebooks/, vouliez-vous dire « 04_"),
    ("payments.toml", ('persona = "jessica"', 'persona = "jesica"'), "jesica", "vouliez-vous dire « jessica »"),
    ("questions.toml", ("answers = [", "anwsers = ["), "", "inconnu : anwsers, vouliez-vous dire « answers »"),
    ("sessions.toml", ("chapter = 6,", "chapter = 99,"), "", "99"),
]
#: with this, what names a chapter is not judged
NO_CHAPTERS = [("course.toml", ("number = 4\n", "number = 3\n"), "3", "déjà à un autre chapitre")]


@pytest.mark.parametrize("broken", [LOST, REFUSED, NO_CHAPTERS], ids=["lost", "refused", "no chapters"])
def test_each_name_that_leads_nowhere_is_told_with_the_nearest(course, broken):
    for name, change, _, _ in broken:
        assert course.change(name, lambda text, change=change: text.replace(*change, 1))
    faults = course.faults()
    for name, _, entry, told in broken:
        assert any(fault.startswith(f"data/{name}, entrée « {entry}") and told in fault for fault in faults), (
            told,
            faults,
        )


def test_the_nearest_name_is_the_one_that_is_most_like_it():
    known = sorted({*SITE.pages, *SITE.exercises, *SITE.notices})
    for typed in (wrong for name in known[::60] for wrong in (name[:-1], name[1:], f"{name}s", name.replace("e", "a"))):
        told = nearest(typed, known)
        assert told == "".join(f", vouliez-vous dire « {near} » ?" for near in get_close_matches(typed, known, n=1))


def test_an_account_of_which_the_caisse_knows_nothing_is_told(course):
    new = """
[[persona]]
id = "lucie"
first_name = "Lucie"
last_name = "Roux"
sex = "F"
birth_date = 1991-06-15
nir = "2910699000123"
postcode = "31000"
city = "Toulouse"
story = "Lucie a 29 ans."
account = "active"
code = "12345678"
new_code = "Soleil-87"
email = "lucie.roux@courriel.example"
"""
    assert course.change("personas.toml", lambda text: text + new)
    (fault,) = course.faults()
    assert fault.startswith(
        "data/information.toml, entrée « lucie » : cette personne a un compte : il faut ici sa table"
    )


def test_what_only_follows_from_a_broken_entry_is_not_told_too(course):
    course.change("personas.toml", lambda text: text.replace('nir = "2820295000199"', "nir = 3"))
    (fault,) = course.faults()
    assert "« jessica », ligne 18 : nir : il faut un texte, et non « 3 »" in fault


# ---- Notebooks


NOTEBOOK = "06_se_connecter.ipynb"
NO_NOTEBOOKS = [
    ("", "« fichier », ligne 1 : ce fichier est vide"),
    ("{", "« fichier », ligne 1 : ce n'est pas du JSON"),
    ('{"nbformat": 3, "metadata": {}, "worksheets": []}', "version 3 (nbformat)"),
    ('{"nbformat": 4}', "il n'a pas les parties d'un carnet"),
    (b'{"nbformat": 4, "metadata": {"title": "caf\xe9"}}', "n'est pas enregistré en UTF-8"),
]


def test_each_file_that_is_no_notebook_is_told(tmp_path):
    for number, (content, _) in enumerate(NO_NOTEBOOKS):
        (tmp_path / f"{number}.ipynb").write_bytes(content.encode() if isinstance(content, str) else content)
    faults = faults_of(Site, Site.usual_edition, tmp_path)
    for number, (fault, (_, told)) in enumerate(zip(faults, NO_NOTEBOOKS, strict=True)):
        assert fault.startswith(f"{tmp_path.name}/{number}.ipynb, entrée « fichier »")
        assert told in fault


WRONG_NAMES = [
    ('Exercise(\\"', 'Exercise(\\"x', "n'existe pas, vouliez-vous dire"),
    ('Question(\\"', 'Question(\\"x', "n'existe pas, vouliez-vous dire"),
    ("Exercise(", "Exercice(", "« Exercice » n'existe pas, vouliez-vous dire « Exercise »"),
    ("import Exercise", "import Exercice", "Exercice : « Exercice » n'existe pas, vouliez-vous dire « Exercise »"),
    ('persona=\\"jessica', 'persona=\\"jesica', "vouliez-vous dire « jessica »"),
    ('jessica\\")', 'jessica\\"', "il y manque peut-être une parenthèse"),
    (', persona=\\"jessica\\"', "", "entre les parenthèses, il manque quelque chose"),
    (
        'persona=\\"jessica\\"',
        'persona=\\"jessica\\", device=\\"fone\\"',
        "« fone » n'existe pas, vouliez-vous dire « phone » ?",
    ),
]


def test_each_wrong_name_in_a_notebook_is_told_with_its_cell_and_the_nearest(tmp_path):
    text = (NOTEBOOKS / NOTEBOOK).read_text(encoding="utf-8")
    (tmp_path / "right.ipynb").write_text(text, encoding="utf-8")
    for number, (before, after, _) in enumerate(WRONG_NAMES):
        assert before in text
        (tmp_path / f"{number}.ipynb").write_text(text.replace(before, after, 1), encoding="utf-8")
    faults = faults_of(Site, Site.usual_edition, tmp_path)
    for number, (_, _, told) in enumerate(WRONG_NAMES):
        mine = [fault for fault in faults if fault.startswith(f"{tmp_path.name}/{number}.ipynb, entrée « cellule ")]
        assert any(told in fault for fault in mine), (told, faults)
    assert all(FAULT.fullmatch(fault) for fault in faults)
    assert "right.ipynb" not in "\n".join(faults)


def test_a_notebook_that_the_course_does_not_know_and_one_that_is_gone_are_told(course):
    (course.notebooks / NOTEBOOK).rename(course.notebooks / "99_autre_chose.ipynb")
    (course.notebooks / "00_accueil.ipynb").unlink()
    faults = "\n".join(course.faults())
    assert f"notebook : le carnet « {NOTEBOOK} » n'est pas dans notebooks/" in faults
    assert "notebooks/99_autre_chose.ipynb, entrée « fichier » : ce chapitre n'est pas dans data/course.toml" in faults
    assert "notebooks/00_accueil.ipynb, entrée « fichier » : le carnet de l'accueil n'existe pas" in faults


# ---- Questions, read where they say


#: what is changed in questions.toml, of which question, what is told
QUESTIONS = [
    ('shows = "aucun"', 'shows = "deux"', "information_medecin", "« deux » ne se lit pas sur la page"),
    ('persona = "nadia"', 'persona = "nadya"', "accueil_paiement", "vouliez-vous dire « nadia » ?"),
    ('start = "messages"', 'start = "mesages"', "message_a_apporter", "vouliez-vous dire « messages » ?"),
    ('{ do = "search"', '{ do = "seek"', "", "rien sur la page ne fait « seek »"),
]


def test_each_question_whose_answer_is_not_where_it_says_is_told_at_every_start(course):
    for before, after, _, _ in QUESTIONS:
        assert course.change("questions.toml", lambda text, pair=(before, after): text.replace(*pair, 1))
    faults = course.faults()
    assert len(faults) == len(QUESTIONS), faults
    for _, _, entry, told in QUESTIONS:
        assert any(fault.startswith(f"data/questions.toml, entrée « {entry}") and told in fault for fault in faults), (
            told,
            faults,
        )


def test_a_question_on_a_device_that_is_none_is_refused(course):
    assert course.change("questions.toml", lambda text: text.replace('device = "phone"', 'device = "fone"', 1))
    (fault,) = course.faults()
    assert fault.startswith("data/questions.toml, entrée « telephone_editeur")
    assert "device : il faut l'un de : computer, phone" in fault
