"""« Reprendre plus tard »: a learner notes her code, and takes up her work with it, anywhere; nothing is lost there."""

import io
import json
import re
from base64 import b64decode
from random import Random

import pypdf
import pytest
from hypothesis import given, settings

from atelier_ameli import Progress
from atelier_ameli.site import Site
from practice.course.exercises.exercises import Outcome
from practice.course.outline.at_home import AtHome
from practice.course.progress.results import all_names
from practice.course.resume.held import Held, held_of, joined, read_text, text_of
from practice.course.resume.letters import CodeError
from practice.local_file import LocalFile
from practice.session import Context
from tests.support import SITE
from tests.support.answers.anything import ANYTHING, HANDFULS, handfuls
from tests.support.pages import errors, plain, soup

NEW = Site.load("2026")
ROOM = "http://192.168.1.20:8866/"
EXERCISES = list(SITE.exercises)
KEPT = {f"exercise:{name}": "guided" for name in EXERCISES[:5]} | {
    "exercise:se_connecter": "alone",
    "question:accueil_paiement": {"answer": "2,28"},
    "practice": ["cliquer"],
    "last": "se_connecter",
    "world:se_connecter": {"typed": "2 82 02 95 046 199"},
}


def card(kept, site=SITE, room=ROOM, file=None):
    one = Progress(at=Context(site, "avancee", file, reached=lambda: room))
    one.resume(json.loads(json.dumps(kept)))
    return one


def code_of(kept, site=SITE):
    one = card(kept, site)
    one.do("note")
    return [re.sub(r"\s", "", found.get_text()) for found in soup(one).select(".later-letters > [aria-hidden]")]


def test_a_code_gives_back_elsewhere_what_was_done_and_how():
    (code,) = code_of(KEPT)
    one = card({})
    answer = one.answer({"do": "take", "answers": {"code": code.lower().replace("-", " ")}})
    assert "C'est repris : 6 exercices de plus." in plain(one)
    kept = SITE.names.read(answer["keep"])
    assert kept == {name: value for name, value in KEPT.items() if name.startswith("exercise:")}
    assert "6 exercices sur 105 : 1 sans aide, 5 guidés" in plain(one)
    assert answer["focus"] == "avancee-came"


def test_what_is_done_here_stays_done_and_as_well_as_it_was():
    (code,) = code_of({"exercise:se_connecter": "helped", "exercise:se_deconnecter": "alone"})
    one = card(
        {"exercise:se_connecter": "alone", "exercise:trois_codes_faux": "guided", "exercise:se_deconnecter": "done"}
    )
    one.do("take", code=code)
    assert one.snapshot() == {"exercise:se_deconnecter": "alone"}
    assert "3 exercices sur 105 : 2 sans aide, 1 guidé" in plain(one)
    one.do("take", code=code)
    assert not one.snapshot()
    assert "Tous les exercices de ce code étaient déjà là." in plain(one)


def test_where_one_code_is_not_enough_there_are_two_and_each_is_taken_by_itself():
    chance = Random(1)
    kept = {f"exercise:{name}": "guided" for name in EXERCISES if chance.random() < 0.5}
    first, second = codes = code_of(kept)
    assert all(len(code.replace("-", "")) <= 20 for code in codes)
    one = card({})
    for code in (second, first):
        one.do("take", code=code)
    assert held_of(SITE, one.kept).outcomes.keys() == held_of(SITE, kept).outcomes.keys()


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (lambda code: "", "Tapez le code de votre feuille."),
        (lambda code: "-", "Tapez le code de votre feuille."),
        (lambda code: code[:-1], "Le groupe 3 n'a pas 4 signes."),
        (lambda code: code.replace("-", "")[:-1], "groupes de 4 signes"),
        (lambda code: code[:3] + " " + code[5:], "Le groupe 1 n'a pas 4 signes."),
        (lambda code: code[:6] + "?" + code[7:], "Un signe du groupe 2 n'existe pas"),
        (lambda code: code[:6] + ("K" if code[6] != "K" else "M") + code[7:], "Regardez le groupe 2."),
        (lambda code: "2 82 02 95 046 199", "ressemble à un vrai numéro"),
        (lambda code: "YYYY-YYYY", "Ce code n'est pas tout à fait juste."),
    ],
)
def test_a_damaged_code_is_refused_with_where_to_look_and_nothing_changes(spoil, said):
    (code,) = code_of(KEPT)
    one = card({"exercise:se_deconnecter": "alone"})
    answer = one.answer({"do": "take", "answers": {"code": spoil(code)}})
    assert said in errors(one)[0]
    assert not answer["keep"]
    assert answer["focus"] == "avancee-errors"
    assert "1 exercice sur 105" in plain(one)


def test_a_code_of_the_other_year_says_where_to_go():
    (code,) = code_of({"exercise:se_connecter": "alone"}, NEW)
    one = card({})
    one.do("take", code=code)
    assert "Sur l'accueil, choisissez le site de 2026." in errors(one)[0]


def test_a_code_holds_nothing_that_was_typed_and_its_drawing_neither():
    one = card(KEPT)
    one.do("note")
    changed = {
        **KEPT,
        "world:se_connecter": {"typed": "autre"},
        "place:x": {"page": "y"},
        "question:inventee": {"answer": "z"},
    }
    other = card(changed)
    other.do("note")
    assert soup(one).select_one("[id$=-mine]") == soup(other).select_one("[id$=-mine]")


