"""The command `python3 atelier.py check`: what it says, and its exit status.

That nothing is wrong is told in test_each_edition.py.
"""

import json

import pytest

from practice.doors import check
from practice.doors.check import main
from tests.support import DOCUMENTS
from tests.support.broken_data import first


@pytest.fixture(autouse=True)
def parsed_already(monkeypatch):
    """Let the command find parsed what other tests have parsed: a text that none has changed is the same one."""
    monkeypatch.setattr(check, "Documents", lambda: DOCUMENTS)


def test_it_leaves_with_1_and_each_fault_on_a_line(course, capsys):
    course.change("questions.toml", lambda text: text.replace("kind = ", "kinde = ", 1))
    course.change("exercises/06_se_connecter.toml", lambda text: text.replace('target = "form"', 'target = "f"', 1))
    assert main(course.site_anew(), []) == 1
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.startswith("L'atelier ne s'ouvre pas : 2 fautes sont à corriger.\n- data/questions.toml, entrée « ")


#: in which exercise of chapter 6 what is broken, how, what is told of it
STEPS = [
    ("se_deconnecter", r"^goal = \{ signed_out = true \}", 'goal = { page = "payments" }', "ce n'est pas vrai après"),
    ("se_tromper_expres", r'^target = "\w+"', 'target = "nulle_part"', "« nulle_part » n'est pas sur la page"),
    ("trois_codes_faux", r'^do = "sign_in"', 'do = "search"', "rien sur la page ne fait « search »"),
    ("numero_du_parent", r"\{code\}", "{codes}", "la fiche ne donne pas « codes »"),
    ("se_connecter", r"\{code\}", "faux", "la page « login » répond : "),
]


def test_exercises_that_do_not_work_are_told_with_what_the_page_answers_although_no_start_plays_them(course, capsys):
    name = "exercises/06_se_connecter.toml"
    for exercise, pattern, replacement, _ in STEPS:
        assert course.change(name, first(rf'(?s)(id = "{exercise}".*?){pattern}', rf"\g<1>{replacement}"))
    course.change("requests/bank.html", lambda text: text + "{{ nothing.at.all }}")
    assert main(course.site_anew(), ["--quick", "--edition=2021"]) == 0
    assert main(course.site_anew(), ["--edition=2021"]) == 1
    faults = capsys.readouterr().err.splitlines()
    for exercise, _, _, told in STEPS:
        assert any(fault.startswith(f"- data/{name}, entrée « {exercise} »") and told in fault for fault in faults), (
            told
        )
    assert any("entrée « changer_banque »" in fault and "le gabarit bank.html, à la ligne" in fault for fault in faults)


def test_it_puts_the_spaces_of_french_in_notebooks_and_then_has_nothing_to_do(course, capsys):
    path = course.notebooks / "00_accueil.ipynb"
    right = path.read_text(encoding="utf-8")
    notebook = json.loads(right)
    texts = [cell for cell in notebook["cells"] if cell["cell_type"] == "markdown"]
    for cell in texts:
        cell["source"] = [line.replace("\N{NO-BREAK SPACE}", " ") for line in cell["source"]]
    path.write_text(json.dumps(notebook, ensure_ascii=False), encoding="utf-8")
    options = ["--spaces", "--quick", "--edition=2021"]  # they are put whatever is checked then
    assert main(course.site_anew(), options) == 0
    assert "Espaces mises : 00_accueil.ipynb" in capsys.readouterr().out
    assert path.read_text(encoding="utf-8") == right
    assert main(course.site_anew(), options) == 0
    assert "Espaces mises" not in capsys.readouterr().out


def test_an_edition_that_is_not_there_is_refused_in_french(course, capsys):
    with pytest.raises(SystemExit, match="2"):
        main(course.site_anew(), ["--edition=1900"])
    assert "Cette commande n'a pas été comprise." in capsys.readouterr().err
