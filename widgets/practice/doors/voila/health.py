"""Health: what a probe asks. `/sante` says that the server is alive, `/sante/pret` that it takes new pages."""

from http import HTTPStatus
from typing import TYPE_CHECKING

from tornado.web import RequestHandler

if TYPE_CHECKING:
    from practice.doors.voila.room import Room

PATH = "sante"
_READY = f"{PATH}/pret"


def is_asked(path: str, prefix: str) -> bool:
    """Say whether a probe asks, under the prefix of the course or without it: it may stand before or behind a proxy."""
    return path.removeprefix(prefix).lstrip("/") in (PATH, _READY)


class HealthHandler(RequestHandler):
    """Answers a probe in one word."""

    def initialize(self, room: "Room") -> None:
        self._room = room

    def set_default_headers(self) -> None:
        """Say that no answer is to be kept, nor which program gives it."""
        self.set_header("Content-Type", "text/plain; charset=utf-8")
        self.set_header("Cache-Control", "no-store")
        self.clear_header("Server")

    def get(self) -> None:
        """Answer 200; 503 if it is asked for a server that is ready, and this one still reads, or stops."""
        if not self.request.path.endswith(_READY):
            self.finish("en vie\n")
            return
        if not self._room.is_ready:
            self.set_status(HTTPStatus.SERVICE_UNAVAILABLE)
        self.finish("prêt\n" if self._room.is_ready else "pas prêt\n")

    head = get
