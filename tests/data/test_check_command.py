"""The command `python3 atelier.py check`: what it says, and its exit status.

That nothing is wrong is told in test_each_edition.py.
"""

import json

import pytest

from practice.doors import check
from practice.doors.check import main
from tests.support import DOCUMENTS


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


def test_an_exercise_that_does_not_work_is_told_although_no_start_plays_it(course, capsys):
    course.change("exercises/06_se_connecter.toml", lambda text: text.replace('target = "form"', 'target = "f"', 1))
    assert main(course.site_anew(), ["--quick", "--edition=2021"]) == 0
    assert main(course.site_anew(), ["--edition=2021"]) == 1
    assert "target de l'étape 1 : « f » n'est pas sur la page" in capsys.readouterr().err


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
