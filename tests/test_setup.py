"""From a fresh clone to a command that runs: what atelier.py and environment.yml promise."""

import ast
import re
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest
import yaml

from practice.doors.launch import long_work
from tests.support.setup import alone_in, load_atelier

CHECKOUT = Path(__file__).parents[1]
COURSE = ["requirements.lock", "."]  #: what an installation has pip install: the versions of the lock, then itself


@pytest.fixture
def atelier(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """Load atelier.py for a checkout of its own, where nothing is installed yet."""
    module = load_atelier()
    alone_in(module, tmp_path, monkeypatch)
    return module


@pytest.fixture
def worked(atelier: ModuleType, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Replace the long commands by a list of what was asked: `venv`, or what pip had to install."""
    steps = []

    def work(command: list[str]) -> bool:
        if "venv" in command:
            atelier.PYTHON.parent.mkdir(parents=True, exist_ok=True)
            atelier.PYTHON.touch()
        steps.append("venv" if "venv" in command else Path(command[-1]).name or command[-1])
        return True

    monkeypatch.setattr(atelier, "work", work)
    return steps


# ---- Installing


def test_the_second_start_installs_nothing(atelier, worked):
    atelier.set_up()
    assert worked == ["venv", *COURSE]
    atelier.set_up()
    assert worked == ["venv", *COURSE]


def test_an_interrupted_installation_is_begun_again(atelier, worked, monkeypatch):
    work = atelier.work

    def interrupt_pip(command: list[str]) -> bool:
        if "pip" in command:
            raise KeyboardInterrupt
        return work(command)

    monkeypatch.setattr(atelier, "work", interrupt_pip)
    with pytest.raises(KeyboardInterrupt):
        atelier.set_up()
    assert not atelier.is_installed()

    monkeypatch.setattr(atelier, "work", work)
    worked.clear()
    atelier.set_up()
    assert worked == ["venv", *COURSE]
    assert atelier.is_installed()


def test_an_interrupted_update_is_begun_again(atelier, worked, monkeypatch):
    atelier.set_up()
    (atelier.ROOT / "pyproject.toml").write_text("new requirements", encoding="utf-8")
    work = atelier.work
    monkeypatch.setattr(atelier, "work", lambda _: False)
    with pytest.raises(SystemExit):
        atelier.set_up()

    monkeypatch.setattr(atelier, "work", work)
    worked.clear()
    atelier.set_up()
    assert worked == ["venv", *COURSE]


def test_new_requirements_are_added_to_the_environment(atelier, worked):
    atelier.set_up()
    (atelier.ROOT / "pyproject.toml").write_text("new requirements", encoding="utf-8")
    atelier.set_up()
    assert worked == ["venv", *COURSE, *COURSE]


def test_another_python_gets_an_environment_of_its_own(atelier, worked, monkeypatch):
    atelier.set_up()
    monkeypatch.setattr(atelier.platform, "python_version_tuple", lambda: ("3", "99", "0"))
    atelier.set_up()
    assert worked == ["venv", *COURSE, "venv", *COURSE]


def test_a_checkout_that_was_moved_is_installed_again(atelier, worked, monkeypatch):
    atelier.set_up()
    moved = atelier.ROOT.with_name("moved")
    atelier.ROOT.rename(moved)
    for name in ("VENV", "PYTHON", "STAMP"):
        monkeypatch.setattr(atelier, name, moved / getattr(atelier, name).relative_to(atelier.ROOT))
    monkeypatch.setattr(atelier, "ROOT", moved)
    atelier.set_up()
    assert worked == ["venv", *COURSE, *COURSE]


def test_the_environment_of_the_tests_is_good_enough_for_the_course(atelier, worked):
    atelier.set_up("[test]")
    atelier.set_up()
    assert worked == ["venv", *COURSE, ".[test]"]


def test_the_environment_of_the_course_is_completed_for_the_tests(atelier, worked):
    atelier.set_up()
    atelier.set_up("[test]")
    assert worked == ["venv", *COURSE, *COURSE, ".[test]"]


def test_a_failed_installation_says_what_to_do(atelier, monkeypatch):
    monkeypatch.setattr(atelier, "work", lambda _: False)
    with pytest.raises(SystemExit, match="Vérifiez-la, puis relancez la même commande"):
        atelier.set_up()
    assert not atelier.is_installed()


def test_a_long_command_that_fails_shows_its_errors_and_not_its_chatter(capfd):
    script = "import sys; print('chatter'); sys.exit('the reason')"
    assert not long_work.work([sys.executable, "-c", script])
    out, err = capfd.readouterr()
    assert "chatter" not in out + err
    assert "the reason" in err


def test_a_python_that_cannot_make_environments_is_told_what_to_install(atelier, worked, monkeypatch):
    monkeypatch.setattr(atelier.importlib.util, "find_spec", lambda name: None if name == "ensurepip" else name)
    with pytest.raises(SystemExit, match="python3-venv"):
        atelier.set_up()
    assert worked == []


def test_an_old_python_is_refused_in_french(monkeypatch):
    monkeypatch.setattr(sys, "version_info", (3, 10, 12))
    with pytest.raises(SystemExit, match=r"L'atelier demande Python 3\.11 ou plus récent"):
        load_atelier()


def test_python_3_6_can_read_the_file_up_to_that_refusal():
    ast.parse((CHECKOUT / "atelier.py").read_text(encoding="utf-8"), feature_version=(3, 6))


def test_conda_users_get_the_same_python_and_libraries():
    project = tomllib.loads((CHECKOUT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = yaml.safe_load((CHECKOUT / "environment.yml").read_text(encoding="utf-8"))["dependencies"]
    python, pip, *libraries, by_pip = wanted
    assert python == "python" + project["requires-python"]
    assert pip == "pip"
    assert libraries == project["dependencies"]
    assert by_pip == {"pip": ["-e ."]}


# ---- The words


def french_texts(file: Path) -> Iterator[str]:
    """Give the texts of a Python file, without its docstrings."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    prose = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in prose:
            yield node.value


@pytest.mark.parametrize(
    "file",
    [
        "atelier.py",
        *(f"widgets/practice/doors/launch/{name}.py" for name in ("chromium", "command_line", "launcher", "running")),
        *(f"widgets/practice/doors/voila/{name}.py" for name in ("app", "announcement", "journal", "options", "room")),
    ],
)
def test_french_punctuation_never_begins_a_line(file):
    for text in french_texts(CHECKOUT / file):
        assert not re.search(r" [:;?!»]|« ", text), text
