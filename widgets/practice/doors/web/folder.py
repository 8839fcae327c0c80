"""The folder of the course without a server: its pages, as a room draws them, and what brings them to life."""

import json
import re
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

from practice.chapter import Chapter, read_chapter
from practice.doors.voila.assets import Assets, frame, page_scripts
from practice.doors.voila.chapters import open_calls
from practice.doors.voila.page import draw_chapter, statement_page
from practice.doors.web.building import Engine, packed
from practice.drawing.dates import day
from practice.scripts import classic, screen_script
from practice.site import Site

_HERE = Path(__file__).with_name("static")
#: a page may run what is in it and beside it, and ask nothing of anywhere
_POLICY = (
    "default-src 'none'; script-src 'self' file: blob: 'unsafe-inline' 'wasm-unsafe-eval'; worker-src blob:; "
    "style-src 'self' file: 'unsafe-inline'; img-src data: blob:; connect-src 'none'; base-uri 'none'; "
    "form-action 'none'"
)
_SCRIPT = '<script src="course.js" defer></script>'
_STATEMENT = "accessibilite"
_HEAD = f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n<script src="shell.js"></script>'


def write_folder(site: Site, folder: Path, engine: Engine, today: date, tell: Callable[[str], None]) -> None:
    """Write the course of an edition. `tell` is told each page. Raises ChapterError, OSError."""
    folder.mkdir(parents=True, exist_ok=True)
    around = _around(site, today)
    pages = {}
    for chapter in _chapters(site):
        shown = open_calls(chapter.calls, site, chapter.name, aloud=True)
        pages[chapter.name] = _at_home(draw_chapter(chapter, shown, site, site.notebooks, around), site)
        tell(chapter.title)
    if site.statement:
        pages[_STATEMENT] = _at_home(statement_page(site, around), site)
    _write(folder / "index.html", pages[site.home])
    _write(
        folder / "pages.js",
        f"atelierShell.give('pages', '{packed(json.dumps(pages, ensure_ascii=False).encode())}');\n",
    )
    _write(folder / "course.js", classic(_scripts()))
    _write(folder / "page.css", Assets(site).content["page.css"].decode())
    _write(folder / "shell.js", (_HERE / "shell.js").read_text(encoding="utf-8"))
    _write(folder / "engine.js", engine.script())


def _scripts() -> dict[str, str]:
    """Return all that a page runs, by name, in the order in which one imports another."""
    return {"screen": screen_script(), **page_scripts(), "carry": (_HERE / "carry.js").read_text(encoding="utf-8")}


def _chapters(site: Site) -> Iterator[Chapter]:
    for file in sorted(site.notebooks.glob("*.ipynb")):
        chapter = read_chapter(file, site.offers)
        if chapter.ours:
            yield chapter


def _around(site: Site, today: date) -> dict:
    places = {
        "assets": ".",
        "door": "",
        "address": "",
        "step_address": "",
        "head": _HEAD,
        "accessibility": f"?chapitre={_STATEMENT}" if site.statement else "",
        "status": site.statement.status if site.statement else "",
        "scripts": [_SCRIPT],
        "plain": _SCRIPT,
        "search": "?chapitre={}&",
        "copied": f"Copie du {day(today)}, édition {site.year}.",
    }
    return frame(site, lambda notebook: f"{notebook}.ipynb", places)


def _at_home(html: str, site: Site) -> str:
    """Return a page that knows which chapter the file itself shows."""
    return re.sub("<html ", f'<html data-home="{site.home}" ', html, count=1)


def _write(file: Path, text: str) -> None:
    file.write_text(text, encoding="utf-8", newline="\n")
