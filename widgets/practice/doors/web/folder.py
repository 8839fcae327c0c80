"""The folder of the course without a server: its pages, as a room draws them, and what brings them to life."""

import json
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

from practice.chapter import Chapter, read_chapter
from practice.doors.voila.assets import Assets, frame, page_scripts
from practice.doors.voila.chapters import open_calls
from practice.doors.voila.page import draw_chapter, statement_page
from practice.doors.web.building import Built
from practice.doors.web.packing import compressed, letters
from practice.drawing.dates import day
from practice.scripts import classic, joined, screen_script
from practice.site import Site

HERE = Path(__file__).with_name("static")
#: a page may run what is in it and beside it, and ask nothing of anywhere
POLICY = (
    "default-src 'none'; script-src 'self' file: blob: 'unsafe-inline' 'wasm-unsafe-eval'; worker-src blob:; "
    "style-src 'self' file: 'unsafe-inline'; img-src data: blob:; connect-src 'none'; base-uri 'none'; "
    "form-action 'none'"
)
SCRIPT = '<script src="course.js" defer></script>'
STATEMENT = "accessibilite"
#: what joins a page with the engine, and runs before everything else
CONNECTION = (HERE / "unpacked.js", HERE / "connection.js")
_HEAD = f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">\n<script src="shell.js"></script>'


def write_folder(site: Site, folder: Path, engine: Built, today: date, tell: Callable[[str], None]) -> None:
    """Write the course of an edition. `tell` is told each page. Raises ChapterError, OSError."""
    around = places(site, today, _HEAD, "{}.ipynb")  # shell.js knows where a notebook is
    pages = draw_pages(site, around, {"home": site.home}, tell)
    told = letters(compressed(json.dumps(pages, ensure_ascii=False).encode()))
    files = {
        **page_files(site),
        "index.html": pages[site.home].encode(),
        "pages.js": f"atelierShell.give('pages', {told});\n".encode(),
        "engine.js": engine.script().encode(),
    }
    for name, content in files.items():
        write(folder / name, content)


def page_files(site: Site) -> dict[str, bytes]:
    """Return the scripts and the style of every page."""
    scripts = {"screen": screen_script(), **page_scripts(), "carry": (HERE / "carry.js").read_text(encoding="utf-8")}
    shell = joined([*CONNECTION, HERE / "shell.js"]).encode()
    return {"course.js": classic(scripts).encode(), "page.css": Assets(site).content["page.css"], "shell.js": shell}


def places(site: Site, today: date, head: str, address: str) -> dict[str, Any]:
    """Return what the templates call `atelier`, for pages of files. `address` is that of a notebook, with « {} »."""
    own = {
        "assets": ".",
        "door": "",
        "address": "",
        "step_address": "",
        "head": head,
        "accessibility": f"?chapitre={STATEMENT}" if site.statement else "",
        "status": site.statement.status if site.statement else "",
        "scripts": [SCRIPT],
        "plain": SCRIPT,
        "search": "?chapitre={}&",
        "copied": f"Copie du {day(today)}, édition {site.year}.",
    }
    return frame(site, address.format, own)


def draw_pages(
    site: Site, around: dict[str, Any], known: dict[str, str], tell: Callable[[str], None]
) -> dict[str, str]:
    """Return the pages of the chapters that are ours, and that of the statement, by name.

    `known` is what a page knows before any script: attributes « data- » of its root.
    """
    pages = {}
    for chapter in _chapters(site):
        shown = open_calls(chapter.calls, site, chapter.name, aloud=True)
        pages[chapter.name] = draw_chapter(chapter, shown, site, site.notebooks, around)
        tell(chapter.title)
    if site.statement:
        pages[STATEMENT] = statement_page(site, around)
    told = " ".join(f'data-{name}="{value}"' for name, value in known.items())
    return {name: html.replace("<html ", f"<html {told} ", 1) for name, html in pages.items()}


def _chapters(site: Site) -> Iterator[Chapter]:
    for file in sorted(site.notebooks.glob("*.ipynb")):
        chapter = read_chapter(file, site.offers)
        if chapter.ours:
            yield chapter


def write(file: Path, content: bytes) -> None:
    """Write a file, and the folder that it is in."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content)
