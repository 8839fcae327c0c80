"""The server of the room: its command line, its addresses, French words in the terminal, never another port."""

import argparse
import asyncio
import gc
import logging
import os
import signal
import sys
import threading
import time
import webbrowser
from functools import partial
from http import HTTPStatus
from pathlib import Path
from typing import Any
from urllib.parse import quote

from tornado.httpserver import HTTPServer
from tornado.httputil import HTTPServerRequest
from tornado.ioloop import PeriodicCallback
from tornado.netutil import bind_sockets
from tornado.web import Application, HTTPError, RedirectHandler, RequestHandler

from atelier_ameli import documents
from practice.chapter import NOTEBOOKS, Chapter
from atelier_ameli.serve import assets, systems
from atelier_ameli.serve.announcement import announcement, lan_addresses
from atelier_ameli.serve.chapters import Chapters, DrawnChapter
from atelier_ameli.serve.door import Door
from atelier_ameli.serve.open_pages import IDLE, MOST_PAGES, OpenPages
from atelier_ameli.serve.own_notebooks import OwnNotebooks
from atelier_ameli.serve.page import draw_chapter, environment
from practice.session import Drawing
from atelier_ameli.site import Site
from practice import local_file
from practice.loading.toml_files import DataError

_PING = 30  #: seconds; a tablet that does not answer is away
_CULL = 120  #: seconds
_UNUSED = 15  #: seconds until a connection that asks for nothing more is closed; a browser would keep several for long
_LARGEST = 4 << 20  #: bytes of a message: all that a browser keeps, several times over
#: a page may ask nothing of another site; the one script in it is the frame's
POLICY = (
    "default-src 'self'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
    "connect-src 'self' ws: wss:; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'self'"
)


class PageHandler(RequestHandler):
    """A page of ours, and the calm page for whatever goes wrong."""

    def initialize(self, room: "Room") -> None:
        self.room = room

    def set_default_headers(self) -> None:
        """Say what a page may do."""
        self.set_header("Content-Security-Policy", POLICY)
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
        self.set_header("ETag", f'"{_mark(drawn)}"')
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
    """The course at its addresses: Voilà's own, so that links are the same everywhere."""

    def __init__(self, folder: Path, site: Site, prefix: str, most_pages: int = MOST_PAGES, idle: float = IDLE) -> None:
        self.site = site
        self.prefix = prefix
        self.pages = OpenPages(time.monotonic, most_pages, idle)
        self.chapters = Chapters(folder, site, self._draw)
        self.own_notebooks = OwnNotebooks(folder, prefix, partial(self.around, site))
        home = {"url": f"{prefix}voila/render/{assets.HOME}.ipynb", "permanent": False}
        render = f"{prefix}voila/render/"
        room = {"room": self}
        super().__init__(
            [
                (prefix, RedirectHandler, home),
                (f"{prefix}voila/tree.*", RedirectHandler, home),
                (rf"{prefix}voila/atelier/(\w+)/([\w.]+)", assets.AssetHandler),
                (f"{prefix}voila/atelier/door", Door, {"chapters": self.chapters, "pages": self.pages}),
                (rf"{render}(?:([^/]+)/)?([^/]+)\.ipynb", ChapterHandler, room),
            ],
            default_handler_class=NowhereHandler,
            default_handler_args=room,
            websocket_ping_interval=_PING,
            websocket_max_message_size=_LARGEST,
        )
        self._render = render

    def find_handler(self, request: HTTPServerRequest, **kwargs: Any) -> Any:
        """Give a notebook with code of its own to Voilà, and what its page asks for then."""
        path = request.path
        if path.startswith(self._render) and self.own_notebooks.has(path.removeprefix(self._render), self.chapters):
            return self.own_notebooks.find_handler(request)
        ours = path.startswith((self._render, f"{self.prefix}voila/atelier/"))
        theirs = path.startswith((f"{self.prefix}voila/", f"{self.prefix}api/")) and not ours
        if theirs and self.own_notebooks.started:
            return self.own_notebooks.find_handler(request)
        return super().find_handler(request, **kwargs)

    def around(self, site: Site) -> dict[str, Any]:
        """Return what every page of an edition has around its screens."""
        return assets.around(site, self.prefix, asked=site is not self.site)

    def address(self, site: Site, name: str) -> str:
        """Return where a chapter of an edition is."""
        return f"{self._render}{'' if site is self.site else f'{site.year}/'}{name}.ipynb"

    def get_ready(self) -> None:
        """Do before the room is open what the first learner would wait for."""
        self.site.read_all()
        home = self.chapters.read(assets.HOME)
        if home and home.ours:
            self.chapters.get(home, self.site)

    def _draw(self, chapter: Chapter, shown: list[Drawing | None], site: Site) -> str:
        return draw_chapter(chapter, shown, site, self.chapters.folder, self.around(site))


