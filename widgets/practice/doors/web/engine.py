"""The course inside a browser: its sessions in a worker, which answer as the door of a room does.

It is made where the memory of the engine is, once; what a browser restores has all of it read.
"""

import json
from importlib import import_module
from pathlib import Path
from time import monotonic

from practice.doors.voila.chapters import Chapters, DrawnChapter
from practice.doors.voila.conversation import Conversation, NonsenseError
from practice.doors.voila.open_pages import OpenPages
from practice.editions import notebook_files
from practice.loading.documents import Documents


class Engine:
    """All chapters of a site, ready, and the conversation of the page that is shown.

    Parameters: the module of the site, its editions with commas between them, the folder of its notebooks.
    """

    def __init__(self, module: str, editions: str, notebooks: Path) -> None:
        documents = Documents()  # what the editions share is parsed once
        sites = [import_module(module).Site.load(edition, documents) for edition in editions.split(",")]
        self.site = sites[0]
        self._chapters = {}
        for site in sites:
            site.read_all()
            chapters = Chapters(notebooks, site, lambda *_: "")  # a page is drawn where the folder is written
            read = (chapters.read(file.stem) for file in notebook_files(site, notebooks))
            self._chapters |= {(site.year, one.name): chapters.get(one, site) for one in read if one and one.ours}
        self._pages = OpenPages(monotonic)
        self._number = 0
        self._talk = Conversation(self._find, self._pages)

    def hear(self, number: int, text: str) -> str:
        """Return what to say to a connection, a JSON list; « null » ends it. A new number is a new connection."""
        if number != self._number:
            self._number, self._talk = number, Conversation(self._find, self._pages)
        try:
            return json.dumps(self._talk.hear(text))
        except NonsenseError:
            return "null"

    def _find(self, name: object, edition: object, version: object) -> DrawnChapter | None:
        """Return a chapter that a page shows; None if the page is of another copy."""
        chapter = self._chapters.get((edition, name)) if isinstance(name, str) and isinstance(edition, str) else None
        return chapter if chapter and version == chapter.version else None
