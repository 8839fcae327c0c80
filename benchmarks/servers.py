"""Servers under measure: started alone, looked at from outside (CPU and memory of the process tree), stopped whole."""

import contextlib
import os
import socket
import subprocess
import time
from pathlib import Path
from tempfile import TemporaryDirectory
from types import TracebackType
from typing import Self

import psutil
from contestants import PEERS, Contestant

_PATIENCE = 60
_OFTEN = 0.01  #: seconds between two looks whether it is open
_SETTLED = 3  #: seconds between an open server and the first page: a trainer opens the room, then learners come


class Server:
    """A contestant's server, on a free port of this machine. Use it in `with`."""

    def __init__(self, contestant: Contestant, python: str) -> None:
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]
        self.contestant = contestant
        self.url = f"http://127.0.0.1:{self.port}{contestant.path}"
        self._python = python

    def __enter__(self) -> Self:
        self._folder = TemporaryDirectory(prefix="atelier-bench-")
        home = Path(self._folder.name)
        environment = {key: value for key, value in os.environ.items() if not key.startswith(("JUPYTER", "VOILA"))}
        environment |= {
            "HOME": str(home),
            "JUPYTER_CONFIG_DIR": str(home),
            "PYTHONPATH": os.pathsep.join(filter(None, [str(PEERS), os.environ.get("PYTHONPATH")])),
            **self.contestant.environment,
        }
        self.log = home / "log"
        began = time.monotonic()
        with self.log.open("wb") as log:
            command = [self._python, "-m", *self.contestant.command(self.port)]
            self._process = psutil.Popen(
                command, cwd=self.contestant.cwd, env=environment, stdin=subprocess.DEVNULL, stdout=log, stderr=log
            )
        while not self._is_open():
            if self._process.poll() is not None or time.monotonic() > began + _PATIENCE:
                message = self.log.read_text(encoding="utf-8", errors="replace")[-2000:]
                self.__exit__(None, None, None)
                raise RuntimeError(f"{self.contestant.name} does not start:\n{message}")
            time.sleep(_OFTEN)
        self.start_seconds = time.monotonic() - began
        time.sleep(_SETTLED)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        tree = self._tree()
        for end in (psutil.Process.terminate, psutil.Process.kill):
            for process in tree if end is psutil.Process.kill else tree[:1]:
                with contextlib.suppress(psutil.NoSuchProcess):
                    end(process)
            _, tree = psutil.wait_procs(tree, timeout=5)
        self._folder.cleanup()

    def cpu(self) -> float:
        """Return the CPU seconds that the server and its processes have used."""
        total = 0.0
        for process in self._tree():
            with contextlib.suppress(psutil.NoSuchProcess, OSError):
                times = process.cpu_times()
                own = time.clock_gettime((~process.pid << 3) | 2)  # that process's own clock, exact
                total += own + times.children_user + times.children_system
        return total

    def memory(self) -> float:
        """Return the memory, in MB, that would come free if the server and its processes ended (USS)."""
        total = 0
        for process in self._tree():
            with contextlib.suppress(psutil.NoSuchProcess):
                total += process.memory_full_info().uss
        return total / 1e6

    def _tree(self) -> list[psutil.Process]:
        with contextlib.suppress(psutil.NoSuchProcess):
            return [self._process, *self._process.children(recursive=True)]
        return []

    def _is_open(self) -> bool:
        if self.contestant.opened:
            return self.contestant.opened in self.log.read_text(encoding="utf-8", errors="replace")
        with socket.socket() as probe:
            return probe.connect_ex(("127.0.0.1", self.port)) == 0
