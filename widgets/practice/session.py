"""Sessions: what one screen of one learner is, whoever shows it. Plain Python: no Jupyter, no thread, no file."""

import itertools
import logging
import traceback
from base64 import b64encode
from collections import defaultdict
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, ClassVar
from zlib import crc32

from practice.local_file import LocalFile
from practice.site import Site

if TYPE_CHECKING:
    from practice.papers.document import Document

_log = logging.getLogger(__name__)
_log.addHandler(logging.NullHandler())


class UnknownActionError(LookupError):
    """Nothing in a session answers to this action: a click on a page that has changed in the meantime."""


class Context:
    """Where sessions are opened: the site that they show, and the keys that are still free on their page.

    Parameters: the site; a key, where only one session is to be opened, and has it; the file that keeps the learner's
    work, if one does; the chapter's name; what says which of its cells is executed, where one may be again; what says
    where a tablet reaches the course, if one does; what tells its keys from those of another chapter, or of
    pictures, on the same page.
    """

    def __init__(
        self,
        site: Site,
        key: str = "",
        file: LocalFile | None = None,
        chapter: str = "",
        cell: Callable[[], object] = object,
        *,
        reached: Callable[[], str] = str,
        own: str = "",
    ) -> None:
        self.site = site
        self.file = file
        self.chapter = chapter
        self.reached = reached
        self.instead: Mapping[str, str] = {}  #: whom a tablet plays instead of whom, where nothing tells of the latter
        self._key = key
        self._own = f"-{crc32(own.encode()):x}-" if own else ""  # in ids: no name of a file, which may have spaces
        self._cell = cell
        self._cells: dict[str, list[object]] = defaultdict(list)  # by activity: the cells that open one like it
        self._numbers: dict[str, itertools.count] = defaultdict(lambda: itertools.count(1))

    def next_key(self, prefix: str) -> str:
        """Return the next key: « question1 », « question2 »."""
        return self._key or f"{prefix}{self._own}{next(self._numbers[prefix])}"

    def activity(self, name: str) -> str:
        """Return the name of an activity of this chapter that nothing else in the course has.

        The number that begins a chapter's name is no part of it: chapters change places.
        """
        cells, cell = self._cells[name], self._cell()
        if cell not in cells:
            cells.append(cell)
        number = cells.index(cell) + 1
        return f"{self.chapter.lstrip('0123456789_')}/{name}{f':{number}' if number > 1 else ''}"

    def copy(self, key: str = "", instead: Mapping[str, str] | None = None) -> "Context":
        """Return a place like this one as it is now, for one session: its key, and whom a tablet plays instead."""
        other = Context(self.site, key, self.file, self.chapter, self._cell, reached=self.reached)
        other.instead = instead or {}
        other._own = self._own
        other._cells = defaultdict(list, {name: list(cells) for name, cells in self._cells.items()})
        return other

    def in_edition(self, edition: str | None) -> "Context":
        """Return this place for another edition, or itself without one. Keys stay different from one another."""
        if edition in (None, self.site.year):
            return self
        other = Context(
            type(self.site).load(edition), self._key, self.file, self.chapter, self._cell, reached=self.reached
        )
        other.instead = self.instead
        other._own = self._own
        other._numbers = self._numbers
        other._cells = self._cells
        return other


def at_home(make: Callable[[], Context]) -> None:
    """Say what `notebook` returns the first time: a site says it when it is imported."""
    _Home.make = make
    _Home.context = None


def notebook() -> Context:
    """Return the context of a notebook that this process executes: it has no way to hand one down."""
    if _Home.context is None:
        _Home.context = _Home.make()
    return _Home.context


class _Home:
    make: ClassVar[Callable[[], Context]]
    context: ClassVar[Context | None] = None


class Drawing:
    """What a chapter shows without a learner's doing anything there: it draws, and that is all.

    `at` is where it is opened; without one, in a notebook that this process executes.
    """

    prefix: ClassVar[str]  #: of its key
    kind: ClassVar[str] = "À vous"  #: what a list of the steps of a chapter calls it,
    title: str = ""  #: and which of its kind it is

    def __init__(self, at: Context | None = None) -> None:
        self.context = at or notebook()
        self.key = self.context.next_key(self.prefix)  #: prefixes the ids of its HTML

    @property
    def site(self) -> Site:
        return self.context.site

    def draw(self) -> str:
        """Return its HTML."""
        raise NotImplementedError

    @property
    def html(self) -> str:
        """What the learner sees."""
        return self.draw()

    @property
    def still(self) -> str:
        """What is shown where nothing answers: a slide, a paper, a notebook that is only read."""
        return self.draw()

    def _repr_html_(self) -> str:
        return self.still


