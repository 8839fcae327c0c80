"""The command line, in a checkout and from a wheel: what is understood, what is refused, what is started."""

import os
import re
import subprocess
import sys
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread

import pytest

from practice.called import CALLED
from practice.doors.launch import chromium, launcher, running
from practice.doors.launch.command_line import COMMANDS, parse
from practice.local_file import VARIABLE
from practice.site import EDITION_VARIABLE
from tests.support import ROOT
from tests.support.engines import programs
from tests.support.server import free_port
from tests.support.setup import Started

NBSP = "\N{NO-BREAK SPACE}"


def run_atelier(*arguments: str) -> subprocess.CompletedProcess:
    command = [sys.executable, ROOT / "atelier.py", *arguments]
    return subprocess.run(command, capture_output=True, encoding="utf-8", check=False, timeout=30)


def parsed(*arguments):
    return parse("atelier", "", "", arguments)


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
    assert all(command in result.stdout for command in (*COMMANDS, "--port", "--local"))
    assert not re.search(r"usage|options:|show this|positional", result.stdout)


@pytest.mark.parametrize("mistake", ["voyla", "--port abc", "--port", "--port 70000", "lab --nobrowser", "voila 06"])
def test_a_mistyped_command_is_refused_in_french(mistake, capsys):
    with pytest.raises(SystemExit) as refused:
        parsed(*mistake.split())
    assert refused.value.code == 2
    said = capsys.readouterr().err
    assert said.startswith("Cette commande n'a pas été comprise.")
    assert len(said.splitlines()) == 1


def test_the_course_is_what_starts_without_a_command():
    options = parsed("--local")
    assert (options.command, options.port, options.local) == ("voila", 8866, True)


def test_what_follows_test_goes_to_pytest():
    assert parsed("test", "-k", "port", "-x", "tests/data").rest == ["-k", "port", "-x", "tests/data"]


def test_an_option_of_the_server_reaches_it():
    started = Started()
    address = "https://exemple.fr/salle/"
    assert started.main("", "", [f"--port={free_port()}", "--public-url", address]) == 0
    assert started.arguments[-2:] == ("--public-url", address)
    assert "atelier_ameli.serve" in started.arguments


def test_a_copy_that_lacks_files_says_so_without_a_traceback(tmp_path):
    (tmp_path / "atelier.py").write_bytes((ROOT / "atelier.py").read_bytes())
    clean = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    command = [sys.executable, "-S", tmp_path / "atelier.py"]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False, env=clean)
    assert done.stderr == "Il manque des fichiers à côté de atelier.py. Copiez le dossier entier, puis relancez.\n"


def test_jupyter_looks_in_the_atelier_first(monkeypatch):
    monkeypatch.setenv("JUPYTER_PATH", "elsewhere")
    monkeypatch.delenv("JUPYTER_CONFIG_PATH", raising=False)
    environment = Started().environment()
    ours = str(ROOT / "jupyter")
    assert environment["JUPYTER_PATH"] == ours + os.pathsep + "elsewhere"
    assert environment["JUPYTER_CONFIG_PATH"] == ours


@pytest.fixture
def right(monkeypatch):
    """Let the check find nothing, and keep what it was asked."""
    asked = []
    monkeypatch.setattr(launcher.subprocess, "call", lambda command, **_: asked.append(command) or 0)
    return asked


