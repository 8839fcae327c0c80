"""WebKitGTK, asked by WebDriver over plain HTTP, in a window that nobody sees."""

import json
import os
import socket
import subprocess
import urllib.error
import urllib.request
from pathlib import Path
from time import monotonic
from typing import Any
from urllib.parse import urlsplit

from tests.support.browser import OURS
from tests.support.engines import GoneError, NotHereError, w3c
from tests.support.engines.programs import WEBKIT
from tests.support.server import free_port

_PATIENCE = 30  #: seconds for one command
_UNSEEN = {"WEBKIT_DISABLE_COMPOSITING_MODE": "1"}  #: without a graphics card, layers are a quarter of its work
_FETCHED = "performance.getEntriesByType('resource').map((entry) => entry.name)"
_ASKED = """
const done = arguments[0];
const answer = async () => JSON.stringify((await (%s)(...%s)) ?? null);
answer().then((found) => done([found, ""]), (error) => done(["", String(error)]));
"""


class WebKit:
    """WebKitGTK's MiniBrowser. It does not tell what the console says."""

    name = "webkit"

    def __init__(self, folder: Path) -> None:
        if not WEBKIT.is_here:
            raise NotHereError(WEBKIT.missing)
        self.downloads = folder
        driver, screen = WEBKIT.programs
        self._screen, display = _screen(screen)
        (folder / "user-dirs.dirs").write_text(f'XDG_DOWNLOAD_DIR="{folder}"\n', encoding="utf-8")
        places = {"HOME": str(folder), "XDG_CONFIG_HOME": str(folder), "NO_AT_BRIDGE": "1", "GDK_BACKEND": "x11"}
        environment = {**os.environ, **places, "DISPLAY": f":{display}", **_UNSEEN}
        self._driver, self._server = _listening(driver, environment)
        self._session = ""
        try:
            self._session = f"/{self._ask('POST', '', capabilities={})['sessionId']}"
        except (GoneError, OSError) as error:
            self.close()
            raise NotHereError(f"WebKit est là, mais ne démarre pas : {error}") from error
        self._ask("POST", "/window/rect", x=0, y=0, width=1280, height=938)

    def go(self, address: str) -> None:
        self._ask("POST", "/url", url=address)

    def run(self, function: str, *arguments: Any) -> Any:
        found, wrong = self._ask("POST", "/execute/async", script=_ASKED % (function, json.dumps(arguments)), args=[])
        assert not wrong, wrong
        return json.loads(found)

    def click(self, x: float, y: float) -> None:
        self._ask("POST", "/actions", actions=w3c.click_at(x, y))

    def type(self, text: str) -> None:
        self._ask("POST", "/actions", actions=w3c.typed(text))

    def press(self, chord: str) -> None:
        self._ask("POST", "/actions", actions=w3c.pressed(chord))

    def faults(self) -> list[str]:
        fetched = self._ask("POST", "/execute/sync", script=f"return {_FETCHED}", args=[])
        return [url for url in fetched if urlsplit(url).hostname not in {*OURS, None}]

    def close(self) -> None:
        if self._session:
            self._ask("DELETE", "")
        for process in (self._driver, self._screen):
            process.terminate()
            process.wait(_PATIENCE)

    def _ask(self, method: str, command: str, **body: Any) -> Any:
        content = json.dumps(body).encode() if method == "POST" else None
        request = urllib.request.Request(f"{self._server}{self._session}{command}", content, method=method)
        try:
            with urllib.request.urlopen(request, timeout=_PATIENCE) as answer:
                return json.load(answer)["value"]
        except urllib.error.HTTPError as error:
            raise GoneError(f"{command}: {json.load(error)['value']}") from error


def _screen(program: str) -> tuple[subprocess.Popen, str]:
    """Start a screen; return it and its number."""
    told, tells = os.pipe()
    command = [program, "-displayfd", str(tells), "-screen", "0", "1280x1024x24", "-nolisten", "tcp"]
    process = subprocess.Popen(command, pass_fds=[tells], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    os.close(tells)
    with os.fdopen(told) as told_by_it:
        number = told_by_it.readline().strip()
    if not number:
        raise NotHereError("Xvfb, l'écran de WebKit, est là, mais ne démarre pas.")
    return process, number


def _listening(program: str, environment: dict[str, str]) -> tuple[subprocess.Popen, str]:
    """Start the driver; return it and its address, once it listens there."""
    port = free_port()
    command, silent = [program, f"--port={port}"], subprocess.DEVNULL
    process = subprocess.Popen(command, env=environment, stdout=silent, stderr=silent)
    until = monotonic() + _PATIENCE
    while monotonic() < until and process.poll() is None:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            continue
        return process, f"http://127.0.0.1:{port}/session"
    process.kill()
    raise NotHereError("WebKitWebDriver est là, mais ne démarre pas.")
