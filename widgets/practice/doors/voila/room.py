"""The room: the course of a site at its addresses, which are Voilà's own, so that links are the same everywhere."""

import time
from functools import cached_property, partial
from http import HTTPStatus
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tornado.httputil import HTTPServerRequest
from tornado.web import Application

from practice.chapter import Chapter
from practice.doors.voila import assets, health
from practice.doors.voila.addresses import Names, one_way
from practice.doors.voila.chapters import Chapters
from practice.doors.voila.counts import Counts
from practice.doors.voila.door import Door
from practice.doors.voila.handlers import (
    AddressHandler,
    AssetHandler,
    ChapterHandler,
    HomeHandler,
    RefusalHandler,
    SimulatedHandler,
    StatementHandler,
    YearHandler,
    policy,
)
from practice.doors.voila.health import HealthHandler
from practice.doors.voila.journal import Journal
from practice.doors.voila.limits import LARGEST_MESSAGE, Connections, Requests
from practice.doors.voila.open_pages import IDLE, MOST_PAGES, OpenPages
from practice.doors.voila.own_notebooks import OwnNotebooks
from practice.doors.voila.page import draw_chapter, environment
from practice.doors.voila.step_addresses import ShortHandler, StepAddressHandler
from practice.editions import notebook_folders
from practice.session import Drawing
from practice.site import Site

if TYPE_CHECKING:
    from collections.abc import Callable

    from practice.classroom.classroom import Classroom
    from practice.doors.voila.classroom.pieces import PiecesSocket

_PING = 30  #: seconds; a tablet that does not answer is away
#: why somebody is refused -> what the journal says of it; of what a stranger sends, nothing
_REFUSED = {
    "full": "L'atelier est plein\N{NO-BREAK SPACE}: des pages doivent attendre.",
    "too_many": "Une même adresse fait trop de demandes\N{NO-BREAK SPACE}: elle doit attendre une minute.",
}


