"""The room: the course of a site at its addresses, which are Voilà's own, so that links are the same everywhere."""

import time
from functools import partial
from http import HTTPStatus
from pathlib import Path
from typing import Any

from tornado.httputil import HTTPServerRequest
from tornado.web import Application, HTTPError, RedirectHandler, RequestHandler

from practice.chapter import Chapter
from practice.doors.voila import assets
from practice.doors.voila.addresses import AddressHandler, ShortHandler
from practice.doors.voila.chapters import Chapters
from practice.doors.voila.door import Door
from practice.doors.voila.open_pages import IDLE, MOST_PAGES, OpenPages
from practice.doors.voila.own_notebooks import OwnNotebooks
from practice.doors.voila.page import draw_chapter, environment
from practice.session import Drawing
from practice.site import Site

_PING = 30  #: seconds; a tablet that does not answer is away
_LARGEST = 4 << 20  #: bytes of a message: all that a browser keeps, several times over
#: a page may ask nothing of another site, be shown in none, and run no script in itself but one
_POLICY = (
    f"default-src 'none'; script-src 'self' {assets.EARLY_MARK}; style-src 'self' 'unsafe-inline'; "
    "img-src 'self' data:; connect-src 'self' ws://{host} wss://{host}; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)


class PageHandler(RequestHandler):
    """A page of ours, and the calm page for whatever goes wrong."""

    def initialize(self, room: "Room") -> None:
        self.room = room

    def set_default_headers(self) -> None:
        """Say what a page may do."""
        self.set_header("Content-Security-Policy", _POLICY.format(host=self.request.host))
        self.set_header("X-Content-Type-Options", "nosniff")
        self.set_header("Referrer-Policy", "no-referrer")
        self.clear_header("Server")

    def write_error(self, status_code: int, **_: Any) -> None:
        """Explain in French, without a traceback."""
        name = "not_found" if status_code == HTTPStatus.NOT_FOUND else "error"
        template = environment().get_template(f"{name}.html.j2")
        self.finish(template.render(atelier=self.room.around(self.room.site), status_code=status_code))


class ChapterHandler(PageHandler):
    """Gives the page of a chapter that is ours."""

    def get(self, year: str | None, name: str) -> None:
        """Answer with the page; 404 for what is no chapter, or an edition that is not there."""
        asked = self.get_query_argument("edition", year)
        chapter, site = self.room.chapters.read(name), self.room.chapters.edition(asked)
        if chapter is None or site is None:
            raise HTTPError(HTTPStatus.NOT_FOUND)
        if asked != year:
            self.redirect(self.room.address(site, name))
            return
        drawn = self.room.chapters.get(chapter, site)
        self.set_header("Content-Type", "text/html; charset=utf-8")
        self.set_header("Cache-Control", "no-cache")
        self.set_header("ETag", f'"{drawn.version}-{self.room.assets.version}-{drawn.mark}"')
        if self.check_etag_header():
            self.set_status(HTTPStatus.NOT_MODIFIED)
            self.finish()
            return
        assets.give(self, drawn.html, drawn.compressed)

    head = get

    def compute_etag(self) -> str | None:
        """Return the one that `get` has set."""
        return self._headers.get("ETag")


class NowhereHandler(PageHandler):
    """Shows a page of ours to whoever mistypes an address."""

    def prepare(self) -> None:
        """Refuse, whatever is asked."""
        raise HTTPError(HTTPStatus.NOT_FOUND)


class Room(Application):
    """The course at its addresses. `prefix` begins each of them; `local`: other computers do not reach them."""

    def __init__(
        self,
        folder: Path,
        site: Site,
        prefix: str,
        most_pages: int = MOST_PAGES,
        idle: float = IDLE,
        *,
        local: bool = False,
    ) -> None:
        self.site = site
        self.local = local
        self.prefix = prefix
        self.assets = assets.Assets(site)
        self.pages = OpenPages(time.monotonic, most_pages, idle)
        self.chapters = Chapters(folder, site, self._draw)
        self.own_notebooks = OwnNotebooks(folder, prefix, partial(self.around, site))
        home = {"url": f"{prefix}voila/render/{site.home}.ipynb", "permanent": False}
        self.render = f"{prefix}voila/render/"
        room = {"room": self}
        super().__init__(
            [
                (prefix, RedirectHandler, home),
                (f"{prefix}voila/tree.*", RedirectHandler, home),
                (rf"{prefix}voila/atelier/(\w+)/([\w.]+)", assets.AssetHandler, {"files": self.assets}),
                (f"{prefix}voila/atelier/door", Door, {"chapters": self.chapters, "pages": self.pages}),
                (f"{prefix}voila/atelier/address", AddressHandler, room),
                (rf"{prefix}(\d+)(?:/(\d+))?", ShortHandler, room),
                (rf"{self.render}(?:([^/]+)/)?([^/]+)\.ipynb", ChapterHandler, room),
            ],
            default_handler_class=NowhereHandler,
            default_handler_args=room,
            websocket_ping_interval=_PING,
            websocket_max_message_size=_LARGEST,
        )

    def find_handler(self, request: HTTPServerRequest, **kwargs: Any) -> Any:
        """Give a notebook with code of its own to Voilà, and what its page asks for then."""
        path = request.path
        if path.startswith(self.render) and self.own_notebooks.has(path.removeprefix(self.render), self.chapters):
            return self.own_notebooks.find_handler(request)
        ours = path.startswith((self.render, f"{self.prefix}voila/atelier/"))
        theirs = path.startswith((f"{self.prefix}voila/", f"{self.prefix}api/")) and not ours
        if theirs and self.own_notebooks.started:
            return self.own_notebooks.find_handler(request)
        return super().find_handler(request, **kwargs)

    def around(self, site: Site) -> dict[str, Any]:
        """Return what every page of an edition has around its screens."""
        return assets.around(site, self.prefix, self.assets.version, asked=site is not self.site)

    def address(self, site: Site, name: str) -> str:
        """Return where a chapter of an edition is."""
        return f"{self.render}{'' if site is self.site else f'{site.year}/'}{name}.ipynb"

    def get_ready(self) -> None:
        """Do before the room is open what the first learner would wait for."""
        self.site.read_all()
        home = self.chapters.read(self.site.home)
        if home and home.ours:
            self.chapters.get(home, self.site)

    def _draw(self, chapter: Chapter, shown: list[Drawing | None], site: Site) -> str:
        return draw_chapter(chapter, shown, site, self.chapters.folder, self.around(site))
