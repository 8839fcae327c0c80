"""Chapters, read, drawn and compressed once, when they are first asked for and when their file has changed."""

import gzip
import logging
from collections import OrderedDict
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from practice.chapter import Call, Chapter, ChapterError
from practice.course.outline.contents import KEY, Entries, entries_of
from practice.editions import chapter_of, notebook_folders
from practice.loading.faults import DataError
from practice.names import UnknownNameError
from practice.session import Context, Drawing, Session
from practice.site import Site

_log = logging.getLogger(__name__)
_MOST_VERSIONS = 200  #: drawn pages that are remembered, of all chapters and editions

#: a chapter, what its cells show (None for a call that failed), the site -> its HTML
Draw = Callable[[Chapter, list[Drawing | None], Site], str]


@dataclass(frozen=True)
class DrawnChapter:
    """A page that is ready. `seen` are the drawings of its sessions, as `Session.shown` has them, by key."""

    version: str
    html: bytes
    compressed: bytes
    calls: dict[str, tuple[Call | Entries, Context]]  #: what makes its sessions, and where, by key
    seen: dict[str, int]
    mark: str  #: changes with what the page says

    def open(self, *, drawn: bool, instead: Mapping[str, str] | None = None) -> "Sessions":
        """Return the sessions of one more learner. `drawn`: her page still shows the first drawings.

        `instead`: whom her tablet plays instead of whom.
        """
        return Sessions(self, drawn=drawn, instead=instead)


class Sessions:
    """The sessions of one learner on a page, each made when it is first asked for: most steps are not shown yet."""

    def __init__(self, page: DrawnChapter, *, drawn: bool, instead: Mapping[str, str] | None = None) -> None:
        self._page = page
        self._drawn = drawn
        self._instead = instead
        self._made: dict[str, Session] = {}

    def __len__(self) -> int:
        """Return how many there are by now."""
        return len(self._made)

    @property
    def place(self) -> tuple[str, str]:
        """The name of the chapter, and its edition."""
        _, place = self._page.calls[KEY]
        return place.chapter, place.site.year

    def get(self, key: object) -> Session | None:
        """Return a session by its key, if the page has it."""
        if not isinstance(key, str) or key not in self._page.calls:
            return None
        if key not in self._made:
            call, place = self._page.calls[key]
            session = self._made[key] = call.open(place.copy(key, self._instead))
            if self._drawn:
                session.shown = self._page.seen[key]
        return self._made[key]


class Chapters:
    """The chapters of a folder, in one edition or another. `draw` makes a page, `reached` tells its address."""

    def __init__(self, folder: Path, site: Site, draw: Draw, reached: Callable[[], str] = str) -> None:
        self._reached = reached
        self.folder = folder
        self.site = site
        self._draw = draw
        self._read: dict[tuple[str, Path], tuple[int, Chapter]] = {}
        self.withdrawn: set[str] = set()  #: editions that are not right: they are not shown
        self._drawn: OrderedDict[tuple[str, str, str], DrawnChapter] = OrderedDict()

    def file(self, name: str, site: Site | None = None) -> Path | None:
        """Return the notebook of this name, if an edition has one, or the folder itself; the room's without `site`."""
        for folder in notebook_folders(site or self.site, self.folder):
            file = folder / f"{name}.ipynb"
            try:
                if file.is_file() and any(file.name == one.name for one in folder.iterdir()):  # some take A for a
                    return file
            except (OSError, ValueError):  # a name that no file can have
                return None
        return None

    def read(self, name: str, site: Site | None = None) -> Chapter | None:
        """Return a notebook of an edition as it is now; None if there is none that can be read."""
        site = site or self.site
        file = self.file(name, site)
        if file is None:
            return None
        changed, key = file.stat().st_mtime_ns, (site.year, file)
        if key not in self._read or self._read[key][0] != changed:
            try:
                self._read[key] = changed, chapter_of(site, file)
            except ChapterError as error:
                _log.error("%s", error)
                return None
        return self._read[key][1]

    def get(self, chapter: Chapter, site: Site) -> DrawnChapter:
        """Return the page of a chapter that is ours."""
        which = (chapter.name, site.year, chapter.version)
        if which not in self._drawn:
            self._drawn[which] = self._make(chapter, site)
            while len(self._drawn) > _MOST_VERSIONS:
                self._drawn.popitem(last=False)
        self._drawn.move_to_end(which)
        return self._drawn[which]

    def version(self, name: object, edition: object, version: object) -> DrawnChapter | None:
        """Return the page that a browser shows, drawn again if need be; None if the notebook has changed meanwhile."""
        known = self._drawn.get((name, edition, version)) if isinstance(name, str) else None
        if known or not isinstance(name, str):
            return known
        site = self.edition(edition)
        chapter = site and self.read(name, site)
        return self.get(chapter, site) if chapter and chapter.ours and chapter.version == version else None

    def edition(self, year: object) -> Site | None:
        """Return an edition of the course by its year; the room's own without one; None for one that is not there."""
        if year in (None, "", self.site.year):
            return self.site
        try:
            return type(self.site).load(year) if isinstance(year, str) and year in self.years else None
        except DataError:  # which the terminal tells (`app.py`)
            return None

    @property
    def years(self) -> tuple[str, ...]:
        """The editions that one may choose from."""
        known = {*type(self.site).years(), self.site.year}
        return tuple(sorted(known - self.withdrawn))

    def withdraw(self, year: str) -> None:
        """Show an edition no more, and no page that offers it."""
        self.withdrawn.add(year)
        self._drawn.clear()

    def _make(self, chapter: Chapter, site: Site) -> DrawnChapter:
        places: list[Context] = []
        shown = open_calls(chapter.calls, site, chapter.name, aloud=True, places=places, reached=self._reached)
        html = self._draw(chapter, shown, site).encode()
        seen = {one.key: one.shown or hash(one.html) for one in shown if isinstance(one, Session)}
        opened = zip(shown, chapter.calls, places, strict=True)
        sessions = {one.key: (call, place) for one, call, place in opened if isinstance(one, Session)}
        contents, place = entries_of(chapter, shown), Context(site, KEY, chapter=chapter.name)
        seen[KEY], sessions[KEY] = hash(contents.open(place).html), (contents, place)
        compressed, mark = gzip.compress(html, mtime=0), sha256(html).hexdigest()[:12]
        return DrawnChapter(chapter.version, html, compressed, sessions, seen, mark)


def open_calls(
    calls: tuple[Call, ...],
    site: Site,
    chapter: str,
    *,
    aloud: bool = False,
    places: list[Context] | None = None,
    reached: Callable[[], str] = str,
) -> list[Drawing | None]:
    """Return what the calls of a chapter show, in one context; None for one that fails, which is said if `aloud`.

    Where each was opened, as it was then, goes into `places`: there it can be opened alone.
    """
    at = Context(site, chapter=chapter, reached=reached)
    shown: list[Drawing | None] = []
    for call in calls:
        if places is not None:
            places.append(at.copy())
        try:
            shown.append(call.open(at))
        except Exception as error:  # noqa: BLE001 - whatever a trainer wrote, the rest of the chapter is shown
            shown.append(None)
            if aloud:
                told = error if isinstance(error, UnknownNameError) else f"{type(error).__name__} : {error}"
                _log.error("Dans %s : %s", chapter, told)
    return shown
