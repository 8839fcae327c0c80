"""A host of plain files, on this computer, that says nothing of what is asked of it."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

_LOOKS = 0.02  #: seconds between two looks at whether it is to end


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        pass


@contextmanager
def hosting(folder: Path) -> Iterator[ThreadingHTTPServer]:
    """Give a server of the files of a folder."""
    server = ThreadingHTTPServer(("localhost", 0), partial(_Quiet, directory=folder))
    Thread(target=server.serve_forever, args=[_LOOKS], daemon=True).start()
    yield server
    server.shutdown()
    server.server_close()
