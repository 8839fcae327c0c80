"""What the page of the course needs beside a notebook: links between chapters, and files in a versioned folder.

A browser keeps such a file for ever, and asks again only for another version. Voilà calls `equip` and `routes`.
"""

import gzip
import hashlib
from functools import cache
from http import HTTPStatus
from pathlib import Path

import jinja2
from jupyter_server.utils import url_path_join
from tornado.web import HTTPError, RequestHandler
from traitlets.config import Config
from voila.paths import collect_static_paths

from atelier_ameli import data
from atelier_ameli.draw import stylesheets

TITLE = "Atelier « Mon compte ameli »"
HOME = "00_accueil"

#: a file that the page asks for -> the files that it is made of, in the template's folder or the package's
_PARTS = {
    "page.css": (*stylesheets(), "page.css"),
    "page.js": ("page.js",),
    "chapter.js": ("page.js", "listen.js", "kernel.js"),
    "presenter.js": ("presenter.js",),
    "screen.js": ("screen.js",),
}
_TYPES = {".css": "text/css", ".js": "text/javascript"}
_PACKAGE = Path(__file__).parents[1] / "static"


def equip(config: Config, environment: jinja2.Environment, base_url: str) -> None:
    """Tell `atelier` to the templates: to those of chapters by the configuration, to those of errors directly."""
    assets = url_path_join(base_url, "voila/atelier", _version())
    atelier = {"title": TITLE, "home": _address(base_url, HOME), "links": _links(base_url), "assets": assets}
    config.VoilaConfiguration.resources = {"atelier": atelier}
    environment.globals["atelier"] = atelier


def routes(base_url: str) -> list[tuple[str, type[RequestHandler]]]:
    """Return the routes of the page's files."""
    return [(url_path_join(base_url, r"voila/atelier/(\w+)/([\w.]+)"), AssetHandler)]


class AssetHandler(RequestHandler):
    """Give a file of the page, compressed once for everybody."""

    def get(self, version: str, name: str) -> None:
        """Answer with the file; 404 for another version."""
        if version != _version() or name not in _PARTS:
            raise HTTPError(HTTPStatus.NOT_FOUND)
        self.set_header("Content-Type", f"{_TYPES[Path(name).suffix]}; charset=utf-8")
        self.set_header("Cache-Control", "public, max-age=31536000, immutable")
        self.set_header("Vary", "Accept-Encoding")
        if "gzip" in self.request.headers.get("Accept-Encoding", ""):
            self.set_header("Content-Encoding", "gzip")
            self.finish(_compressed(name))
        else:
            self.finish(_content(name))


def _links(base_url: str) -> dict[str, list[dict[str, str]]]:
    """Return the links at the foot of each page, by its notebook's name."""
    stops = [(HOME, "Tous les chapitres")] + [(Path(c.notebook).stem, c.title) for c in data.chapters() if c.notebook]
    links = {}
    for index, (notebook, _) in enumerate(stops):
        places = [(index - 1, "previous", "Chapitre précédent"), (index + 1, "next", "Chapitre suivant")]
        places = [place for place in places if 0 < place[0] < len(stops)]
        if index:
            places.insert(-1 if index + 1 < len(stops) else len(places), (0, "home", "Accueil"))
        links[notebook] = [
            {"place": place, "name": name, "href": _address(base_url, stops[at][0]), "title": stops[at][1]}
            for at, place, name in places
        ]
    return links


def _address(base_url: str, notebook: str) -> str:
    return url_path_join(base_url, "voila/render", f"{notebook}.ipynb")


@cache
def _content(name: str) -> bytes:
    folders = [*collect_static_paths(["voila"], "ameli", prune=True), _PACKAGE]
    files = (next(path for folder in folders if (path := Path(folder, part)).is_file()) for part in _PARTS[name])
    return b"\n".join(file.read_bytes() for file in files)


@cache
def _compressed(name: str) -> bytes:
    return gzip.compress(_content(name), mtime=0)


@cache
def _version() -> str:
    """Return what changes with any of the files."""
    return hashlib.sha256(b"".join(map(_content, _PARTS))).hexdigest()[:8]
