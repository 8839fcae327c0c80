"""The contents of a chapter: its steps, in order, and which of them are done."""

from collections.abc import Sequence
from dataclasses import dataclass

from practice.chapter import Call, Chapter
from practice.course.progress.done import Done, done_in
from practice.session import Context, Drawing, Session
from practice.steps import Step

KEY = "sommaire"  #: of the contents, on the page of a chapter


@dataclass(frozen=True)
class Entry:
    """A step in the contents. `calls` are those of its cells."""

    name: str
    title: str
    calls: tuple[Call, ...]


@dataclass(frozen=True)
class Entries:
    """The steps of a chapter. What it opens are its contents."""

    entries: tuple[Entry, ...]

    def open(self, at: Context) -> "Contents":
        return Contents(self.entries, at=at)


class Contents(Session):
    """The steps of a chapter, each with what is done of it, as the learner's browser remembers. It keeps nothing."""

    prefix = KEY

    def __init__(self, entries: tuple[Entry, ...], *, at: Context) -> None:
        super().__init__(at)
        self.entries = entries
        self.resume({})

    def resume(self, kept: object) -> None:
        """Read what was kept for the learner: at first, and whenever she opens the contents."""
        self.done = [done_in(entry.calls, self.site, kept) for entry in self.entries]

    @property
    def asked(self) -> Done:
        """How many of the steps that ask something are done."""
        return Done(sum(one.whole for one in self.done), sum(one.asked > 0 for one in self.done))

    def draw(self) -> str:
        return self.site.draw("contents.html", key=self.key, contents=self)


def entries_of(chapter: Chapter, shown: Sequence[Drawing | None]) -> Entries:
    """Return the steps of a chapter. `shown` is what its cells show, in order."""
    drawings = dict(zip([i for i, cell in enumerate(chapter.cells) if cell.shown], shown, strict=True))
    return Entries(
        tuple(
            Entry(
                step.name,
                title_of(step, drawings.get(step.cells[0])),
                tuple(chapter.cells[i].shown for i in step.cells if chapter.cells[i].shown),
            )
            for step in chapter.steps
        )
    )


def title_of(step: Step, first: Drawing | None) -> str:
    """Return what a list calls a step; one that begins with a screen is called as the screen is."""
    if step.heading or first is None:
        return step.title
    return f"{first.kind} : {first.title}" if first.title else first.kind