class Room(Application):
    """The course at its addresses. `prefix` begins each of them."""

    def __init__(self, folder: Path, site: Site, prefix: str, most_pages: int = MOST_PAGES, idle: float = IDLE) -> None:
        self.site = site
        self.prefix = prefix
        self.assets = assets.Assets(site)
        self.pages = OpenPages(time.monotonic, most_pages, idle)
        self.chapters = Chapters(folder, site, self._draw, lambda: next(iter(self.announced()), ""))
        self.own_notebooks = OwnNotebooks(folder, prefix, partial(self.around, site))
        self.connections = Connections()
        self.requests = Requests(time.monotonic)
        self.counts = Counts()
        self.journal = Journal()
        self.is_ready = False  #: for new pages: not before all is read, nor while it stops
        self.doors: set[Door | PiecesSocket] = set()  #: the pages that are connected
        self.names = Names()
        self.announced: Callable[[], list[str]] = list  #: addresses for tablets, the likeliest first
        self.classroom: Classroom | None = None  #: of a trainer, where one was asked for
        self._render = f"{prefix}voila/render/"
        room = {"room": self}
        home = {**room, "to": f"{self._render}{site.home}.ipynb"}
        super().__init__(
            [
                (prefix, HomeHandler, home),
                (f"{prefix}voila/tree.*", HomeHandler, home),
                (f"{prefix}voila/adresse", AddressHandler, room),
                (f"{prefix}voila/accessibilite", StatementHandler, room),
                (f"{prefix}voila/simule", SimulatedHandler, room),
                (f"{prefix}voila/atelier/step_address", StepAddressHandler, room),
                (rf"{prefix}(\d{{4}})/?", YearHandler, room),
                (rf"{prefix}(?:(\d{{4}})/)?(\d{{1,3}})(?:/(\d+))?", ShortHandler, room),
                (rf"{prefix}voila/atelier/(\w+)/([\w.]+)", AssetHandler, room),
                (f"{prefix}voila/atelier/door", Door, room),
                (rf"{self._render}(?:([^/]+)/)?([^/]+)\.ipynb", ChapterHandler, room),
            ],
            default_handler_class=RefusalHandler,
            default_handler_args=room,
            log_function=_log_nothing,
            websocket_ping_interval=_PING,
            websocket_max_message_size=LARGEST_MESSAGE,
        )

    def find_handler(self, request: HTTPServerRequest, **kwargs: Any) -> Any:
        """Refuse another site's name, and a crowd; read a path as the one that it means; give Voilà what is its own."""
        if health.is_asked(request.path, self.prefix):
            return self.get_handler_delegate(request, HealthHandler, {"room": self})
        if not self.requests.take(request.remote_ip or ""):
            self.refused("too_many")
            return self._refuse(request, HTTPStatus.TOO_MANY_REQUESTS)
        if not self.names.has(request.host_name):
            return self._refuse(request, HTTPStatus.MISDIRECTED_REQUEST)
        meant = one_way(request.path)
        if meant is None:
            return self._refuse(request, HTTPStatus.NOT_FOUND)
        request.path, elsewhere = meant
        if elsewhere:
            return self.get_handler_delegate(request, HomeHandler, {"room": self, "to": request.path})
        return self._voila(request) or super().find_handler(request, **kwargs)

    def _voila(self, request: HTTPServerRequest) -> Any:
        """Return what handles a notebook with code of its own, and what its page asks for then; None for the rest."""
        path = request.path
        if path.startswith(self._render) and self.own_notebooks.has(path.removeprefix(self._render), self.chapters):
            full = self.own_notebooks.is_full
            full_page = HTTPStatus.SERVICE_UNAVAILABLE
            return self._refuse(request, full_page) if full else self.own_notebooks.find_handler(request)
        own_pages = [f"{self.prefix}voila/{name}" for name in ("atelier/", "adresse", "accessibilite", "simule")]
        ours = path.startswith((self._render, *own_pages))
        theirs = path.startswith((f"{self.prefix}voila/", f"{self.prefix}api/")) and not ours
        return self.own_notebooks.find_handler(request) if theirs and self.own_notebooks.started else None

    def _refuse(self, request: HTTPServerRequest, status: int) -> Any:
        return self.get_handler_delegate(request, RefusalHandler, {"room": self, "status": status})

    def refused(self, why: str) -> None:
        """Note that somebody was refused."""
        self.counts.refuse(why)
        if why in _REFUSED:
            self.journal.trouble(_REFUSED[why])

    def page(self, name: str, **told: Any) -> str:
        """Return a page of words, by the name of its template."""
        return environment().get_template(f"{name}.html.j2").render(atelier=self.around(self.site), **told)

    @cached_property
    def full(self) -> bytes:
        """The answer to whoever comes when there is no room, ready."""
        content = self.page("full").encode()
        head = (
            "HTTP/1.1 503 Service Unavailable\r\nContent-Type: text/html; charset=utf-8\r\nRetry-After: 30\r\n"
            f"Content-Security-Policy: {policy('')}\r\nContent-Length: {len(content)}\r\nConnection: close\r\n\r\n"
        )
        return head.encode() + content

    def around(self, site: Site) -> dict[str, Any]:
        """Return what every page of an edition has around its screens."""
        told = assets.around(site, self.prefix, self.assets.version, self.site, self.chapters.years)
        whole = len(notebook_folders(site, self.chapters.folder)) == 1  # a trainer's own folder: it is all there is
        return {**told, "compared": ""} if whole else told

    def address(self, site: Site, name: str) -> str:
        """Return where a chapter of an edition is."""
        return f"{self._render}{'' if site is self.site else f'{site.year}/'}{name}.ipynb"

    def get_ready(self) -> None:
        """Do before the room is open what the first learner would wait for."""
        self.site.read_all()
        home = self.chapters.read(self.site.home)
        if home and home.ours:
            self.chapters.get(home, self.site)
        self.full  # noqa: B018 - there is no file to be opened then

    def _draw(self, chapter: Chapter, shown: list[Drawing | None], site: Site) -> str:
        file = self.chapters.file(chapter.name, site)
        folder = file.parent if file else self.chapters.folder
        return draw_chapter(chapter, shown, site, folder, self.around(site))


def _log_nothing(_: object) -> None:
    """Keep no list of who asked for what: an address may hold a code, and so may what follows it."""
