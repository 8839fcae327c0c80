"""The course for a host of plain files: a page a chapter, the engine beside them, kept for a visit without network."""

import hashlib
import json
import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

from practice.doors.voila.assets import EARLY_MARK
from practice.doors.web.building import Built
from practice.doors.web.folder import HERE, STATEMENT, draw_pages, page_files, places, write
from practice.site import Site

#: a page may run what is in it and beside it, and ask nothing of any other host
_POLICY = (
    f"default-src 'none'; script-src 'self' {EARLY_MARK}; worker-src 'self'; style-src 'self' 'unsafe-inline'; "
    "img-src 'self' data: blob:; connect-src 'self'; base-uri 'none'; form-action 'none'"
)
_HEAD = f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n<script src="shell.js"></script>'
_LINK = re.compile(r'href="(\w+)\.ipynb')


def write_host(site: Site, folder: Path, engine: Built, today: date, tell: Callable[[str], None]) -> None:
    """Write the course of an edition. `tell` is told each page. Raises ChapterError, OSError."""
    files = {**engine.files(), **page_files(site)}
    version = hashlib.sha256(b"".join(files.values())).hexdigest()[:8]
    parts = f"engine-{version}"
    around = places(site, today, _HEAD, "{}.html") | {"search": "?", "accessibility": f"{STATEMENT}.html"}
    for name, html in draw_pages(site, around, {"home": site.home, "hosted": parts}, tell).items():
        files[f"{name}.html"] = _LINK.sub(r'href="\1.html', html).encode()
    files["index.html"] = files[f"{site.home}.html"]
    files = {name.replace("engine/", f"{parts}/"): content for name, content in files.items()}
    whole = hashlib.sha256(b"".join(files.values())).hexdigest()[:8]
    offline = (HERE / "offline.js").read_text(encoding="utf-8")
    listed = json.dumps(["./", *files])
    files["offline.js"] = offline.replace("{version}", f"atelier-{whole}").replace("{files}", listed).encode()
    for name, content in files.items():
        write(folder / name, content)
