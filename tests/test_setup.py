"""From a fresh clone to a command that runs: what atelier.py and environment.yml promise."""

import ast
import os
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest
import yaml

from practice.local_file import VARIABLE
from tests.support.engines import programs
from tests.support.setup import alone_in, load_atelier

CHECKOUT = Path(__file__).parents[1]
NBSP = "\N{NO-BREAK SPACE}"


@pytest.fixture
def atelier(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """Load atelier.py for a checkout of its own, where nothing is installed yet."""
    module = load_atelier()
    alone_in(module, tmp_path, monkeypatch)
    return module


@pytest.fixture
def worked(atelier: ModuleType, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Replace the long commands by a list of what was asked: `venv` or what pip had to install."""
    steps = []

    def work(command: list[str]) -> bool:
        if "venv" in command:
            atelier.PYTHON.parent.mkdir(parents=True, exist_ok=True)
            atelier.PYTHON.touch()
        steps.append("venv" if "venv" in command else command[-1])
        return True

    monkeypatch.setattr(atelier, "work", work)
    return steps


def run_atelier(*arguments: str) -> subprocess.CompletedProcess:
    command = [sys.executable, CHECKOUT / "atelier.py", *arguments]
    return subprocess.run(command, capture_output=True, encoding="utf-8", check=False, timeout=30)


# ---- Installing


def test_the_second_start_installs_nothing(atelier, worked):
    atelier.set_up()
    assert worked == ["venv", "."]
    atelier.set_up()
    assert worked == ["venv", "."]


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
    assert worked == ["venv", "."]
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
    assert worked == ["venv", "."]


def test_new_requirements_are_added_to_the_environment(atelier, worked):
    atelier.set_up()
    (atelier.ROOT / "pyproject.toml").write_text("new requirements", encoding="utf-8")
    atelier.set_up()
    assert worked == ["venv", ".", "."]


def test_another_python_gets_an_environment_of_its_own(atelier, worked, monkeypatch):
    atelier.set_up()
    monkeypatch.setattr(atelier.platform, "python_version_tuple", lambda: ("3", "99", "0"))
    atelier.set_up()
    assert worked == ["venv", ".", "venv", "."]


def test_a_checkout_that_was_moved_is_installed_again(atelier, worked, monkeypatch):
    atelier.set_up()
    moved = atelier.ROOT.with_name("moved")
    atelier.ROOT.rename(moved)
    for name in ("VENV", "PYTHON", "STAMP"):
        monkeypatch.setattr(atelier, name, moved / getattr(atelier, name).relative_to(atelier.ROOT))
    monkeypatch.setattr(atelier, "ROOT", moved)
    atelier.set_up()
    assert worked == ["venv", ".", "."]


def test_the_environment_of_the_tests_is_good_enough_for_the_course(atelier, worked):
    atelier.set_up("[test]")
    atelier.set_up()
    assert worked == ["venv", ".[test]"]


def test_the_environment_of_the_course_is_completed_for_the_tests(atelier, worked):
    atelier.set_up()
    atelier.set_up("[test]")
    assert worked == ["venv", ".", ".[test]"]


def test_a_failed_installation_says_what_to_do(atelier, monkeypatch):
    monkeypatch.setattr(atelier, "work", lambda _: False)
    with pytest.raises(SystemExit, match="Vérifiez-la, puis relancez la même commande"):
        atelier.set_up()
    assert not atelier.is_installed()


def test_a_long_command_that_fails_shows_its_errors_and_not_its_chatter(capfd):
    script = "import sys; print('chatter'); sys.exit('the reason')"
    assert not load_atelier().work([sys.executable, "-c", script])
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


# ---- The command line


def test_a_taken_port_is_refused_and_another_one_is_proposed(taken_port):
    for command in ("voila", "lab"):
        result = run_atelier(command, "--no-browser", "--port", str(taken_port))
        assert result.returncode == 1
        assert f"Le port {taken_port} n'est pas libre" in result.stderr
        assert f"atelier.py {command} --port {taken_port + 1}" in result.stderr
        assert "Traceback" not in result.stderr


def test_the_help_is_in_french():
    result = run_atelier("--help")
    assert result.returncode == 0
    assert f"Utilisation{NBSP}:" in result.stdout
    assert all(command in result.stdout for command in ("voila", "lab", "slides", "test", "--port", "--local"))
    assert not re.search(r"usage|options:|show this|positional", result.stdout)


@pytest.mark.parametrize("mistake", ["voyla", "--port abc", "--port", "--port 70000", "lab --nobrowser"])
def test_a_mistyped_command_is_refused_in_french(mistake):
    result = run_atelier(*mistake.split())
    assert result.returncode == 2
    assert result.stderr.startswith("Cette commande n'a pas été comprise.")
    assert len(result.stderr.splitlines()) == 1


def test_the_course_is_what_starts_without_a_command(atelier):
    options = atelier.parse(["--local"])
    assert (options.command, options.port, options.local) == ("voila", 8866, True)


def test_what_follows_test_goes_to_pytest(atelier):
    assert atelier.parse(["test", "-k", "port", "-x", "tests/data"]).rest == ["-k", "port", "-x", "tests/data"]


def test_jupyter_looks_in_the_atelier_first(atelier, monkeypatch):
    monkeypatch.setenv("JUPYTER_PATH", "elsewhere")
    monkeypatch.delenv("JUPYTER_CONFIG_PATH", raising=False)
    environment = atelier.make_environment()
    ours = str(atelier.ROOT / "jupyter")
    assert environment["JUPYTER_PATH"] == ours + os.pathsep + "elsewhere"
    assert environment["JUPYTER_CONFIG_PATH"] == ours


def test_jupyterlab_keeps_the_work_in_a_file_of_the_checkout_and_nothing_else_does(atelier, monkeypatch):
    kept = []
    monkeypatch.setattr(atelier, "set_up", lambda *_: None)
    monkeypatch.setattr(atelier, "refuse_taken_port", lambda *_: None)
    monkeypatch.setattr(atelier.subprocess, "call", lambda _: 0)  # the data is right
    monkeypatch.setattr(atelier, "launch", lambda *_: kept.append(atelier.make_environment().get(VARIABLE)))
    monkeypatch.chdir(atelier.ROOT)
    monkeypatch.setenv(VARIABLE, "from a terminal of JupyterLab")
    for command in ("lab", "voila", "slides"):
        monkeypatch.setattr(sys, "argv", ["atelier.py", command])
        atelier.main()
        monkeypatch.setenv(VARIABLE, "from a terminal of JupyterLab")
    assert kept == [str(atelier.ROOT / "travail/mon_travail.json"), None, None]


def test_jupyterlab_does_not_start_on_data_that_the_check_refuses(atelier, monkeypatch):
    started = []
    monkeypatch.setattr(atelier, "set_up", lambda *_: None)
    monkeypatch.setattr(atelier, "refuse_taken_port", lambda *_: None)
    monkeypatch.setattr(atelier.subprocess, "call", lambda command: int("atelier_ameli.check" in command))
    monkeypatch.setattr(atelier, "launch", started.append)
    monkeypatch.chdir(atelier.ROOT)
    monkeypatch.setattr(sys, "argv", ["atelier.py", "lab"])
    assert atelier.main() == 1
    assert not started


def test_the_tests_use_the_browser_that_was_asked_for(atelier, monkeypatch, tmp_path):
    browser = tmp_path / "my-browser"
    browser.touch()
    monkeypatch.setenv("ATELIER_CHROMIUM", str(browser))
    assert atelier.find_chromium() == str(browser)


def test_without_a_browser_the_tests_say_how_to_get_one(atelier, monkeypatch, capsys):
    monkeypatch.setenv("ATELIER_CHROMIUM", "/nowhere/chromium")
    assert atelier.test(atelier.parse(["test"])) == 2
    assert "sudo apt install chromium" in capsys.readouterr().out


def test_other_engines_that_are_not_there_are_said_and_the_tests_go_on(monkeypatch, capsys, tmp_path):
    monkeypatch.setenv("PATH", str(tmp_path))
    programs.install()
    told = capsys.readouterr().out
    assert "Firefox n'est pas là" in told
    assert "WebKit n'est pas là" in told
    assert "nginx n'est pas là" in told


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
        *(f"widgets/practice/doors/voila/{name}.py" for name in ("app", "announcement", "journal", "options", "room")),
    ],
)
def test_french_punctuation_never_begins_a_line(file):
    for text in french_texts(CHECKOUT / file):
        assert not re.search(r" [:;?!»]|« ", text), text
