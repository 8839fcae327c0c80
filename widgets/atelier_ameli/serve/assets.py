"""What every page has around its screens: its title, the links between chapters, and its files.

The files are in a folder whose name changes with them: a browser keeps them for ever.
"""

import gzip
import hashlib
from functools import cache
from http import HTTPStatus
from pathlib import Path
from typing import Any

from tornado.web import HTTPError, RequestHandler

from atelier_ameli.draw import stylesheets
from atelier_ameli.site import Site

TITLE = "Atelier « Mon compte ameli »"
HOME = "00_accueil"

#: a file that a page asks for -> the files that it is made of
_PARTS = {
    "page.css": (*stylesheets(), "page.css"),
    "page.js": ("page.js",),
    "chapter.js": ("page.js", "listen.js", "link.js"),
    "presenter.js": ("presenter.js",),
    "screen.js": ("screen.js",),
}
_TYPES = {".css": "text/css", ".js": "text/javascript"}
_FOLDERS = (Path(__file__).with_name("static"), Path(__file__).parents[1] / "static")
FOR_EVER = "public, max-age=31536000, immutable"


def around(site: Site, prefix: str, *, asked: bool) -> dict[str, Any]:
    """Return what the templates call `atelier`. `prefix`: the path of the course; `asked`: not the room's own.

    Another edition than the room's own is a folder, so that links between its chapters stay in it.
    """
    folder = f"{prefix}voila/render/{site.year}/" if asked else f"{prefix}voila/render/"

    def address(notebook: str) -> str:
        return f"{folder}{notebook}.ipynb"

    return {
        "title": TITLE,
        "home": address(HOME),
        "links": _links(site, address),
        "assets": f"{prefix}voila/atelier/{version()}",
        "door": f"{prefix}voila/atelier/door",
    }


def _links(site: Site, address: Any) -> dict[str, list[dict[str, str]]]:
    """Return the links at the foot of each page, by its notebook's name."""
    stops = [(HOME, "Tous les chapitres")] + [(Path(c.notebook).stem, c.title) for c in site.chapters if c.notebook]
    links = {}
    for index, (notebook, _) in enumerate(stops):
        places = [(index - 1, "previous", "Chapitre précédent"), (index + 1, "next", "Chapitre suivant")]
        places = [place for place in places if 0 < place[0] < len(stops)]
        if index:
            places.insert(-1 if index + 1 < len(stops) else len(places), (0, "home", "Accueil"))
        links[notebook] = [
            {"place": place, "name": name, "href": address(stops[at][0]), "title": stops[at][1]}
            for at, place, name in places
        ]
    return links


class AssetHandler(RequestHandler):
    """Gives a file of a page, compressed once for everybody."""

    def get(self, wanted: str, name: str) -> None:
        """Answer with the file; 404 for another version."""
        if wanted != version() or name not in _PARTS:
            raise HTTPError(HTTPStatus.NOT_FOUND)
        self.set_header("Content-Type", f"{_TYPES[Path(name).suffix]}; charset=utf-8")
        self.set_header("Cache-Control", FOR_EVER)
        give(self, _content(name), _compressed(name))


def give(handler: RequestHandler, content: bytes, compressed: bytes) -> None:
    """Answer with the form of a file that the browser takes."""
    handler.set_header("Vary", "Accept-Encoding")
    if "gzip" in handler.request.headers.get("Accept-Encoding", ""):
        handler.set_header("Content-Encoding", "gzip")
        handler.finish(compressed)
    else:
        handler.finish(content)


@cache
def _content(name: str) -> bytes:
    files = (next(path for folder in _FOLDERS if (path := folder / part).is_file()) for part in _PARTS[name])
    return b"\n".join(file.read_bytes() for file in files)


@cache
def _compressed(name: str) -> bytes:
    return gzip.compress(_content(name), mtime=0)


@cache
def version() -> str:
    """Return what changes with any of the files."""
    return hashlib.sha256(b"".join(map(_content, _PARTS))).hexdigest()[:8]
