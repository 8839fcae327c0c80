"""The folder of the course without a server: its pages, as a room draws them, and what brings them to life."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from practice.doors.voila.assets import Assets, frame, page_scripts
from practice.doors.voila.chapters import open_calls
from practice.doors.voila.page import draw_chapter, simulated_page, statement_page
from practice.doors.web.built import Built
from practice.doors.web.packing import compressed, letters
from practice.drawing.dates import day
from practice.editions import chapter_of, notebook_files
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
STATEMENT, SIMULATED = "accessibilite", "ce_qui_est_simule"
#: what joins a page with the engine, and runs before everything else
CONNECTION = (HERE / "unpacked.js", HERE / "connection.js")
_HEAD = f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">\n<script src="shell.js"></script>'


def write_folder(
    sites: Sequence[Site],
    folder: Path,
    engine: Built,
    today: date,
    tell: Callable[[str], None],
    *,
    more: Mapping[str, str] | None = None,
) -> None:
    """Write the course, which opens on the first edition. `tell` is told each page. Raises ChapterError, OSError.

    `more` are scripts, by the names of their files, that each page runs after shell.js, before all others.
    """
    site, pages, more = sites[0], {}, more or {}
    head = "\n".join([_HEAD, *(f'<script src="{name}"></script>' for name in more)])
    for one in sites:
        around = places(one, sites, today, head)  # shell.js knows where a notebook is
        pages |= draw_pages(one, sites, around, {"home": site.home}, tell)
    files = {
        **page_files(site),
        **{name: script.encode() for name, script in more.items()},
        "index.html": pages[site.home].encode(),
        **{f"pages/{name}.js": _page_script(name, html) for name, html in pages.items()},
        **{name: script.encode() for name, script in engine.scripts.items()},
    }
    for name, content in files.items():
        write(folder / name, content)


def _page_script(name: str, html: str) -> bytes:
    return f"atelierShell.give('pages/{name}', {letters(compressed(html.encode()))});\n".encode()


def page_files(site: Site) -> dict[str, bytes]:
    """Return the scripts and the style of every page."""
    scripts = {"screen": screen_script(), **page_scripts(), "carry": (HERE / "carry.js").read_text(encoding="utf-8")}
    shell = joined([*CONNECTION, HERE / "shell.js"]).encode()
    return {"course.js": classic(scripts).encode(), "page.css": Assets(site).content["page.css"], "shell.js": shell}


def copy_of(site: Site, sites: Sequence[Site]) -> str:
    """Return what the names of the pages of an edition end in: nothing for the first, which the course opens on."""
    return "" if site is sites[0] else f".{site.year}"


def places(site: Site, sites: Sequence[Site], today: date, head: str) -> dict[str, Any]:
    """Return what the templates call `atelier`, for pages of files in these editions.

    A link to a page of the same edition names its notebook, as those in its texts do; one to another adds the year.
    """
    copy, years = copy_of(site, sites), tuple(one.year for one in sites)
    own = {
        "assets": ".",
        "door": "",
        "address": "",
        "step_address": "",
        "head": head,
        "accessibility": f"?chapitre={STATEMENT}{copy}" if site.statement else "",
        "simulated": f"?chapitre={SIMULATED}{copy}" if site.simulated else "",
        "status": site.statement.status if site.statement else "",
        "scripts": [SCRIPT],
        "plain": SCRIPT,
        "search": f"?chapitre={{}}{copy}&",
        "copied": f"Copie du {day(today)}, édition {site.year}.",
    }

    def address(notebook: str, year: str) -> str:
        return f"{notebook}.ipynb" if year == site.year else f"{notebook}.{year}.ipynb"

    return frame(site, address, own, years)


def draw_pages(
    site: Site,
    sites: Sequence[Site],
    around: dict[str, Any],
    known: dict[str, str],
    tell: Callable[[str], None],
) -> dict[str, str]:
    """Return the pages of the chapters of an edition that are ours, and what it says of itself, by name.

    `known` is what a page knows before any script: attributes « data- » of its root.
    """
    pages, copy = {}, copy_of(site, sites)
    known = {**known, "usual": sites[0].year, "copy": copy}
    for file in notebook_files(site):
        chapter = chapter_of(site, file)
        if not chapter.ours:
            continue
        shown = open_calls(chapter.calls, site, chapter.name, aloud=True)
        pages[chapter.name] = draw_chapter(chapter, shown, site, file.parent, around)
        tell(chapter.title)
    if site.statement:
        pages[STATEMENT] = statement_page(site, around)
    if site.simulated:
        pages[SIMULATED] = simulated_page(site, around)
    told = " ".join(f'data-{name}="{value}"' for name, value in known.items())
    return {f"{name}{copy}": html.replace("<html ", f"<html {told} ", 1) for name, html in pages.items()}


def write(file: Path, content: bytes) -> None:
    """Write a file, and the folder that it is in."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content)
