"""What every page has around its screens: its title, the links between chapters, and its files.

The files are in a folder whose name changes with them: a browser keeps them for ever.
"""

import gzip
import hashlib
from base64 import b64encode
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from practice.drawing.typography import french
from practice.editions import NOTEBOOKS, choices
from practice.scripts import joined, screen_script
from practice.site import Site

_HERE = Path(__file__).with_name("static")
#: the scripts that a page asks for, besides that of the screens -> the files that each is made of
_SCRIPTS = {
    "page.js": ("page.js",),
    "chapter.js": ("page.js", "path.js", "listen.js", "keeping.js", "link.js"),
    "presenter.js": ("presenter.js",),
    "classroom.js": ("classroom.js",),
    "board.js": ("board.js",),
}
_STYLE = "page.css"
_BOARD_STYLE = "board.css"  #: of the trainer's pages, on top of the other
_EARLIER = '<link rel="modulepreload" href="{}/screen.js">'  # what a chapter's script imports, asked for with it
#: a chapter, by its notebook, in an edition -> where it is
Address = Callable[[str, str], str]


def script(*parts: str) -> str:
    """Return scripts of static/ as one text."""
    return joined([_HERE / part for part in parts])


EARLY = script("early_door.js", "early.js", "early_path.js")  #: the one script that is in each page itself
EARLY_MARK = f"'sha256-{b64encode(hashlib.sha256(EARLY.encode()).digest()).decode()}'"  #: by which a policy knows it


def page_scripts() -> dict[str, str]:
    """Return what a chapter's page runs besides its screens, by name: what others import first."""
    return {name: script(*_SCRIPTS[f"{name}.js"]) for name in ("presenter", "chapter")}


class Assets:
    """The files of the pages of a site, compressed once for everybody. `version` changes with any of them."""

    def __init__(self, site: Site) -> None:
        files = {name: [_HERE / part for part in parts] for name, parts in _SCRIPTS.items()}
        files[_STYLE] = [*site.stylesheets(), _HERE / _STYLE]
        files[_BOARD_STYLE] = [_HERE / _BOARD_STYLE]
        self.content = {name: joined(found).encode() for name, found in files.items()}
        self.content["screen.js"] = screen_script().encode()
        self.compressed = {name: gzip.compress(content, mtime=0) for name, content in self.content.items()}
        self.version = hashlib.sha256(b"".join([*self.content.values(), EARLY.encode()])).hexdigest()[:8]


def around(site: Site, prefix: str, version: str, own: Site, years: tuple[str, ...]) -> dict[str, Any]:
    """Return what the templates call `atelier`. `prefix`: the path of the course; `own`: what the room shows unasked.

    Another edition than the room's own is a folder, so that links between its chapters stay in it.
    """
    render = f"{prefix}voila/render/"
    folders = {year: render if year == own.year else f"{render}{year}/" for year in (*years, site.year)}
    files = f"{prefix}voila/atelier/{version}"
    places = {
        "assets": files,
        "door": f"{prefix}voila/atelier/door",
        "address": f"{prefix}voila/adresse",
        "accessibility": f"{prefix}voila/accessibilite" if site.statement else "",
        "simulated": f"{prefix}voila/simule?edition={site.year}" if site.simulated else "",
        "status": site.statement.status if site.statement else "",
        "step_address": f"{prefix}voila/atelier/step_address",
        "plain": f'<script src="{files}/page.js" defer></script>',
        "scripts": [f'<script type="module" src="{files}/chapter.js"></script>', _EARLIER.format(files)],
    }
    return frame(site, lambda notebook, year: f"{folders[year]}{notebook}.ipynb", places, years)


def frame(site: Site, address: Address, places: Mapping[str, Any], years: tuple[str, ...]) -> dict[str, Any]:
    """Return what the templates call `atelier`. `address`: of a chapter; `places`: of everything else.

    `head` is what stands at the top of a page, `search` what its address says before « presenter », `copied` what tells
    one copy of the course from another.
    """
    told = {"title": site.title, "home": address(site.home, site.year), "early": EARLY, "year": site.year}
    links = _links(site, lambda notebook: address(notebook, site.year))
    return {"head": "", "search": "?", "copied": "", **told, "links": links, **_offer(site, address, years), **places}


def _offer(site: Site, address: Address, years: tuple[str, ...]) -> dict[str, Any]:
    """Return the editions to choose from, as the home page offers them, and where their screens are compared."""
    offered = [
        {"year": one.year, "name": one.name, "advice": french(one.advice), "href": address(site.home, one.year)}
        for one in choices(years)
    ]
    newest = offered[0]["year"] if offered else ""
    compared = offered and site.compared and (site.data / "editions" / newest / NOTEBOOKS / f"{site.compared}.ipynb")
    there = compared and compared.is_file()
    return {"editions": offered, "compared": address(site.compared, newest) if there else ""}


def _links(site: Site, address: Callable[[str], str]) -> dict[str, list[dict[str, str]]]:
    """Return the links at the foot of each page, by its notebook's name."""
    stops = [(site.home, "Tous les chapitres")] + [
        (Path(c.notebook).stem, c.title) for c in site.chapters if c.notebook
    ]
    links = {}
    for index, (notebook, _) in enumerate(stops):
        places = [(index - 1, "previous", "Chapitre précédent"), (index + 1, "next", "Chapitre suivant")]
        places = [place for place in places if 0 < place[0] < len(stops) and index]  # the home page says where to begin
        if index:
            places.insert(-1 if index + 1 < len(stops) else len(places), (0, "home", "Accueil"))
        links[notebook] = [
            {"place": place, "name": name, "href": address(stops[at][0]), "title": stops[at][1]}
            for at, place, name in places
        ]
    return links
