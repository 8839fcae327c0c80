"""The fork server and its kernels, as seen from the process that wants kernels."""

import asyncio
import contextlib
import json
import os
import select
import signal
import socket
import subprocess
import sys
import threading
from typing import Any

#: Seconds for a kernel: the first one waits for the fork server's own start, perhaps on a slow and busy machine.
PATIENCE = 30.0


class ForkError(RuntimeError):
    """The fork server gave no kernel."""


class ForkedKernel:
    """A kernel that is the fork server's child and not ours, with the face of `subprocess.Popen`.

    What `jupyter_client.LocalProvisioner` does with a process of its own, it can so do with this one.
    """

    stdin = stdout = stderr = None

    def __init__(self, news: socket.socket) -> None:
        self._news = news
        self.pid = 0
        self.returncode: int | None = None

    async def started(self) -> None:
        """Wait until the kernel listens. Raises ForkError if it never will."""
        self._news.setblocking(False)
        loop, listens = asyncio.get_running_loop(), False
        try:
            async with asyncio.timeout(PATIENCE):
                while not (listens and self.pid):  # on a busy machine, either may be heard first
                    news = await loop.sock_recv(self._news, 64)
                    listens = listens or news == b"ready"
                    self._hear(news)
                    if self.returncode is not None:
                        raise ForkError(f"it ended with {self.returncode} before it listened")
        except OSError as error:  # among them TimeoutError
            raise ForkError(repr(error)) from error
        finally:
            if not (listens and self.pid):
                self._news.close()  # nobody waits for it any more: should it still come, it ends by itself

    def poll(self) -> int | None:
        """Return the exit code, minus the signal's number if a signal ended it, or None while it runs."""
        with contextlib.suppress(BlockingIOError):
            while self.returncode is None:
                self._hear(self._news.recv(64))
        return self.returncode

    def wait(self) -> int:
        """Wait until it has ended, and return its exit code."""
        while (code := self.poll()) is None:
            select.select([self._news], [], [])
        return code

    def send_signal(self, number: int) -> None:
        """Send a signal, as `Popen` does: not to a process that has ended, whose number may be another one's."""
        if self.pid and self.poll() is None:
            with contextlib.suppress(ProcessLookupError):  # it ended in this very moment
                os.kill(self.pid, number)

    def kill(self) -> None:
        """End it at once."""
        self.send_signal(signal.SIGKILL)

    def terminate(self) -> None:
        """Ask it to end."""
        self.send_signal(signal.SIGTERM)

    def forget(self) -> None:
        """Hear no more of it, however it ends."""
        self._news.close()

    def _hear(self, news: bytes) -> None:
        word, _, number = news.partition(b" ")
        if word == b"pid":
            self.pid = int(number)
        elif word != b"ready":  # "exit 0", or nothing at all: the fork server died, and all its kernels with it
            self.returncode = int(number or -signal.SIGKILL)
            self._news.close()


class ForkServer:
    """Starts the fork server when it is first needed, and asks it for kernels. Any thread may ask."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._process: subprocess.Popen | None = None
        self._requests: socket.socket | None = None

    def start(self) -> None:
        """Start the fork server unless it runs. It does not wait: requests may be sent before it is ready."""
        with self._lock:
            if self._process and self._process.poll() is None:
                return
            ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
            with theirs:
                self._process = subprocess.Popen(  # noqa: S603 - our own module, our own interpreter
                    [sys.executable, "-m", f"{__package__}.forkserver", str(theirs.fileno())],
                    stdin=subprocess.DEVNULL,
                    pass_fds=[theirs.fileno()],
                    start_new_session=True,
                )
            self._requests = ours
            ours.settimeout(PATIENCE)

    def stop(self) -> None:
        """End the fork server and every kernel that it still has."""
        with self._lock:
            if self._process and self._requests:
                self._requests.close()
                self._process.wait()
                self._process = self._requests = None

    async def fork(self, *files: int, **request: Any) -> ForkedKernel:
        """Return a kernel that listens, and that has been given files. Raises ForkError if there is none to be had."""
        try:
            self.start()
        except OSError as error:
            raise ForkError(str(error)) from error
        return await fork(self._requests, *files, **request)


async def fork(requests: socket.socket, *files: int, **request: Any) -> ForkedKernel:
    """Ask for a fork; return it when it listens. Raises ForkError if there is none to be had."""
    ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    kernel = ForkedKernel(ours)
    with theirs:
        try:
            socket.send_fds(requests, [json.dumps(request, default=bytes.decode).encode()], [theirs.fileno(), *files])
        except OSError as error:
            ours.close()
            raise ForkError(str(error)) from error
    await kernel.started()
    return kernel


#: The one fork server of this process.
fork_server = ForkServer()