def _mark(drawn: DrawnChapter) -> str:
    """Return what changes with a page: its notebook, its files, what the course draws."""
    return f"{drawn.version}-{assets.version()}-{drawn.mark}"


# ---- The command


def parse(arguments: list[str] | None) -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser("python -m atelier_ameli.serve", allow_abbrev=False)
    parser.add_argument("--port", type=int, default=8866, help="le port d'écoute")
    parser.add_argument("--ip", default="", help="l'adresse d'écoute ; sans elle, toutes")
    parser.add_argument("--no-browser", action="store_true", help="ne pas ouvrir le navigateur")
    parser.add_argument("--notebooks", type=Path, default=NOTEBOOKS, help="le dossier des carnets")
    parser.add_argument("--prefix", default="/", help="le chemin du cours, derrière un autre serveur : /salle/")
    parser.add_argument("--edition", default=Site.usual_edition, help="l'année du site")
    parser.add_argument("--most-pages", type=int, default=MOST_PAGES, help="le nombre de pages gardées en mémoire")
    parser.add_argument(
        "--idle", type=float, default=IDLE, help="les secondes où une page coupée est gardée en mémoire"
    )
    options = parser.parse_args(arguments)
    options.prefix = f"/{quote(options.prefix.strip('/'))}/".replace("//", "/")
    if options.edition not in Site.years():
        parser.exit(2, f"L'édition « {options.edition} » n'existe pas. Les éditions : {', '.join(Site.years())}.\n")
    return options


def main(arguments: list[str] | None = None) -> int:
    """Serve until told to stop. Return the exit status."""
    options = parse(arguments)
    os.environ.pop(local_file.VARIABLE, None)  # a learner's work is in her own browser, never in one file for the room
    logging.basicConfig(format="%(message)s", level=logging.ERROR)
    logging.getLogger("tornado").setLevel(logging.ERROR)
    try:
        sockets = bind_sockets(options.port, options.ip or None, reuse_port=False)
    except OSError:
        sys.exit(f"L'atelier ne peut pas ouvrir le port {options.port}. Choisissez-en un autre avec --port.")
    try:
        asyncio.run(_serve(options, sockets))
    except DataError as error:
        sys.exit(f"L'atelier ne s'ouvre pas : un fichier de données est à corriger.\n{error}")
    return 0


async def _serve(options: argparse.Namespace, sockets: list[Any]) -> None:
    room = Room(
        options.notebooks.resolve(), Site.load(options.edition), options.prefix, options.most_pages, options.idle
    )
    room.get_ready()
    systems.allow_many_connections()
    server = HTTPServer(room, xheaders=True, idle_connection_timeout=_UNUSED)
    server.add_sockets(sockets)
    stopped = asyncio.Event()
    _stop_on_signals(stopped)
    PeriodicCallback(room.pages.cull, _CULL * 1000).start()
    _announce(options)
    documents.get_ready()  # the library for PDF, which the room need not wait for
    gc.freeze()  # what is read by now stays: to look through it for garbage would hold everybody up for 50 ms
    await stopped.wait()
    server.stop()
    await room.own_notebooks.stop()


def _stop_on_signals(stopped: asyncio.Event) -> None:
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: loop.call_soon_threadsafe(stopped.set))
    systems.hear_ctrl_c()


def _announce(options: argparse.Namespace) -> None:
    local = f"http://localhost:{options.port}{options.prefix}"
    everywhere = options.ip in ("", "0.0.0.0", "::")  # noqa: S104
    lan = [f"http://{address}:{options.port}{options.prefix}" for address in lan_addresses()] if everywhere else []
    print(announcement(local, lan), flush=True)  # noqa: T201
    if not options.no_browser:
        threading.Thread(target=webbrowser.open, args=(local,), daemon=True).start()
