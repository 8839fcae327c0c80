"""The course's own server, in a process of its own."""

import socket
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support import ROOT


class Server:
    """A server on a folder of notebooks."""

    def __init__(self, notebooks: Path, log: Path, *options: str) -> None:
        self.notebooks, self.log, self.options = notebooks, log, options
        with socket.socket() as probe:
            probe.bind(("", 0))
            self.port = probe.getsockname()[1]

    def start(self) -> None:
        module = [sys.executable, "-m", "atelier_ameli.serve"]
        options = ["--no-browser", f"--port={self.port}", f"--notebooks={self.notebooks}", *self.options]
        with self.log.open("ab") as log:
            self.process = subprocess.Popen([*module, *options], cwd=ROOT, stdout=subprocess.PIPE, stderr=log)
        for line in self.process.stdout:
            if "est ouvert" in line.decode():
                return
        pytest.fail(f"L'atelier ne s'ouvre pas : {self.log.read_text(encoding='utf-8')}")

    def stop(self) -> None:
        self.process.terminate()
        self.process.communicate()

    def address(self, notebook: str, host: str = "localhost") -> str:
        return f"http://{host}:{self.port}/voila/render/{notebook}.ipynb"
