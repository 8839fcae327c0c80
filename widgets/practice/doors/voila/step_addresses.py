"""Addresses that a room types or photographs: `192.168.1.20:8866/6/3` is the third step of chapter 6."""

import re
from http import HTTPStatus
from pathlib import Path
from typing import TYPE_CHECKING

from tornado.web import HTTPError

from practice.doors.voila.handlers import PageHandler
from practice.doors.voila.page import environment
from practice.drawing.qr import qr_code

if TYPE_CHECKING:
    from practice.doors.voila.room import Room

_CHAPTER = re.compile(r"([^/]+)\.ipynb")
_LONGEST = 300  #: letters of the path of a page, more than any has


class ShortHandler(PageHandler):
    """Leads from a chapter's number, and perhaps a step's, to its page."""

    def get(self, year: str | None, chapter: str, step: str | None) -> None:
        """Answer with the address; 404 for a chapter that is not there, or an edition."""
        room = self.room
        site = room.chapters.edition(year)
        if site is None:
            self.offer_editions(room.site.home)
            return
        notebook = next((c.notebook for c in site.chapters if str(c.number) == chapter and c.notebook), "")
        if not notebook:
            raise HTTPError(HTTPStatus.NOT_FOUND)
        self.redirect(room.address(site, Path(notebook).stem) + (f"#etape-{step}" if step else ""))

    head = get


class StepAddressHandler(PageHandler):
    """Gives the address of a step of a page as a tablet reaches it: in letters, and drawn to be photographed."""

    def get(self) -> None:
        """Answer with a piece of HTML. `of` is the path of the page, `step` the number of its step."""
        path, step = self.get_query_argument("of"), self.get_query_argument("step")
        known = path.startswith(self.room.prefix) and len(path) <= _LONGEST and re.fullmatch(r"[1-9]\d{0,2}", step)
        if not known:
            raise HTTPError(HTTPStatus.BAD_REQUEST)
        start = next(iter(self.room.announced()), "")
        url = start and start + short_path(self.room, path, int(step))
        self.set_header("Cache-Control", "no-store")
        words, drawing = url.partition("://")[2], url and qr_code(url, "page-qr", 2)
        self.finish(environment().get_template("step_address.html.j2").render(words=words, drawing=drawing))


def short_path(room: "Room", path: str, step: int) -> str:
    """Return the shortest way to write a step of a page, from where the course is."""
    *_, folder, file = path.split("/")
    site = room.chapters.edition(folder) or room.site
    year = "" if site is room.site else f"{site.year}/"
    found = _CHAPTER.fullmatch(file)
    name = found[1] if found and path == room.address(site, found[1]) else ""
    if name == site.home and step == 1:
        return year
    number = next((c.number for c in site.chapters if name and c.notebook == f"{name}.ipynb"), None)
    return f"{path.removeprefix(room.prefix)}#etape-{step}" if number is None else f"{year}{number}/{step}"
