"""What a trainer changes while the room is open is told in the terminal, once: taken up, or seen after a restart."""

import pytest

from practice.doors.voila.changes import Changes
from tests.support.broken_data import Course


@pytest.fixture
def course(tmp_path):
    return Course(tmp_path)


@pytest.fixture
def said():
    return []


@pytest.fixture
def changes(course, said):
    return Changes(course.kind.load(), course.notebooks, said.append)


@pytest.mark.parametrize("name", ["questions.toml", "exercises/06_se_connecter.toml", "editions/2021/edition.toml"])
def test_a_change_of_data_asks_once_for_a_restart(course, changes, said, name):
    course.change(name, lambda text: f"{text}\n# encore\n")
    changes.look()
    changes.look()
    (told,) = said
    assert f"{(course.data / name).parent.name}/{(course.data / name).name} a changé." in told
    assert "Ctrl-C ici, puis la même commande" in told


def test_a_change_of_a_notebook_is_taken_up(course, changes, said):
    path = course.notebooks / "00_accueil.ipynb"
    path.write_text(f"{path.read_text(encoding='utf-8')}\n", encoding="utf-8")
    changes.look()
    assert said == ["notebooks/00_accueil.ipynb a changé. Rechargez la page pour le voir."]


def test_a_file_that_comes_and_one_that_goes_are_told(course, changes, said):
    (course.data / "exercises/99_nouveau.toml").write_text("", encoding="utf-8")
    (course.data / "glossary.toml").unlink()
    changes.look()
    assert [told.split(" ")[0] for told in said] == ["exercises/99_nouveau.toml", "data/glossary.toml"]


def test_nothing_is_said_of_files_that_stay(changes, said):
    changes.look()
    assert not said
