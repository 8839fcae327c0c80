"""Addresses that a room types or photographs: `192.168.1.20:8866/6/3` is the third step of chapter 6."""

import ipaddress
import re
from functools import cache
from http import HTTPStatus
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import segno
from markupsafe import Markup
from tornado.web import HTTPError, RequestHandler

from practice.doors.voila.announcement import lan_addresses
from practice.doors.voila.page import environment

if TYPE_CHECKING:
    from practice.doors.voila.room import Room

_CHAPTER = re.compile(r"(?:[^/]+/)?([^/]+)\.ipynb")
_LONGEST = 200  #: letters of the path of a page, more than any has


class ShortHandler(RequestHandler):
    """Leads from a chapter's number, and perhaps a step's, to its page."""

    def initialize(self, room: "Room") -> None:
        self._room = room

    def get(self, chapter: str, step: str | None) -> None:
        """Answer with the address; 404 for a chapter that is not there."""
        notebook = next((c.notebook for c in self._room.site.chapters if str(c.number) == chapter and c.notebook), "")
        if not notebook:
            raise HTTPError(HTTPStatus.NOT_FOUND)
        self.redirect(self._room.address(self._room.site, Path(notebook).stem) + (f"#etape-{step}" if step else ""))

    head = get


class AddressHandler(RequestHandler):
    """Gives the address of a step of a page as a tablet reaches it: in letters, and drawn to be photographed."""

    def initialize(self, room: "Room") -> None:
        self._room = room

    def get(self) -> None:
        """Answer with a piece of HTML. `of` is the path of the page, `step` the number of its step."""
        path, step = self.get_query_argument("of"), self.get_query_argument("step")
        if not path.startswith(self._room.prefix) or len(path) > _LONGEST or not re.fullmatch(r"\d{1,3}", step):
            raise HTTPError(HTTPStatus.BAD_REQUEST)
        host = reachable(self.request.host, local=self._room.local)
        url = host and f"{self.request.protocol}://{host}{self._short(path, int(step))}"
        self.set_header("Cache-Control", "no-store")
        template = environment().get_template("address.html.j2")
        self.finish(template.render(words=url and url.partition("://")[2], drawing=url and qr_code(url)))

    def _short(self, path: str, step: int) -> str:
        """Return the shortest path that leads to a step."""
        room = self._room
        found = _CHAPTER.fullmatch(path.removeprefix(room.render))
        name = found[1] if found and path == room.address(room.site, found[1]) else ""
        if name == room.site.home and step == 1:
            return room.prefix
        number = next((c.number for c in room.site.chapters if name and c.notebook == f"{name}.ipynb"), None)
        return f"{path}#etape-{step}" if number is None else f"{room.prefix}{number}/{step}"


def reachable(host: str, *, local: bool) -> str:
    """Return a host and its port as a tablet reaches them; nothing if it cannot."""
    parts = urlsplit(f"//{host}")
    name, port = parts.hostname or "", f":{parts.port}" if parts.port else ""
    if not _is_this_computer(name):
        return host
    return "" if local else next((f"{address}{port}" for address in lan_addresses()), "")


def _is_this_computer(name: str) -> bool:
    try:
        return ipaddress.ip_address(name).is_loopback
    except ValueError:
        return name == "localhost" or name.endswith(".localhost")


@cache
def qr_code(url: str) -> Markup:
    """Return the drawing that a tablet's camera reads as an address: SVG, its colour left to the style."""
    drawing = segno.make(url, micro=False).svg_inline(omitsize=True, svgclass="page-qr", lineclass=None, border=2)
    return Markup(drawing)  # noqa: S704 - modules of a QR code, no text
