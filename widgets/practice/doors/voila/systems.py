"""What operating systems do differently around the server. What it serves, and how, is the same on all of them."""

import contextlib
import os

from tornado.ioloop import PeriodicCallback

_MOST_FILES = 4096  #: open at once: each browser has several connections


def hear_ctrl_c() -> None:
    """Let Windows hear Ctrl-C, which it does only when the loop turns."""
    if os.name == "nt":
        PeriodicCallback(lambda: None, 1000).start()


def allow_many_connections() -> int:
    """Ask for as many connections as a large class needs: macOS starts with 256 open files, many a Linux with 1024.

    Return how many files may be open.
    """
    with contextlib.suppress(ImportError, ValueError, OSError):  # Windows has no such limit; refused, it stays
        import resource  # noqa: PLC0415

        now, most = resource.getrlimit(resource.RLIMIT_NOFILE)
        wanted = _MOST_FILES if most == resource.RLIM_INFINITY else min(_MOST_FILES, most)
        if now != resource.RLIM_INFINITY and now < wanted:
            resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, most))
            now = wanted
        return _MOST_FILES if now == resource.RLIM_INFINITY else now
    return _MOST_FILES
