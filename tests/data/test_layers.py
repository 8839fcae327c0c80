"""An edition is a folder that says only what differs, and two of them live in one process without knowing it."""

import re
from functools import cached_property
from itertools import pairwise
from pathlib import Path

import pytest

from atelier_ameli import Exercise, Home, Question, Screen
from atelier_ameli.data import DATA
from atelier_ameli.edition import EXERCISE_VALUE
from atelier_ameli.site import Site
from practice.course.exercises.placeholders import typed_by
from practice.loading.faults import DataError
from practice.loading.layers import Layers, joined
from practice.session import Context
from tests.support import DOCUMENTS

USUAL = Site.load()
MONIQUE = {"number": "2 47 12 31 000 108", "last_name": "Garnier", "birth_date": "01/12/1947", "postcode": "31100"}
LATER = {
    "edition.toml": """
based_on = "2021"
title = "Le site en 2026"

[rules.attempts_before_lock]
value = 5
source = "https://exemple.example/les-essais"

[rules.code_label]
value = "Mon mot de passe"
exercise_value = true
""",
    "personas.toml": '[[persona]]\nid = "jessica"\nfirst_name = "Jessie"\n',
    "inbox.toml": '[provisional_code]\nsubject = "Votre lien de connexion"\n',
    "questions.toml": '[[question]]\nid = "accueil_messages"\nremoved = true\n',
    "requests/address.toml": 'title = "Dire ma nouvelle adresse"\n',
    "exercises/06_se_connecter.toml": """
[[exercise]]
id = "entrer_en_2026"
title = "Entrer, en 2026"
persona = "jessica"
start = "login"
task = "Ouvrez le compte de Jessie."
goal = { signed_in = "jessica" }
well_done = "Le compte est ouvert."

[[exercise.steps]]
instruction = "Tapez le numéro et le code."
help = "Ils sont sur la fiche."
do = "sign_in"
answers = { number = "{number}", code = "{code}" }
target = "form"
goal = { signed_in = "jessica" }
""",
    "templates/home.html": "<p>Les {{ chapters|length }} chapitres de 2026</p>",
}


def laid(folder: Path, files: dict[str, str]) -> Site:
    """Return the edition that these files make in a folder."""
    for name, content in files.items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(content, encoding="utf-8")
    return Site.laid(folder, DOCUMENTS)


@pytest.fixture
def later(tmp_path):
    return laid(tmp_path / "2026", LATER)


def login(site: Site) -> Screen:
    return Screen("login", persona="jessica", at=Context(site))


# ---- Two editions in one process


def test_each_edition_draws_its_own_and_no_value_of_one_gets_into_the_other(later):
    for _ in range(2):
        for site, label, name in ((later, "Mon mot de passe", "Jessie"), (USUAL, "Mon code personnel", "Jessica")):
            drawn = login(site).html
            assert {word for word in ("Mon mot de passe", "Mon code personnel") if word in drawn} == {label}
            home = Screen("account_home", persona="jessica", at=Context(site)).html
            assert {word for word in ("Bonjour Jessie", "Bonjour Jessica") if word in home} == {f"Bonjour {name}"}


def test_each_edition_has_its_own_rules_with_their_own_sources(later):
    for site, attempts in ((later, 5), (USUAL, 3)):
        screen = login(site)
        for _ in range(attempts - 1):
            screen.do("sign_in", number="2 82 02 95 000 199", code="faux")
        assert "bloqué" not in screen.html
        screen.do("sign_in", number="2 82 02 95 000 199", code="faux")
        assert "bloqué" in screen.html
    assert later.edition.sources["attempts_before_lock"] == "https://exemple.example/les-essais"
    assert later.edition.sources["code_label"] == EXERCISE_VALUE
    assert USUAL.edition.sources["attempts_before_lock"] == EXERCISE_VALUE
    assert USUAL.edition.sources["code_label"].startswith("seed")
    unchanged = set(USUAL.edition.sources) - {"attempts_before_lock", "code_label"}
    assert all(later.edition.sources[name] == USUAL.edition.sources[name] for name in unchanged)


def test_each_edition_sends_its_own_letters(later):
    for site, subject in ((later, "Votre lien de connexion"), (USUAL, "Votre code provisoire")):
        screen = Screen("forgotten_code", persona="monique", at=Context(site))
        screen.do("ask_code", **MONIQUE)
        assert subject in screen.html
        screen.do("open_message", message="0")
        assert "Votre code provisoire est" in screen.html, "what is not told stays"