class Session(Drawing):
    """A screen that answers. A child draws, and has a method `handle_<action>` for each thing that can be done.

    A handler takes the learner's answers, which are any browser's word, and leaves in `focus`, `say` and `download`
    what comes of it. `resume` takes up what `snapshot` gave to keep, by the course's own names (`kept.Names`).
    """

    def __init__(self, at: Context | None = None) -> None:
        super().__init__(at)
        self.focus: str | None = None  #: id of what takes the focus: what opened, the title, the errors
        self.say = ""  #: what a screen reader must say after the last action
        self.download: Document | None = None  #: what the last action gives to keep
        self.shown: int | None = None  #: the hash of the drawing that the learner sees

    # ---- What a child writes

    def resume(self, kept: object) -> None:
        """Take up what was kept for the learner, if anything; it is not trusted. The focus stays where it is."""

    def snapshot(self) -> dict[str, Any]:
        """Return what may be kept for the learner, by name; an empty text forgets. Never a secret."""
        return {}

    def begin(self) -> None:
        """Forget what the action before had to say: another one, which is known, begins."""

    def handle(self, action: str, answers: Mapping[str, Any]) -> None:
        """Do one thing. Raises UnknownActionError, and what the action raises."""
        handler = getattr(self, f"handle_{action}", None)
        if handler is None:
            raise UnknownActionError(action)
        self.begin()
        handler(answers)

    # ---- What doors and tests call

    def do(self, action: str, **answers: Any) -> None:
        """Do one thing as the learner would. Raises what the action raises."""
        self.handle(action, answers)

    def answer(self, message: object) -> dict[str, Any]:
        """Return the answer to a message: the whole protocol, for every door. Raises nothing.

        A message is `{"turn": 3, "do": "sign_in", "answers": {…}}`; `resume` brings in `answers` what the browser
        `kept`. The answer has the message's turn; `html`, if the drawing is another than the one shown; the `focus`,
        what to `say` aloud, what to `keep` (an empty text: forget), and a `file`, its content in base64.
        """
        message = message if isinstance(message, Mapping) else {}
        answers = message.get("answers")
        answers = {str(name): value for name, value in answers.items()} if isinstance(answers, Mapping) else {}
        moved: dict[str, Any] = {}
        self.download = None
        try:
            if message.get("do") == "resume":
                moved = self.site.names.moved(answers.get("kept"))
                self.resume(self.site.names.read(answers.get("kept")))
            else:
                self._handle_if_known(str(message.get("do")), answers)
            html = self.draw()
            keep = moved | {self.site.names.of(name): value for name, value in self.snapshot().items()}
            reply = {"focus": self.focus, "say": self.say, "keep": keep, "file": self._file()}
        except Exception as error:  # noqa: BLE001 - whatever it is, the learner meets a calm page and no traceback
            _log_without_answers(error)
            html = self.site.draw("trouble.html", key=self.key)
            reply = {"focus": f"{self.key}-trouble"}
        if self.show(html):
            reply["html"] = html
        return {"turn": message.get("turn"), **reply}

    def _handle_if_known(self, action: str, answers: Mapping[str, Any]) -> None:
        try:
            self.handle(action, answers)
        except UnknownActionError:
            self.focus, self.say = None, ""  # what came of the action before is not told again

    def show(self, html: str) -> bool:
        """Take note of what the learner sees; say whether it is new."""
        before, self.shown = self.shown, hash(html)
        return before != self.shown

    @property
    def still(self) -> str:
        return self.site.draw("still.html", drawing=self.draw())

    def _file(self) -> dict[str, str] | None:
        """Return what the last action gives to download, in base64."""
        given, self.download = self.download, None  # it may have a name in it: once given, it does not stay here
        return given and {"name": given.name, "type": given.type, "content": b64encode(given.content).decode()}


def _log_without_answers(error: Exception) -> None:
    """Log where an action failed, for whoever writes screens; a message or a traceback could hold what was typed."""
    frames = [frame.f_code.co_qualname for frame, _ in traceback.walk_tb(error.__traceback__)]
    _log.error("%s in %s", type(error).__name__, frames[-1])
