"""Moulds and seats, as seen from Voilà's process.

A mould is a process in which a chapter has been executed. A seat is a fork of it: a process of one learner's own, which
answers her page and of which she only pays what differs. It takes 4 ms to get one, and nothing is executed for it.
"""

import json
import os
import socket
from tempfile import TemporaryFile
from typing import Any

from tornado.iostream import IOStream

from atelier_ameli.kernels.handle import PATIENCE, ForkedKernel, fork, fork_server


class Mould:
    """A chapter that has been executed: what came of each cell, and as many seats as there are learners."""

    def __init__(self, process: ForkedKernel, requests: socket.socket, outputs: list[list[dict[str, Any]]]) -> None:
        self.process = process
        self.outputs = outputs  #: Jupyter's messages, a list for each cell
        self._requests = requests

    async def seat(self) -> "Seat":
        """Return a new seat. Raises ForkError if there is none to be had."""
        ours, theirs = socket.socketpair()
        with theirs:
            try:
                process = await fork(self._requests, theirs.fileno())
            except BaseException:
                ours.close()
                raise
        return Seat(process, IOStream(ours))

    def retire(self) -> None:
        """Give no more seats. The process ends with the last one that is taken."""
        self._requests.close()


class Seat:
    """One learner's process: `page` carries messages to and from her page, as JSON, a line each."""

    def __init__(self, process: ForkedKernel, page: IOStream) -> None:
        self.process = process
        self.page = page

    def close(self) -> None:
        """End it at once."""
        self.page.close()
        self.process.kill()
        self.process.forget()


async def cast(cells: list[str], folder: str) -> Mould:
    """Execute a chapter's cells in a folder. Raises ForkError if there is no process to be had for it."""
    ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    ours.settimeout(PATIENCE)
    with TemporaryFile() as outputs, theirs:
        try:
            process = await fork_server.fork(
                outputs.fileno(), theirs.fileno(), cells=cells, env=dict(os.environ), cwd=folder
            )
        except BaseException:
            ours.close()
            raise
        outputs.seek(0)
        return Mould(process, ours, json.load(outputs))