def test_what_an_edition_leaves_out_is_not_there_and_what_it_adds_comes_last(later):
    assert set(USUAL.questions) - set(later.questions) == {"accueil_messages"}
    with pytest.raises(KeyError):
        Question("accueil_messages", at=Context(later))
    assert Question("accueil_messages", at=Context(USUAL)).html
    added = [exercise.id for exercise in later.chapters_of_exercises[6]]
    assert added == [*(exercise.id for exercise in USUAL.chapters_of_exercises[6]), "entrer_en_2026"]
    assert "entrer_en_2026" not in USUAL.exercises
    exercise = Exercise("entrer_en_2026", at=Context(later))
    (step,) = exercise.exercise.steps
    exercise.do(step.do, **typed_by(step, exercise.screen.world))
    assert exercise.finished


def test_an_edition_has_templates_and_requests_of_its_own(later):
    assert Home(at=Context(later)).html == "<p>Les 24 chapitres de 2026</p>"
    assert "Les 24 chapitres de 2026" not in Home(at=Context(USUAL)).html
    assert later.requests["address"].title == "Dire ma nouvelle adresse"
    assert later.requests["address"].steps == USUAL.requests["address"].steps
    assert later.template_of(later.requests["bank"]) == "bank.html"


def test_an_edition_can_be_read_whole_and_one_that_changes_nothing_is_the_one_below(tmp_path, later):
    later.read_all()
    same = laid(tmp_path / "same", {"edition.toml": 'based_on = "2021"\n'})
    same.read_all()
    for name, attribute in vars(Site).items():
        if isinstance(attribute, cached_property) and name != "_environment":
            assert getattr(same, name) == getattr(USUAL, name), name


def test_an_edition_may_be_laid_over_one_that_is_itself_laid_over_another(tmp_path, monkeypatch):
    monkeypatch.setattr(Site, "data", tmp_path)
    for name in ("2021", *(file.name for file in DATA.glob("*.toml")), "requests", "exercises"):
        home, target = (tmp_path / "editions", DATA / "editions") if name == "2021" else (tmp_path, DATA)
        home.mkdir(exist_ok=True)
        (home / name).symlink_to(target / name)
    laid(tmp_path / "editions" / "2026", LATER)
    site = laid(tmp_path / "2027", {"edition.toml": 'based_on = "2026"\ntitle = "Le site en 2027"\n'})
    assert (site.edition.title, site.edition.attempts_before_lock) == ("Le site en 2027", 5)
    assert site.personas["jessica"].first_name == "Jessie"


# ---- Which edition a chapter shows


def test_a_screen_may_show_another_edition_than_its_page(later):
    at = Context(later)
    other = Screen("login", persona="jessica", edition="2021", at=at)
    assert other.site is USUAL
    assert "Mon code personnel" in other.html
    own = Screen("login", persona="jessica", edition="2026", at=at)
    assert own.site is later
    assert "Mon mot de passe" in own.html


def test_keys_stay_different_on_a_page_with_two_editions(later):
    at = Context(later)
    keys = [
        Screen("login", persona="jessica", edition=edition, at=at).key for edition in (None, "2021", "2026", "2021")
    ]
    assert keys == ["ecran1", "ecran2", "ecran3", "ecran4"]
    assert at.in_edition(None) is at
    assert at.in_edition("2026") is at
    assert Context(later, "seul").in_edition("2021").next_key("ecran") == "seul"


# ---- What is refused


