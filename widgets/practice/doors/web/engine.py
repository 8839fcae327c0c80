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


class Engine:
    """All chapters of a site, ready, and the conversation of the page that is shown.

    Parameters: the module of the site, its edition, the folder of its notebooks.
    """

    def __init__(self, module: str, edition: str, notebooks: Path) -> None:
        self.site = import_module(module).Site.load(edition)
        self.site.read_all()
        chapters = Chapters(notebooks, self.site, lambda *_: "")  # a page is drawn where the folder is written
        read = (chapters.read(file.stem) for file in sorted(notebooks.glob("*.ipynb")))
        self._chapters = {one.name: chapters.get(one, self.site) for one in read if one and one.ours}
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
        chapter = self._chapters.get(name) if isinstance(name, str) else None
        return chapter if chapter and (edition, version) == (self.site.year, chapter.version) else None
