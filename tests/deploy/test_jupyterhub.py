"""JupyterHub: a JupyterLab for each learner, the course as a service. Its configuration is read; on asking, it runs.

ATELIER_HUB=/an/environment/bin (jupyterhub, atelier_ameli, and configurable-http-proxy in PATH) tries it for real.
"""

import json
import os
import re
import subprocess
import sys
from http.cookiejar import CookieJar
from pathlib import Path
from urllib.error import HTTPError, URLError
from urllib.parse import urlencode
from urllib.request import HTTPCookieProcessor, Request, build_opener

import pytest
from traitlets.config import Config

from practice.doors.voila.options import parse
from tests.support import ROOT, SITE
from tests.support.learner import Learner, run
from tests.support.server import free_port

FILE = ROOT / "deploy" / "jupyterhub" / "jupyterhub_config.py"
HUB = os.environ.get("ATELIER_HUB")
CHAPTER = "06_se_connecter"


def configured(monkeypatch, **told: str) -> Config:
    for name in ("ATELIER_PUBLIC", "ATELIER_EDITION", "ATELIER_PORT", "ATELIER_ESSAI"):
        monkeypatch.delenv(name, raising=False)
    for name, value in told.items():
        monkeypatch.setenv(name, value)
    config = Config()
    exec(compile(FILE.read_text(encoding="utf-8"), FILE.name, "exec"), {"get_config": lambda: config})
    return config


def test_the_course_is_a_service_that_our_command_understands(monkeypatch):
    config = configured(monkeypatch, ATELIER_PUBLIC="https://hub.example/", ATELIER_EDITION="2026")
    (service,) = config.JupyterHub.services
    python, dash, module, *options = service["command"]
    assert (python, dash, module) == (sys.executable, "-m", "atelier_ameli.serve")
    read = parse(SITE, options)
    assert service["url"] == f"http://{read.ip}:{read.port}"
    assert (read.prefix, read.service, read.edition) == ("/services/atelier/", True, "2026")
    assert read.public_url == "https://hub.example/services/atelier/"


def test_each_learner_has_the_chapters_and_her_work_is_kept_in_her_own_folder(monkeypatch):
    spawner = configured(monkeypatch).Spawner
    assert "--copies=carnets" in spawner.cmd[2]
    assert spawner.default_url == "/lab/tree/carnets/00_accueil.ipynb"
    assert not Path(spawner.environment["ATELIER_WORK"]).is_absolute()
    assert (Path(spawner.environment["JUPYTER_CONFIG_PATH"]) / "jupyter_server_config.json").is_file()


def test_nobody_comes_in_without_a_password_but_in_a_trial_on_this_computer(monkeypatch):
    assert "authenticator_class" not in configured(monkeypatch).JupyterHub
    trial = configured(monkeypatch, ATELIER_ESSAI="1").JupyterHub
    assert trial.authenticator_class == "dummy"
    assert trial.bind_url.startswith("http://127.0.0.1:")


# ---- For real


class Visitor:
    """A browser without a screen: it keeps cookies, and sends back what a form needs."""

    def __init__(self, base: str) -> None:
        self.base = base
        self.cookies = CookieJar()
        self._opener = build_opener(HTTPCookieProcessor(self.cookies))

    def get(self, path: str, fields: dict[str, str] | None = None) -> tuple[str, str]:
        """Return where one is led, and what stands there."""
        token = next((cookie.value for cookie in self.cookies if cookie.name == "_xsrf"), "")
        body = urlencode({**fields, "_xsrf": token}).encode() if fields else None
        with self._opener.open(Request(self.base + path, body), timeout=60) as answer:
            return answer.url, answer.read().decode()


@pytest.mark.skipif(not HUB, reason="JupyterHub pour de vrai : dites où il est dans ATELIER_HUB")
def test_two_learners_have_their_own_jupyterlab_and_the_course_beside_it(tmp_path):
    port = free_port()
    ports = {name: free_port() for name in ("course", "hub", "proxy")}
    environment = {
        **os.environ, "PATH": f"{HUB}:{os.environ['PATH']}", "HOME": str(tmp_path), "CONFIGPROXY_AUTH_TOKEN": "essai",
        "ATELIER_ESSAI": "1", "ATELIER_PUBLIC": f"http://localhost:{port}", "ATELIER_PORT": str(ports["course"]),
    }  # fmt: skip
    more = [
        f"--JupyterHub.hub_port={ports['hub']}",
        f"--ConfigurableHTTPProxy.api_url=http://127.0.0.1:{ports['proxy']}",
    ]
    with (tmp_path / "log").open("w") as log:
        command = [f"{HUB}/jupyterhub", "-f", str(FILE), *more]
        hub = subprocess.Popen(command, cwd=tmp_path, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
        try:
            for line in hub.stdout:
                log.write(line.decode())
                if b"JupyterHub is now running" in line:
                    break
            subprocess.Popen(["cat"], stdin=hub.stdout, stdout=log)
            for name in ("essai-un", "essai-deux"):
                comes_in(Visitor(f"http://localhost:{port}"), name)
            run(lambda: signs_in_through_the_hub(port))
        finally:
            hub.terminate()
            hub.wait()


def comes_in(visitor: Visitor, name: str) -> None:
    """Sign in to the hub, wait for a JupyterLab, and find the chapters in it."""
    visitor.get("/hub/login")
    visitor.get("/hub/login?next=/hub/spawn", {"username": name, "password": "essai"})
    for _ in range(1000):
        try:
            where, page = visitor.get(f"/user/{name}/lab/tree/carnets/00_accueil.ipynb")
        except (HTTPError, URLError):
            continue
        if where.startswith(f"{visitor.base}/user/{name}/lab") and "jupyter-config-data" in page:
            break
    settings = json.loads(re.search(r'<script id="jupyter-config-data"[^>]*>(.*?)</script>', page, re.DOTALL)[1])
    assert settings["baseUrl"] == f"/user/{name}/"
    chapters = json.loads(visitor.get(f"/user/{name}/api/contents/carnets")[1])["content"]
    assert "00_accueil.ipynb" in {chapter["name"] for chapter in chapters}
    assert len(chapters) > 20


async def signs_in_through_the_hub(port: int) -> None:
    """Open a chapter of the service, which asks for no account, and do something on it."""
    base = f"localhost:{port}/services/atelier/voila"
    there = type("There", (), {"trusted": None, "door": f"ws://{base}/atelier/door"})()
    there.address = lambda notebook: f"http://{base}/render/{notebook}.ipynb"
    one = Learner(there)
    await one.open(CHAPTER)
    await one.connect()
    assert "atelier" in await one.act("sign_in", number="", code="")