@pytest.mark.parametrize(
    ("file", "content", "told"),
    [
        (
            "edition.toml",
            'based_on = "1999"\n',
            "2026/edition.toml, entrée « based_on » : l'édition « 1999 » n'existe pas",
        ),
        ("edition.toml", "based_on = [1]\n", "2026/edition.toml, entrée « based_on »"),
        ("edition.toml", "based_on\n", "2026/edition.toml, entrée « fichier », ligne 1 : ce n'est pas du TOML lisible"),
        (
            "edition.toml",
            'based_on = "2021"\n[rules.smic]\nvalue = "1800,00"\n',
            "2026/edition.toml, entrée « smic », ligne 3 : il faut « value », et soit « source »",
        ),
        (
            "edition.toml",
            'based_on = "2021"\n[rules.new_rule]\nvalue = 3\nexercise_value = true\n',
            "2026/edition.toml, entrée « new_rule », ligne 3 : champ inconnu",
        ),
        ("edition.toml", 'based_on = "2021"\ntitel = "Faute"\n', "2026/edition.toml, entrée « titel » : champ inconnu"),
        (
            "personas.toml",
            '[[persona]]\nid = "jessica"\nnir = "2820295046199"\n',
            "2026/personas.toml, entrée « jessica »",
        ),
        ("personas.toml", '[[persona]]\nid = "jessica"\nage = 3\n', "champ inconnu : age"),
        ("personas.toml", '[[persona]]\nid = "paul"\nfirst_name = "Paul"\n', "2026/personas.toml, entrée « paul »"),
        ("questions.toml", '[[question]]\nid = "accueil_messages"\nremoved = "yes"\n', "champ inconnu : removed"),
        ("exercises/06_se_connecter.toml", '[[exercise]]\nid = "se_connecter"\nstart = "nowhere"\n', "« nowhere »"),
    ],
)
def test_an_edition_that_cannot_be_used_is_refused_with_its_file_the_entry_and_the_reason(
    tmp_path, file, content, told
):
    with pytest.raises(DataError, match=re.escape(told)):
        laid(tmp_path / "2026", {**LATER, file: content}).read_all()


def test_a_folder_that_is_no_edition_is_refused(tmp_path):
    with pytest.raises(DataError, match=re.escape("2026/edition.toml, entrée « fichier » : ce fichier n'existe pas")):
        Site.laid(tmp_path / "2026")
    with pytest.raises(DataError, match="« 1999 » : cette édition n'existe pas"):
        Screen("login", persona="jessica", edition="1999", at=Context(USUAL))


@pytest.mark.parametrize(
    ("chain", "file"), [(("a", "a"), "a"), (("a", "b", "a"), "b"), (("a", "b", "c", "b"), "c")], ids=" ".join
)
def test_an_edition_cannot_stand_on_itself(tmp_path, monkeypatch, chain, file):
    monkeypatch.setattr(Site, "data", tmp_path)
    for name, ground in pairwise(chain):
        (tmp_path / "editions" / name).mkdir(parents=True)
        (tmp_path / "editions" / name / "edition.toml").write_text(f'based_on = "{ground}"\n', encoding="utf-8")
    told = f"{file}/edition.toml, entrée « based_on » : l'édition « {chain[-1]} » serait posée sur elle-même"
    with pytest.raises(DataError, match=re.escape(told)):
        Site.laid(tmp_path / "editions" / chain[0])


# ---- What two layers say together


@pytest.mark.parametrize(
    ("under", "over", "together"),
    [
        ({"a": {"b": 1, "c": [1, 2]}}, {"a": {"c": [3]}}, {"a": {"b": 1, "c": [3]}}),
        ([{"id": "a", "n": 1}, {"id": "b"}], [{"id": "a", "n": 2}], [{"id": "a", "n": 2}, {"id": "b"}]),
        ([{"id": "a"}, {"id": "b"}], [{"id": "a", "removed": True}, {"id": "c"}], [{"id": "b"}, {"id": "c"}]),
        ([{"number": 1, "title": "x"}], [{"number": 1, "title": "y"}], [{"number": 1, "title": "y"}]),
        ([{"say": "x"}, {"say": "y"}], [{"say": "z"}], [{"say": "z"}]),
        ({"value": 1, "source": "x"}, {"value": 2, "exercise_value": True}, {"value": 2, "exercise_value": True}),
        ({"value": 1, "source": "x"}, {"value": 2}, {"value": 2}),
        ({"a": {"b": 1, "c": 2}}, {"a": {"c": 3, "replaced": True}}, {"a": {"c": 3}}),
        ({"a": 1}, {"a": {"b": 2}}, {"a": {"b": 2}}),
    ],
)
def test_a_layer_says_only_what_differs(under, over, together):
    before = repr(under)
    assert joined(under, over) == together
    assert repr(under) == before


def test_a_file_is_looked_for_in_each_layer_and_may_be_nowhere(tmp_path):
    under, over = tmp_path / "under", tmp_path / "over"
    for folder, names in ((under, "ab"), (over, "bc")):
        folder.mkdir()
        for name in names:
            (folder / f"{name}.toml").touch()
    layers = Layers((under, over))
    assert [file.name for file in layers.files("*.toml")] == ["a.toml", "b.toml", "c.toml"]
    assert layers.file("b.toml").paths == (under / "b.toml", over / "b.toml")
    assert layers.file("c.toml").parent == over
    assert layers.file("nowhere.toml").paths == (under / "nowhere.toml",)