def test_jupyterlab_keeps_the_work_in_a_file_of_the_folder_and_nothing_else_does(right, monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    kept = {}
    for command in ("lab", "voila", "slides"):
        monkeypatch.setenv(VARIABLE, "from a terminal of JupyterLab")
        started = Started()
        started.main("", "", [command, f"--port={free_port()}"] if command != "slides" else [command])
        kept[command] = started.then.get(VARIABLE)
    assert kept == {"lab": str(tmp_path / "travail" / "mon_travail.json"), "voila": None, "slides": None}
    assert os.environ[VARIABLE] == "from a terminal of JupyterLab", "what is started is told, and nobody else"


def test_without_sources_jupyterlab_opens_copies_and_says_where_they_are(right, monkeypatch, tmp_path, capsys):
    monkeypatch.chdir(tmp_path)
    started, before = Started(sources=None), dict(os.environ)
    started.main("", "", ["lab", f"--port={free_port()}", "--edition=2026"])
    assert right[0][-2:] == ["--edition=2026", "--copies=carnets_2026"]
    assert started.arguments[3:5] == ("jupyterlab", "carnets_2026")
    assert started.then[EDITION_VARIABLE] == "2026"
    assert str(tmp_path / "carnets_2026") in capsys.readouterr().out
    assert os.environ == before


def test_jupyterlab_does_not_start_on_data_that_the_check_refuses(monkeypatch):
    monkeypatch.setattr(launcher.subprocess, "call", lambda command, **_: int("atelier_ameli.check" in command))
    started = Started()
    assert started.main("", "", ["lab", f"--port={free_port()}"]) == 1
    assert not started.arguments


@pytest.mark.parametrize("command", ["test", "bundle"])
def test_what_needs_the_sources_says_so_where_there_are_none(command, capsys):
    started = Started(sources=None)
    started.main("", "", [command])
    assert "Cette commande demande les sources de l'atelier" in capsys.readouterr().out
    assert started.arguments[3:] == (("atelier_ameli.check",) if command == "test" else ())


def test_the_tests_use_the_browser_that_was_asked_for(monkeypatch, tmp_path):
    browser = tmp_path / "my-browser"
    browser.touch()
    monkeypatch.setenv("ATELIER_CHROMIUM", str(browser))
    assert chromium.find_chromium() == str(browser)


def test_an_empty_answer_asks_for_no_browser_and_none_is_installed(monkeypatch, tmp_path):
    (tmp_path / "chromium").touch(mode=0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setenv("ATELIER_CHROMIUM", "")
    assert chromium.find_chromium() is None
    assert not chromium.install_chromium()
    monkeypatch.delenv("ATELIER_CHROMIUM")
    assert chromium.find_chromium() == str(tmp_path / "chromium")


def test_the_tests_take_the_shell_of_chromium_where_there_is_one(monkeypatch, tmp_path):
    for name in (chromium.SHELL, "chromium"):
        (tmp_path / name).touch(mode=0o755)
    monkeypatch.delenv("ATELIER_CHROMIUM", raising=False)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert chromium.find_chromium() == str(tmp_path / "chromium")
    assert chromium.find_chromium(chromium.SHELL) == str(tmp_path / chromium.SHELL)


def test_without_a_browser_the_tests_say_how_to_get_one(monkeypatch, capsys):
    monkeypatch.setenv("ATELIER_CHROMIUM", "/nowhere/chromium")
    assert Started().main("", "", ["test"]) == 2
    assert "sudo apt install chromium" in capsys.readouterr().out


def test_other_engines_that_are_not_there_are_said_and_the_tests_go_on(monkeypatch, capsys, tmp_path):
    monkeypatch.setenv("PATH", str(tmp_path))
    programs.install()
    told = capsys.readouterr().out
    assert "Firefox n'est pas là" in told
    assert "WebKit n'est pas là" in told
    assert "nginx n'est pas là" in told


def test_a_checkout_is_called_by_its_file():
    assert CALLED.endswith(" atelier.py")


# ---- A second start


class OpenCourse(BaseHTTPRequestHandler):
    """What the front address of an open course answers."""

    def do_GET(self):
        self.send_response(302)
        self.send_header("Location", "/voila/render/00_accueil.ipynb")
        self.end_headers()

    def log_message(self, *_):
        pass


@pytest.fixture
def open_course():
    with HTTPServer(("localhost", free_port()), OpenCourse) as server:
        thread = Thread(target=server.serve_forever, args=(0.01,))
        thread.start()
        yield server.server_port
        server.shutdown()
        thread.join()


def test_a_second_start_opens_the_browser_at_the_course_that_is_open(open_course, monkeypatch, capsys):
    seen = []
    monkeypatch.setattr(running.webbrowser, "open", seen.append)
    started = Started()
    assert started.main("", "", [f"--port={open_course}", "--double-clic"]) == 0
    assert seen == [f"http://localhost:{open_course}/"]
    assert "L'atelier est déjà ouvert" in capsys.readouterr().out
    assert not started.arguments


def test_another_program_s_port_makes_a_double_click_take_the_next_one(taken_port):
    port, is_open = running.settle("", "voila", taken_port, 8866, any_will_do=True)
    assert (port > taken_port, is_open) == (True, False)
