"""Stock Firefox, asked by WebDriver BiDi: commands and events on one websocket."""

import json
import re
import subprocess
from pathlib import Path
from threading import Timer
from typing import Any
from urllib.parse import urlsplit

from websocket import create_connection

from tests.support.browser import OURS
from tests.support.engines import GoneError, NotHereError, w3c
from tests.support.engines.programs import FIREFOX

_PATIENCE = 30  #: seconds for one command
_PREFS = """
user_pref("browser.download.folderList", 2);
user_pref("browser.download.dir", {folder});
user_pref("browser.download.alwaysOpenPanel", false);
user_pref("pdfjs.disabled", true);
user_pref("browser.helperApps.neverAsk.saveToDisk", "application/pdf");
user_pref("datareporting.policy.dataSubmissionEnabled", false);
user_pref("browser.shell.checkDefaultBrowser", false);
user_pref("app.update.enabled", false);
"""
#: what it would get ready for somebody who stays, and look for on the network: a third of what its start takes
_PREFS += """
user_pref("browser.startup.page", 0);
user_pref("browser.newtabpage.enabled", false);
user_pref("browser.newtab.preload", false);
user_pref("dom.ipc.processPrelaunch.enabled", false);
user_pref("extensions.enabledScopes", 0);
user_pref("extensions.systemAddon.update.enabled", false);
user_pref("extensions.getAddons.cache.enabled", false);
user_pref("services.settings.server", "data:,#remote-settings-dummy/v1");
user_pref("browser.safebrowsing.malware.enabled", false);
user_pref("browser.safebrowsing.phishing.enabled", false);
user_pref("network.captive-portal-service.enabled", false);
user_pref("network.connectivity-service.enabled", false);
"""


class Firefox:
    """Firefox ESR, without a window."""

    name = "firefox"

    def __init__(self, folder: Path) -> None:
        if not FIREFOX.is_here:
            raise NotHereError(FIREFOX.missing)
        self.downloads = folder
        profile = folder / "profile"
        profile.mkdir()
        (profile / "user.js").write_text(_PREFS.format(folder=json.dumps(str(folder))), encoding="utf-8")
        command = [
            FIREFOX.programs[0],
            "--headless",
            "--no-remote",
            "--profile",
            profile,
            "--remote-debugging-port",
            "0",
        ]
        self._process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
        self._asked, self._said, self._turn = [], [], 0
        self._socket = create_connection(f"{self._address()}/session", timeout=_PATIENCE, suppress_origin=True)
        self._tell("session.new", capabilities={})
        self._page = self._tell("browsingContext.getTree")["contexts"][0]["context"]
        self._tell("session.subscribe", events=["log.entryAdded", "network.beforeRequestSent"])
        self._tell("browsingContext.setViewport", context=self._page, viewport={"width": 1280, "height": 900})

    def _address(self) -> str:
        words = []
        late = Timer(_PATIENCE, self._process.kill)
        late.start()
        for line in self._process.stderr:
            words.append(line)
            if found := re.search(r"listening on (ws://\S+)", line):
                late.cancel()
                return found[1]
        raise NotHereError(f"Firefox est là, mais ne démarre pas : {''.join(words)}")

    def go(self, address: str) -> None:
        self._tell("browsingContext.navigate", context=self._page, url=address, wait="complete")

    def run(self, function: str, *arguments: Any) -> Any:
        asked = f"async () => JSON.stringify(await ({function})(...{json.dumps(arguments)}) ?? null)"
        found = self._tell(
            "script.callFunction", functionDeclaration=asked, target={"context": self._page}, awaitPromise=True
        )
        if "exceptionDetails" in found:
            raise AssertionError(found["exceptionDetails"]["text"])
        return json.loads(found["result"]["value"])

    def click(self, x: float, y: float) -> None:
        self._act(w3c.click_at(x, y))

    def type(self, text: str) -> None:
        self._act(w3c.typed(text))

    def press(self, chord: str) -> None:
        self._act(w3c.pressed(chord))

    def _act(self, actions: list[dict[str, Any]]) -> None:
        self._tell("input.performActions", context=self._page, actions=actions)

    def faults(self) -> list[str]:
        hosts = [url for url in self._asked if urlsplit(url).hostname not in {*OURS, None}]
        faults, self._said, self._asked = [*self._said, *hosts], [], []
        return faults

    def close(self) -> None:
        try:
            self._tell("browser.close")
            self._process.wait(_PATIENCE)
        finally:
            self._process.kill()
            self._socket.close()

    def _tell(self, method: str, **params: Any) -> dict[str, Any]:
        self._turn += 1
        self._socket.send(json.dumps({"id": self._turn, "method": method, "params": params}))
        while True:
            heard = json.loads(self._socket.recv())
            if heard.get("id") == self._turn:
                break
            if "method" in heard:
                self._note(heard["method"], heard["params"])
        if heard["type"] == "error":
            raise GoneError(f"{method}: {heard['error']}: {heard['message']}")
        return heard["result"]

    def _note(self, event: str, about: dict[str, Any]) -> None:
        if event == "network.beforeRequestSent":
            self._asked.append(about["request"]["url"])
        elif about["level"] in ("error", "warn"):
            self._said.append(about["text"])
