"""The process that learners' kernels are forked from: `python -m atelier_ameli.kernels.forkserver FD`.

FD is a Unix socket. A message on it asks for one kernel, and carries another socket, the kernel's own, on which the
answer goes: `pid 123` from here, `ready` from the kernel once it listens, `exit 0` from here when it has ended.
When FD closes, whoever wanted kernels is gone, and this process and all its kernels end too.
"""

import ctypes
import gc
import json
import os
import selectors
import signal
import socket
import sys
import threading
from typing import Any

from atelier_ameli import data
from atelier_ameli.desk import Desk
from atelier_ameli.domain.simulation import Simulation
from atelier_ameli.draw import _environment
from atelier_ameli.kernels.app import ForkedKernelApp

LARGEST_REQUEST = 1 << 18
_PR_SET_PDEATHSIG = 1


def main() -> None:
    """Prepare a kernel, then serve; in each fork, become that kernel."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C in the terminal is for Voilà, which will then close FD
    app = ForkedKernelApp.instance()
    app.prepare()
    try:
        warm_up(app)
    except Exception:
        app.log.exception("The course could not be warmed up: each kernel will have to do all of it.")
    if threading.active_count() > 1:
        sys.exit("Something that was imported has started a thread: its locks would not survive a fork.")
    gc.collect()
    gc.freeze()  # the collector would otherwise write to every shared page, and make a copy of each in every kernel
    server = ForkServer(socket.socket(fileno=int(sys.argv[1])))
    birth = server.serve()
    if birth:
        live(app, server.pid, *birth)


def live(app: ForkedKernelApp, server: int, request: dict[str, Any], owner: socket.socket) -> None:
    """Be the kernel that was asked for, until it is shut down. Python itself gives each fork a `random` of its own."""
    settle(server, request)
    app.connection_file = request["connection_file"]
    app.wake(request["connection"])
    app.control_thread.io_loop.add_handler(owner, _end, selectors.EVENT_READ)
    app.control_thread.start()
    owner.send(b"ready")
    app.start()


def warm_up(app: ForkedKernelApp) -> None:
    """Do what chapters do, so that modules, templates and data are loaded once and for all."""
    app.shell.run_cell("from atelier_ameli import Home, Screen\nHome()", store_history=False)
    people, edition, _ = data.personas(), data.edition(), data.letters()
    for template in _environment().list_templates(["html"]):
        _environment().get_template(template)
    for name in ("jessica", "karim"):  # two, so that all that Babel needs to write dates and amounts is loaded
        for page in ("login", "account_home", "payments"):
            Desk("warm-up", Simulation(edition, people, people[name]), page).draw()
    app.shell.reset()


class ForkServer:
    """Forks on request, and says how each fork ended. It has one thread and no signal handler."""

    def __init__(self, requests: socket.socket) -> None:
        self.pid = os.getpid()
        self._requests = requests
        self._waiting = selectors.DefaultSelector()
        self._waiting.register(requests, selectors.EVENT_READ)

    def serve(self) -> tuple[dict[str, Any], socket.socket] | None:
        """Fork until the requests end. Returns None then, and in each fork its request and its own socket."""
        while True:
            for key, _ in self._waiting.select():
                if key.fileobj is not self._requests:
                    self._report_end(key.fd, *key.data)
                    continue
                message, fds, *_ = socket.recv_fds(self._requests, LARGEST_REQUEST, 1)
                if not message:
                    return None
                owner = socket.socket(fileno=fds[0])
                if (pid := os.fork()) == 0:
                    self._forget()
                    return json.loads(message), owner
                self._waiting.register(os.pidfd_open(pid), selectors.EVENT_READ, (pid, owner))
                _tell(owner, b"pid %d" % pid)

    def _report_end(self, pidfd: int, pid: int, owner: socket.socket) -> None:
        self._waiting.unregister(pidfd)
        os.close(pidfd)
        _, status = os.waitpid(pid, 0)
        _tell(owner, b"exit %d" % os.waitstatus_to_exitcode(status))
        owner.close()

    def _forget(self) -> None:
        """Close, in a fork, what would let one kernel speak for another one or ask for more."""
        for key in list(self._waiting.get_map().values()):
            if key.fileobj is not self._requests:
                os.close(key.fd)
                key.data[1].close()
        self._waiting.close()
        self._requests.close()


def _tell(owner: socket.socket, what: bytes) -> None:
    try:
        owner.send(what)
    except OSError:
        owner.close()  # it does not listen any more


def settle(server: int, request: dict[str, Any]) -> None:
    """Make a fork a process of its own: its session, directory and environment, and its end with its server's."""
    os.setsid()
    ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
    if os.getppid() != server:
        os._exit(1)  # it died just before we asked to die with it
    os.environ.clear()
    os.environ.update(request["env"])
    if request["cwd"]:
        os.chdir(request["cwd"])


def _end(*_: object) -> None:
    """End at once: nobody sends to this socket, so it has closed, and whoever wanted this kernel is gone."""
    os._exit(1)


if __name__ == "__main__":
    main()