def test_the_drawing_leads_to_the_room_or_home_and_what_it_holds_is_behind_the_hash(monkeypatch):
    one = card(KEPT)
    one.do("note")
    address = one.later.noted.address
    assert re.fullmatch(r"http://192\.168\.1\.20:8866/2021/#reprise=\w+", address)
    assert "dans cette salle" in plain(one)
    assert len(soup(one).select(".later svg")) == 1
    monkeypatch.setitem(vars(SITE), "at_home", AtHome("https://exemple.fr/cours"))
    one.do("note")
    assert one.later.noted.address.startswith("https://exemple.fr/cours/?chapitre=00_accueil&edition=2021#reprise=")
    assert "chez vous" in plain(one)
    monkeypatch.setitem(vars(SITE), "at_home", None)
    alone = card(KEPT, room="")
    alone.do("note")
    assert not soup(alone).select(".later svg"), "where nobody knows the address there is a code and no drawing"


def test_a_photographed_drawing_asks_first_then_gives_back_all_of_it():
    one = card(KEPT)
    one.do("note")
    _, _, drawn = one.later.noted.address.partition("#reprise=")
    fresh = card({"exercise:se_deconnecter": "alone"})
    answer = fresh.answer({"do": "found", "answers": {"text": drawn}})
    assert not answer["keep"]
    assert answer["focus"] == "avancee-found"
    assert "Il dit : 6 exercices réussis. Ce qui est déjà fait ici reste fait." in plain(fresh)
    answer = fresh.answer({"do": "take_found"})
    kept = SITE.names.read(answer["keep"])
    assert kept == {name: value for name, value in KEPT.items() if not name.startswith("world:")}
    assert "7 exercices sur 105" in plain(fresh)
    assert soup(fresh).select_one("a.go")["href"] == "06_se_connecter.ipynb"


@pytest.mark.parametrize("drawn", ["", "0", "1DMX", "é" * 50, "Y" * 30, None, ["1"], "1" * 500])
def test_a_drawing_that_cannot_be_read_says_to_type_the_code(drawn):
    one = card({})
    one.do("found", text=drawn)
    assert "Ce dessin est abîmé. Tapez plutôt le code de la feuille." in plain(one)
    one.do("take_found")
    assert not one.snapshot()


@pytest.mark.parametrize("site", [SITE, NEW], ids=["2021", "2026"])
def test_all_that_can_be_done_goes_into_a_drawing_and_comes_back(site):
    chance = Random(4)
    for _ in range(40):
        share = chance.random()

        def some(names, share=share):
            return [name for name in names if chance.random() < share]

        outcomes = {name: chance.choice(list(Outcome)[1:]) for name in some(site.exercises)}
        gestures = some([goal.id for goal in site.goals])
        last = chance.choice([*site.exercises, ""])
        held = Held(outcomes, frozenset(some(site.questions)), frozenset(gestures), last)
        drawn = text_of(site, held)
        assert len(drawn) < 110
        assert read_text(site, drawn) == held
        kept = joined(site, {}, held)
        assert kept.keys() <= set(all_names(site))
        assert held_of(site, kept) == held
        spoilt = drawn[:-1] + ("1" if drawn[-1] != "1" else "2")
        with pytest.raises(CodeError):
            read_text(site, spoilt)


def test_the_paper_has_the_code_in_large_and_the_drawing():
    one = card(KEPT)
    one.do("note")
    file = one.answer({"do": "print"})["file"]
    paper = "\n".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(b64decode(file["content"]))).pages)
    assert code_of(KEPT)[0] in paper
    assert "Le site de 2021" in paper
    assert "appareil photo" in paper
    assert file["name"] == "mon_code_2021.pdf"
    assert one.answer({"do": "close"})["focus"] == "avancee-note"
    assert one.answer({"do": "print"})["file"] is None, "a code that is not shown is not printed"


def test_in_jupyterlab_the_code_says_what_other_chapters_have_kept_meanwhile(tmp_path):
    file = LocalFile(tmp_path / "travail.json")
    one = card({}, room="", file=file)
    file.write({SITE.names.of("exercise:se_connecter"): "alone"})
    one.do("note")
    assert "Il dit : 1 exercice réussi." in plain(one)


def test_whoever_has_done_nothing_has_nothing_to_note_but_may_have_a_code():
    one = card({})
    assert "Je note mon code" not in plain(one)
    assert soup(one).find("button", id="avancee-have").get_text() == "J'ai un code"
    assert one.answer({"do": "have"})["focus"] == "avancee-code"
    assert soup(one).find("label", string="J'ai un code")["for"] == "avancee-code"
    assert one.answer({"do": "close"})["focus"] == "avancee-have"


def test_a_screen_reader_says_a_code_letter_by_letter():
    one = card(KEPT)
    one.do("note")
    (code,) = code_of(KEPT)
    assert soup(one).select_one(".later-letters .sr").get_text() == ", ".join(" ".join(g) for g in code.split("-"))


def test_anything_typed_or_found_or_kept_gives_a_word():
    one = card({})

    @settings(max_examples=HANDFULS, deadline=None)
    @given(handfuls(ANYTHING))
    def throw(handful):
        for what in handful:
            one.do("take", code=what)
            assert errors(one)
            one.do("found", text=what)
            assert "abîmé" in plain(one)
            one.resume(
                {f"exercise:{EXERCISES[0]}": what, "last": what, "practice": what, "question:accueil_paiement": what}
            )
            one.do("note")
            one.html  # noqa: B018
            one.resume({})

    throw()
