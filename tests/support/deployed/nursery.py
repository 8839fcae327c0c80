"""A process that has read the course once, and from which servers are born: to read it takes them seconds each.

A server is then what `python -m atelier_ameli.serve` is, from its first line on; what it reads is there already.
"""

import gc
import json
import os
import runpy
import select
import signal
import socket
import subprocess
import sys
from collections.abc import Sequence
from contextlib import suppress
from functools import cache
from typing import IO

from tests.support import ROOT

IS_HERE = hasattr(os, "pidfd_open")  #: whether this system has what it needs: Linux has
_LONGEST = 1 << 20  #: bytes of what a server is to be


class Born:
    """A server's process, as far as `Server` looks at one: a `subprocess.Popen` that is nobody's child here."""

    def __init__(self, process: int, stdout: IO[bytes]) -> None:
        self._process, self.stdout = process, stdout

    def poll(self) -> int | None:
        """Return None while it lives."""
        return 0 if select.select([self._process], [], [], 0)[0] else None

    def terminate(self) -> None:
        self._tell(signal.SIGTERM)

    def kill(self) -> None:
        self._tell(signal.SIGKILL)

    def communicate(self) -> tuple[bytes, None]:
        """Wait until it has ended; return what it has said meanwhile."""
        with self.stdout:
            rest = self.stdout.read()
        select.select([self._process], [], [])
        return rest, None

    def _tell(self, number: signal.Signals) -> None:
        with suppress(ProcessLookupError):
            signal.pidfd_send_signal(self._process, number)


class Nursery:
    """The process, for as long as this one lives."""

    def __init__(self) -> None:
        self._socket, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        with theirs:
            command = [sys.executable, "-m", __name__, str(theirs.fileno())]
            where = {"stdin": subprocess.DEVNULL, "stdout": subprocess.DEVNULL}
            self._process = subprocess.Popen(command, cwd=ROOT, pass_fds=[theirs.fileno()], **where)

    def bear(self, arguments: Sequence[str], log: IO[bytes], most_files: int | None) -> Born:
        """Return a new server. It may open no more than so many files."""
        read, write = os.pipe()
        order = json.dumps([list(arguments), most_files, dict(os.environ)]).encode()
        socket.send_fds(self._socket, [order], [write, log.fileno()])
        os.close(write)
        _, (process,), *_ = socket.recv_fds(self._socket, 1, 1)
        return Born(process, os.fdopen(read, "rb"))


@cache
def nursery() -> Nursery:
    """Return the one of this process."""
    return Nursery()


# ---- In the process itself


def _read_the_course() -> None:
    from atelier_ameli.site import Site  # noqa: PLC0415 - who asks for servers need not read what they are made of
    from practice.doors.voila import app  # noqa: F401, PLC0415

    gc.disable()  # nearly all that is read stays
    for year in Site.years():
        site = Site.load(year)
        site.read_all()
        site.import_late()
    gc.collect()
    gc.freeze()
    gc.enable()


def _bear_until_nobody_asks(asks: socket.socket) -> None:
    """Bear a server for each order, and end with whoever gives them. It returns in the server only."""
    while True:
        order, lent, *_ = socket.recv_fds(asks, _LONGEST, 2)
        if not order:
            sys.exit()
        process = os.fork()
        if not process:
            break
        socket.send_fds(asks, [b"."], [os.pidfd_open(process)])
        for one in lent:
            os.close(one)
        with suppress(ChildProcessError):  # there is none any more
            while os.waitpid(-1, os.WNOHANG)[0]:
                pass
    asks.close()
    _become(*json.loads(order), *lent)


def _become(arguments: list[str], most_files: int | None, environment: dict[str, str], out: int, log: int) -> None:
    for lent, own in ((out, 1), (log, 2)):
        os.dup2(lent, own)
        os.close(lent)
    os.environ.clear()
    os.environ.update(environment)
    if most_files:
        import resource  # noqa: PLC0415 - Windows has none

        resource.setrlimit(resource.RLIMIT_NOFILE, (most_files, most_files))
    sys.argv[1:] = arguments


if __name__ == "__main__":
    _read_the_course()
    _bear_until_nobody_asks(socket.socket(fileno=int(sys.argv[1])))
    runpy.run_module("atelier_ameli.serve", run_name="__main__", alter_sys=True)
