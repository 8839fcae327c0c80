"""Forks on request: what the fork server and each mould do all day."""

import json
import os
import selectors
import socket
from typing import Any

LARGEST_REQUEST = 1 << 18
_MOST_FILES = 3

#: what was asked for, and the files that came with it: a socket for the news, then descriptors
Birth = tuple[dict[str, Any], tuple[Any, ...]]


class ForkServer:
    """Forks on request, and says how each fork ended. It has one thread and no signal handler."""

    def __init__(self, requests: socket.socket) -> None:
        self.pid = os.getpid()
        self._requests = requests
        self._waiting = selectors.DefaultSelector()
        self._waiting.register(requests, selectors.EVENT_READ)

    def serve(self) -> Birth | None:
        """Fork until the requests end. Returns None then, and in each fork its own birth."""
        while True:
            for key, _ in self._waiting.select():
                if key.fileobj is not self._requests:
                    self._report_end(key.fd, *key.data)
                    continue
                message, files, *_ = socket.recv_fds(self._requests, LARGEST_REQUEST, _MOST_FILES)
                if not message:
                    self._waiting.unregister(self._requests)
                    return None
                news, *files = files
                news = socket.socket(fileno=news)
                if (pid := os.fork()) == 0:
                    self._forget()
                    return json.loads(message), (news, *files)
                self._waiting.register(os.pidfd_open(pid), selectors.EVENT_READ, (pid, news))
                for file in files:
                    os.close(file)
                _tell(news, b"pid %d" % pid)

    def see_off(self) -> None:
        """Wait until the last fork has ended."""
        while self._waiting.get_map():
            for key, _ in self._waiting.select():
                self._report_end(key.fd, *key.data)

    def _report_end(self, pidfd: int, pid: int, news: socket.socket) -> None:
        self._waiting.unregister(pidfd)
        os.close(pidfd)
        _, status = os.waitpid(pid, 0)
        _tell(news, b"exit %d" % os.waitstatus_to_exitcode(status))
        news.close()

    def _forget(self) -> None:
        """Close, in a fork, what would let one kernel speak for another one or ask for more."""
        for key in list(self._waiting.get_map().values()):
            if key.fileobj is not self._requests:
                os.close(key.fd)
                key.data[1].close()
        self._waiting.close()
        self._requests.close()


def _tell(news: socket.socket, what: bytes) -> None:
    try:
        news.send(what)
    except OSError:
        news.close()  # it does not listen any more
