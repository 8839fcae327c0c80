"""What the server says when it opens, and the settings that Jupyter reads."""

import json
import re
from importlib import import_module
from pathlib import Path

import pytest

from atelier_ameli.site import Site
from practice.doors.launch import running
from practice.doors.voila import announcement, own_notebooks
from practice.doors.voila import app as serve
from tests.support.broken_data import Course

CHECKOUT = Path(__file__).parents[2]
NBSP = "\N{NO-BREAK SPACE}"
#: the classes that our settings are for, each with its module, which takes long to import
CONFIGURED = {
    "KernelManager": "jupyter_client.manager",
    "LabApp": "jupyterlab.labapp",
    "LanguageServerManager": "jupyter_lsp",
    "MappingKernelManager": "jupyter_server.services.kernels.kernelmanager",
    "ServerApp": "jupyter_server.serverapp",
    "Voila": "voila.app",
    "VoilaConfiguration": "voila.configuration",
    "VoilaExecutor": "voila.execute",
    "VoilaExporter": "voila.exporter",
}


def test_the_tablets_are_told_every_address():
    text = announcement.announcement("http://localhost:8866/", ["http://192.168.1.12:8866/", "http://10.42.0.1:8866/"])
    assert f"Sur cet ordinateur{NBSP}:  http://localhost:8866/" in text
    assert f"Sur les tablettes{NBSP}:   http://192.168.1.12:8866/" in text
    assert "http://10.42.0.1:8866/" in text
    assert f"Pour arrêter{NBSP}: Ctrl-C" in text


def test_without_a_network_the_course_opens_and_says_that_tablets_cannot_come(monkeypatch):
    def unreachable(*_: object) -> None:
        raise OSError

    monkeypatch.setattr(announcement.socket.socket, "connect", unreachable)
    assert announcement.lan_addresses() == []
    assert "Les tablettes n'y ont pas accès" in announcement.announcement("http://localhost:8866/", [])


def test_tablets_are_never_sent_to_themselves(monkeypatch):
    monkeypatch.setattr(announcement, "_BEACONS", ("127.0.0.1",))
    assert announcement.lan_addresses() == []


def test_a_terminal_that_cannot_draw_the_qr_code_shows_none():
    assert "█" in announcement.qr_code("http://192.168.1.12:8866/", "utf-8")
    assert announcement.qr_code("http://192.168.1.12:8866/", "latin-1") == ""


def test_the_server_never_takes_another_port(taken_port):
    with pytest.raises(SystemExit, match=f"ne peut pas ouvrir le port {taken_port}"):
        serve.main(Site, ["--no-browser", f"--port={taken_port}"])


def test_a_course_that_another_window_has_just_opened_is_shown(taken_port, monkeypatch, capsys):
    monkeypatch.setattr(running, "is_open", lambda _: True)
    with pytest.raises(SystemExit) as ended:
        serve.main(Site, ["--no-browser", f"--port={taken_port}"])
    assert ended.value.code == 0
    assert f"L'atelier est déjà ouvert{NBSP}: http://localhost:{taken_port}/" in capsys.readouterr().out


def test_an_edition_that_is_not_there_is_refused_with_those_that_are(capsys):
    with pytest.raises(SystemExit):
        serve.main(Site, ["--edition=1900"])
    assert f"L'édition «{NBSP}1900{NBSP}» n'existe pas. Les éditions{NBSP}: 2021" in capsys.readouterr().err


LAB = json.loads((CHECKOUT / "jupyter" / "jupyter_server_config.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("sections", [LAB, own_notebooks.SETTINGS], ids=["JupyterLab", "Voilà"])
def test_every_setting_is_one_that_jupyter_knows(sections):
    for section, settings in sections.items():
        configured = getattr(import_module(CONFIGURED[section]), section)
        assert settings.keys() <= configured.class_traits(config=True).keys()


def test_broken_data_is_told_in_french_and_nothing_is_announced(tmp_path, capsys):
    course = Course(tmp_path)
    course.change("personas.toml", lambda text: text.replace('nir = "2820295000199"', "nir = 2820295000199"))
    course.change("glossary.toml", lambda text: text.replace("[[word]]", "[[mot]]"))
    with pytest.raises(SystemExit) as refused:
        serve.main(course.kind, ["--no-browser", "--ip=127.0.0.1", "--port=0"])
    told = str(refused.value).splitlines()
    assert told[0] == "L'atelier ne s'ouvre pas : 2 fautes sont à corriger."
    assert re.fullmatch(r"- data/personas.toml, entrée « jessica », ligne 18 : nir : .*\"2820295000199\"", told[1])
    assert told[2].startswith("- data/glossary.toml, entrée « fichier », ligne ")
    assert "est ouvert" not in capsys.readouterr().out
