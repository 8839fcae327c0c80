"""The course for a host of plain files: a page a chapter, the engine beside them, kept for a visit without network."""

import hashlib
import json
import re
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from practice.doors.voila.assets import EARLY_MARK
from practice.doors.web.built import Built
from practice.doors.web.folder import HERE, SIMULATED, STATEMENT, copy_of, draw_pages, page_files, places, write
from practice.site import Site

#: a page may run what is in it and beside it, and ask nothing of any other host
_POLICY = (
    f"default-src 'none'; script-src 'self' {EARLY_MARK}; worker-src 'self'; style-src 'self' 'unsafe-inline'; "
    "img-src 'self' data: blob:; connect-src 'self'; base-uri 'none'; form-action 'none'"
)
_HEAD = f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n<script src="shell.js"></script>'
_LINK = re.compile(r'href="(\w+)(\.\d+)?\.ipynb')


def write_host(sites: Sequence[Site], folder: Path, engine: Built, today: date, tell: Callable[[str], None]) -> None:
    """Write the course, which opens on the first edition. `tell` is told each page. Raises ChapterError, OSError."""
    site = sites[0]
    files = {**engine.files(), **page_files(site)}
    version = hashlib.sha256(b"".join(files.values())).hexdigest()[:8]
    parts = f"engine-{version}"
    for one in sites:
        copy = copy_of(one, sites)
        around = places(one, sites, today, _HEAD) | {"search": "?"}
        own = {"accessibility": f"{STATEMENT}{copy}.html", "simulated": f"{SIMULATED}{copy}.html"}
        around |= {name: page for name, page in own.items() if around[name]}
        pages = draw_pages(one, sites, around, {"home": site.home, "hosted": parts}, tell)
        for name, html in pages.items():
            files[f"{name}.html"] = _with_addresses(html, copy, f".{site.year}").encode()
    files["index.html"] = files[f"{site.home}.html"]
    files = {name.replace("engine/", f"{parts}/"): content for name, content in files.items()}
    whole = hashlib.sha256(b"".join(files.values())).hexdigest()[:8]
    offline = (HERE / "offline.js").read_text(encoding="utf-8")
    listed = json.dumps(["./", *files])
    files["offline.js"] = offline.replace("{version}", f"atelier-{whole}").replace("{files}", listed).encode()
    for name, content in files.items():
        write(folder / name, content)


def _with_addresses(html: str, copy: str, usual: str) -> str:
    """Return a page whose links to notebooks lead to pages: of the same copy, or of the one that a link names."""

    def page(found: re.Match[str]) -> str:
        year = copy if found[2] is None else found[2]
        return f'href="{found[1]}{"" if year == usual else year}.html'

    return _LINK.sub(page, html)
