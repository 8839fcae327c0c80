"""What answers at the addresses of a room: its pages, the files of a page, and a calm page for whatever goes wrong."""

import re
from http import HTTPStatus
from pathlib import Path
from typing import TYPE_CHECKING, Any

import segno
from tornado.web import HTTPError, RequestHandler

from practice.doors.voila import assets
from practice.doors.voila.page import simulated_page, statement_page

if TYPE_CHECKING:
    from practice.doors.voila.room import Room

FOR_EVER = "public, max-age=31536000, immutable"
_TYPES = {".css": "text/css", ".js": "text/javascript"}
#: a page may ask nothing of another site, be shown in none, and run no script in itself but one
_POLICY = (
    f"default-src 'none'; script-src 'self' {assets.EARLY_MARK}; style-src 'self' 'unsafe-inline'; "
    "img-src 'self' data:; connect-src 'self'{sockets}; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
_PLAIN_HOST = re.compile(r"[\w.:\[\]-]+", re.ASCII)
_WORDS = {
    HTTPStatus.NOT_FOUND: "not_found",
    HTTPStatus.MISDIRECTED_REQUEST: "not_ours",
    HTTPStatus.SERVICE_UNAVAILABLE: "full",
    HTTPStatus.TOO_MANY_REQUESTS: "too_many",
}
#: the status of who may come again -> after how many seconds
_LATER = {HTTPStatus.SERVICE_UNAVAILABLE: "30", HTTPStatus.TOO_MANY_REQUESTS: "60"}


def policy(host: str) -> str:
    """Return what a page may do. Older Safaris do not take a websocket of the same host for « self »."""
    sockets = f" ws://{host} wss://{host}" if _PLAIN_HOST.fullmatch(host) else ""
    return _POLICY.format(sockets=sockets)


class PageHandler(RequestHandler):
    """A page of ours, and the calm page for whatever goes wrong."""

    def initialize(self, room: "Room") -> None:
        self.room = room

    def set_default_headers(self) -> None:
        """Say what a page may do."""
        self.set_header("Content-Security-Policy", policy(self.request.host))
        self.set_header("X-Content-Type-Options", "nosniff")
        self.set_header("Referrer-Policy", "no-referrer")
        self.clear_header("Server")

    def write_error(self, status_code: int, **_: Any) -> None:
        """Explain in French, without a traceback, and when to come again."""
        later = next((seconds for status, seconds in _LATER.items() if status == status_code), None)
        if later:
            self.set_header("Retry-After", later)
        name = next((words for status, words in _WORDS.items() if status == status_code), "error")
        self.finish(self.room.page(name, status_code=status_code))

    def offer_editions(self, name: str) -> None:
        """Answer that this edition is not there, and lead to the same chapter in those that are."""
        known = [site for site in map(self.room.chapters.edition, self.room.chapters.years) if site]
        there = [(site, name if self.room.chapters.read(name, site) else site.home) for site in reversed(known)]
        self.set_status(HTTPStatus.NOT_FOUND)
        editions = [{"year": site.year, "href": self.room.address(site, chapter)} for site, chapter in there]
        self.finish(self.room.page("no_edition", editions=editions))


class ChapterHandler(PageHandler):
    """Gives the page of a chapter that is ours."""

    def get(self, year: str | None, name: str) -> None:
        """Answer with the page; 404 for what is no chapter, or an edition that is not there."""
        asked = self.get_query_argument("edition", year)
        site = self.room.chapters.edition(asked)
        if site is None:
            self.offer_editions(name)
            return
        chapter = self.room.chapters.read(name, site)
        if chapter is None:
            raise HTTPError(HTTPStatus.NOT_FOUND)
        if asked != year or (year and not chapter.ours):  # a trainer's own notebook has the room's year
            self.redirect(self.room.address(site if chapter.ours else self.room.site, name))
            return
        drawn = self.room.chapters.get(chapter, site)
        self.set_header("Content-Type", "text/html; charset=utf-8")
        self.set_header("Cache-Control", "no-cache")
        self.set_header("ETag", f'"{drawn.version}-{self.room.assets.version}-{drawn.mark}"')
        if self.check_etag_header():
            self.set_status(HTTPStatus.NOT_MODIFIED)
            self.finish()
            return
        _give(self, drawn.html, drawn.compressed)

    head = get

    def compute_etag(self) -> str | None:
        """Return the one that `get` has set."""
        return self._headers.get("ETag")


class YearHandler(PageHandler):
    """Leads to the home page of an edition: `192.168.1.20:8866/2021`."""

    def get(self, year: str) -> None:
        """Answer with the address; with the editions that are there, for another one."""
        site = self.room.chapters.edition(year)
        if site is None:
            self.offer_editions(self.room.site.home)
        else:
            self.redirect(self.room.address(site, site.home))

    head = get


class AssetHandler(PageHandler):
    """Gives a file of a page."""

    def get(self, wanted: str, name: str) -> None:
        """Answer with the file; 404 for another version."""
        files = self.room.assets
        if wanted != files.version or name not in files.content:
            raise HTTPError(HTTPStatus.NOT_FOUND)
        self.set_header("Content-Type", f"{_TYPES[Path(name).suffix]}; charset=utf-8")
        self.set_header("Cache-Control", FOR_EVER)
        _give(self, files.content[name], files.compressed[name])

    head = get


class AddressHandler(PageHandler):
    """Shows the address of the room, and its QR code, to be projected."""

    def get(self) -> None:
        """Answer with the likeliest address; the network may have changed since the room was opened."""
        address = next(iter(self.room.announced()), "")
        picture = segno.make(address, micro=False).svg_data_uri(scale=8, border=3, light="#fff") if address else ""
        self.finish(self.room.page("address", address=address, picture=picture))

    head = get


class StatementHandler(PageHandler):
    """Shows the statement of accessibility of the course."""

    def get(self) -> None:
        """Answer with the statement; 404 for a course that has none."""
        site = self.room.site
        if site.statement is None:
            raise HTTPError(HTTPStatus.NOT_FOUND)
        self.finish(statement_page(site, self.room.around(site)))

    head = get


class SimulatedHandler(PageHandler):
    """Shows what is simulated in an edition of the course."""

    def get(self) -> None:
        """Answer with the page; 404 for a course that does not say it, or an edition that is not there."""
        site = self.room.chapters.edition(self.get_query_argument("edition", None))
        if site is None or site.simulated is None:
            raise HTTPError(HTTPStatus.NOT_FOUND)
        self.finish(simulated_page(site, self.room.around(site)))

    head = get


class HomeHandler(PageHandler):
    """Leads to the home page, or to the one way to write an address."""

    def initialize(self, room: "Room", to: str) -> None:  # type: ignore[override]
        self.room = room
        self._to = to

    def get(self) -> None:
        """Lead there, with what was asked."""
        self.redirect(self._to + (f"?{self.request.query}" if self.request.query else ""))

    head = get


class RefusalHandler(PageHandler):
    """Refuses, whatever is asked; the status says why."""

    def initialize(self, room: "Room", status: int = HTTPStatus.NOT_FOUND) -> None:  # type: ignore[override]
        self.room = room
        self._status = status

    def prepare(self) -> None:
        """Refuse."""
        raise HTTPError(self._status)

    def set_default_headers(self) -> None:
        """Say what a page may do, and that nothing of it is to be kept."""
        super().set_default_headers()
        self.set_header("Cache-Control", "no-store")


def _give(handler: RequestHandler, content: bytes, compressed: bytes) -> None:
    handler.set_header("Vary", "Accept-Encoding")
    if "gzip" in handler.request.headers.get("Accept-Encoding", ""):
        handler.set_header("Content-Encoding", "gzip")
        handler.finish(compressed)
    else:
        handler.finish(content)
