"""A course whose files a test may break: a copy of data/ and of notebooks/, checked as a start checks them."""

import re
import shutil
from collections.abc import Callable
from pathlib import Path

from atelier_ameli.data import DATA
from atelier_ameli.site import NOTEBOOKS, Site
from practice.checking.check import faults_of
from tests.support import DOCUMENTS

#: file, entry, perhaps the line, reason
FAULT = re.compile(
    r"(?P<file>[\w/.-]+), entrée « (?P<entry>.+?) »(?:, ligne (?P<line>\d+))? : (?P<reason>.+)", re.DOTALL
)
#: what Python, tomllib, cattrs, json and Jinja would say by themselves
ENGLISH = re.compile(
    r"\b(Error|Exception|Expected|expected|Invalid|invalid|Illegal|illegal|codec|decode|unexpected|object|attribute|"
    r"must|not|missing|required|argument|statement|Traceback|NoneType|Unclosed|Cannot|line|column|at)\b",
)
_ALL = sorted(path.relative_to(DATA).as_posix() for path in DATA.rglob("*.toml"))
_OTHERS = {year: f"editions/{year}/" for year in Site.years() if year != Site.usual_edition}
FILES = [name for name in _ALL if not name.startswith(tuple(_OTHERS.values()))]
#: what each other edition lays over them
FILES_OF = {year: [name for name in _ALL if name.startswith(folder)] for year, folder in _OTHERS.items()}


class Course:
    """A copy of the course in a folder. Its tests may break it at will, and `restore` it for the next one."""

    def __init__(self, folder: Path) -> None:
        self.data, self.notebooks = folder / "data", folder / "notebooks"
        shutil.copytree(DATA, self.data)
        shutil.copytree(NOTEBOOKS, self.notebooks, ignore=shutil.ignore_patterns(".*"))
        self._whole = self._files()
        own = {"data": self.data, "notebooks": self.notebooks, "__module__": Site.__module__}
        self.kind = type("Site", (Site,), own)

    def text(self, name: str) -> str:
        return (self.data / name).read_text(encoding="utf-8")

    def write(self, name: str, content: str | bytes) -> None:
        (self.data / name).write_bytes(content.encode() if isinstance(content, str) else content)

    def change(self, name: str, change: Callable[[str], str | bytes | None]) -> bool:
        """Change a file; say whether that changed anything. None: nothing of the kind is in it."""
        before = self.text(name)
        after = change(before)
        if after is None or after == before:
            return False
        self.write(name, after)
        return True

    def restore(self) -> None:
        """Put everything back, whoever changed it, and how."""
        now = self._files()
        for path in now.keys() - self._whole.keys():
            path.unlink()
        for path, content in self._whole.items():
            if now.get(path) != content:
                path.write_bytes(content)

    def _files(self) -> dict[Path, bytes]:
        paths = [path for folder in (self.data, self.notebooks) for path in folder.rglob("*") if path.is_file()]
        return {path: path.read_bytes() for path in paths}

    def site_anew(self) -> type[Site]:
        """Return the kind of its site without anything read."""
        return type("Site", (self.kind,), {"__module__": Site.__module__})

    def faults(self, edition: str = Site.usual_edition) -> list[str]:
        return faults_of(self.site_anew(), edition, documents=DOCUMENTS)


def first(pattern: str, replacement: str) -> Callable[[str], str | None]:
    """Return what changes the first line that has a pattern."""

    def change(text: str) -> str | None:
        changed, times = re.subn(pattern, replacement, text, count=1, flags=re.MULTILINE)
        return changed if times else None

    return change
