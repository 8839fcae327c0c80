"""What the server says when it opens, and the settings that Jupyter reads."""

import json
from pathlib import Path

import pytest
import tornado.web
from jupyter_client.manager import KernelManager
from jupyter_client.provisioning import KernelProvisionerFactory
from jupyter_server.serverapp import ServerApp
from jupyter_server.services.kernels.kernelmanager import MappingKernelManager
from jupyterlab.labapp import LabApp
from voila.app import Voila
from voila.configuration import VoilaConfiguration
from voila.execute import VoilaExecutor
from voila.exporter import VoilaExporter

from atelier_ameli.serve import announcement
from atelier_ameli.serve import app as serve

CHECKOUT = Path(__file__).parents[2]
NBSP = "\N{NO-BREAK SPACE}"
CONFIGURED = {
    cls.__name__: cls
    for cls in (
        KernelManager,
        KernelProvisionerFactory,
        LabApp,
        MappingKernelManager,
        ServerApp,
        Voila,
        VoilaConfiguration,
        VoilaExecutor,
        VoilaExporter,
    )
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


def test_the_server_never_takes_another_port(taken_port, monkeypatch):
    server = serve.AtelierServer(port=taken_port, ip="0.0.0.0")
    server.app = tornado.web.Application()
    stopped = []
    monkeypatch.setattr(serve.AtelierServer, "stop", lambda _: stopped.append(True))
    with pytest.raises(SystemExit, match=f"ne peut pas ouvrir le port {taken_port}"):
        server.listen()
    assert stopped


@pytest.mark.parametrize("file", ["voila.json", "jupyter_server_config.json"])
def test_every_setting_is_one_that_jupyter_knows(file):
    for section, settings in json.loads((CHECKOUT / "jupyter" / file).read_text(encoding="utf-8")).items():
        assert settings.keys() <= CONFIGURED[section].class_traits(config=True).keys()


def test_a_page_may_not_call_another_site():
    settings = json.loads((CHECKOUT / "jupyter/voila.json").read_text(encoding="utf-8"))
    policy = settings["Voila"]["tornado_settings"]["headers"]["Content-Security-Policy"]
    sources = {source for directive in policy.split("; ") for source in directive.split()[1:]}
    assert {"default-src", "form-action", "base-uri"} <= {directive.split()[0] for directive in policy.split("; ")}
    assert sources <= {"'self'", "'none'", "'unsafe-inline'", "'unsafe-eval'", "data:", "blob:", "ws:", "wss:"}
