"""The course's own server, in a process of its own."""

import itertools
import os
import socket
import subprocess
import sys
from pathlib import Path
from typing import IO

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

from tests.support import ROOT
from tests.support.deployed import nursery

SCREEN = 'Screen("login", persona="jessica")'
MOST = 40  #: pages that the server of tests/serve remembers

#: No system lends these to a browser that connects, as it lends those above: found free, one stays so until it is used.
_FIRST = 20_000 + 500 * int(os.environ.get("PYTEST_XDIST_WORKER", "gw0").removeprefix("gw"))
_PORTS = itertools.cycle(range(_FIRST, _FIRST + 500))


def free_port() -> int:
    """Return a port that nobody listens on, and that no other worker of this run looks at."""
    return next(filter(_is_free, _PORTS))


def _is_free(port: int) -> bool:
    with socket.socket() as probe:
        try:
            probe.bind(("", port))
        except OSError:
            return False
    return True


class Server:
    """A server on a folder of notebooks."""

    def __init__(self, notebooks: Path, log: Path, *options: str, most_files: int | None = None) -> None:
        self.notebooks, self.log, self.options = notebooks, log, options
        self.most_files = most_files
        self.said = ""
        self.port = free_port()

    trusted = None  #: what a page checks its certificate by; this one has none

    def start(self) -> None:
        self.begin()
        self.read_until_open()

    def begin(self) -> None:
        usual = ["--no-browser", "--grace=0.2", f"--port={self.port}", f"--notebooks={self.notebooks}"]
        options = [*usual, *self.options]
        with self.log.open("ab") as log:
            if nursery.IS_HERE:
                self.process = nursery.nursery().bear(options, log, self.most_files)
            else:
                self.process = self._begin_anew(options, log)

    def _begin_anew(self, options: list[str], log: IO[bytes]) -> subprocess.Popen:
        command = [sys.executable, "-m", "atelier_ameli.serve", *options]
        if self.most_files:
            command = ["sh", "-c", f'ulimit -n {self.most_files} && exec "$@"', "sh", *command]
        return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=log)

    def read_until_open(self) -> None:
        for line in self.process.stdout:
            self.said += line.decode()
            if "est ouvert" in line.decode():
                return
        pytest.fail(f"L'atelier ne s'ouvre pas : {self.log.read_text(encoding='utf-8')}")

    def stop(self) -> None:
        self.process.terminate()
        rest, _ = self.process.communicate()
        self.said += rest.decode()

    def kill(self) -> None:
        """End it at once, as a failing computer does."""
        self.process.kill()
        self.process.communicate()

    @property
    def door(self) -> str:
        """Where a page connects."""
        return f"ws://localhost:{self.port}/voila/atelier/door"

    def address(self, notebook: str, host: str = "localhost", step: str = "") -> str:
        """Return where a chapter is, or a step of it."""
        return f"http://{host}:{self.port}/voila/render/{notebook}.ipynb" + (f"#{step}" if step else "")


def write(folder: Path, name: str, *sources: str) -> None:
    """Write a notebook of these cells."""
    kernelspec = {"name": "python3", "display_name": "Python 3", "language": "python"}
    cells = [new_markdown_cell(f"# {name}"), *map(new_code_cell, ["from atelier_ameli import Screen", *sources])]
    nbformat.write(new_notebook(cells=cells, metadata={"kernelspec": kernelspec}), folder / f"{name}.ipynb")
