"""The process that learners' kernels are forked from: `python -m atelier_ameli.kernels.forkserver FD`.

FD is a Unix socket. A message on it asks for one fork, and carries other files: first a socket of the fork's own, on
which the news of it goes: `pid 123` from here, `ready` from the fork once it listens, `exit 0` from here when it has
ended. When FD closes, whoever wanted forks is gone, and this process and all its forks end too.

A fork becomes an ordinary kernel. Or, if it is asked for with cells, it becomes a mould: it executes them, writes what
came of it to the second file, and serves on the third one as this process does on FD. Each fork of a mould is a seat.
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
from atelier_ameli.draw import _environment
from atelier_ameli.kernels import chapter
from atelier_ameli.kernels.app import ForkedKernelApp
from atelier_ameli.kernels.forking import ForkServer
from atelier_ameli.world import World

_LIBC = ctypes.CDLL(None)
_PR_SET_PDEATHSIG = 1


def main() -> None:
    """Prepare a kernel, then serve; in each fork, become what was asked for."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C in the terminal is for Voilà, which will then close FD
    app = ForkedKernelApp.instance()
    app.prepare()
    try:
        warm_up(app)
    except Exception:
        app.log.exception("The course could not be warmed up: each kernel will have to do all of it.")
    freeze()
    server = ForkServer(socket.socket(fileno=int(sys.argv[1])))
    if birth := server.serve():
        request, (news, *files) = birth
        settle(server.pid)
        enter(request)
        if "cells" in request:
            be_mould(app, request["cells"], news, *files)
        else:
            be_kernel(app, request, news)


def be_kernel(app: ForkedKernelApp, request: dict[str, Any], news: socket.socket) -> None:
    """Be the kernel that was asked for, until it is shut down. Python itself gives each fork a `random` of its own."""
    app.connection_file = request["connection_file"]
    app.wake(request["connection"])
    app.control_thread.io_loop.add_handler(news, _end, selectors.EVENT_READ)
    app.control_thread.start()
    news.send(b"ready")
    app.start()


def be_mould(app: ForkedKernelApp, cells: list[str], news: socket.socket, outputs: int, requests: int) -> None:
    """Be a chapter that is executed, and in each fork one learner's seat. It ends after the last of them."""
    with os.fdopen(outputs, "w", encoding="utf-8") as file:
        json.dump(chapter.execute(app, cells), file)
    freeze()
    server = ForkServer(socket.socket(fileno=requests))
    with news:
        news.send(b"ready")
    if birth := server.serve():
        _, (news, page) = birth
        settle(server.pid)
        news.send(b"ready")
        chapter.rehearse(app)
        chapter.sit(app, socket.socket(fileno=page))
        os._exit(0)
    server.see_off()


def warm_up(app: ForkedKernelApp) -> None:
    """Do what chapters do, so that modules, templates and data are loaded once and for all."""
    app.shell.run_cell("from atelier_ameli import Home, Screen\nHome()", store_history=False)
    people, edition, _ = data.personas(), data.edition(), data.letters()
    for template in _environment().list_templates(["html"]):
        _environment().get_template(template)
    for name in ("jessica", "karim"):  # two, so that all that Babel needs to write dates and amounts is loaded
        for page in ("login", "account_home", "payments"):
            desk = Desk("warm-up", World(edition, people, people[name]), page)
            desk.draw()
            desk.resume(desk.snapshot())
    app.shell.reset()


def freeze() -> None:
    """Get ready to fork."""
    if threading.active_count() > 1:
        sys.exit("Something that was imported has started a thread: its locks would not survive a fork.")
    gc.collect()
    gc.freeze()  # the collector would otherwise write to every shared page, and make a copy of each in every fork


def settle(server: int) -> None:
    """Make a fork a process of its own: its session, and its end with its server's."""
    os.setsid()
    _LIBC.prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
    if os.getppid() != server:
        os._exit(1)  # it died just before we asked to die with it


def enter(request: dict[str, Any]) -> None:
    """Take up the environment and the folder that were asked for."""
    os.environ.clear()
    os.environ.update(request["env"])
    if request["cwd"]:
        os.chdir(request["cwd"])


def _end(*_: object) -> None:
    """End at once: nobody sends to this socket, so it has closed, and whoever wanted this kernel is gone."""
    os._exit(1)


if __name__ == "__main__":
    main()
