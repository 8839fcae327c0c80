"""The page of a chapter: its texts, what its cells show, and what every page has around them."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import jinja2

from practice.chapter import Chapter
from practice.course.words.inline_glossary import FirstUses
from practice.doors.voila.texts import html_of
from practice.session import Drawing, Session
from practice.site import Site

TEMPLATES = Path(__file__).with_name("templates")


@dataclass(frozen=True)
class Part:
    """A part of a page: a « text », a « screen », a « drawing », or « trouble » where a cell failed."""

    kind: str
    html: str = ""
    key: str = ""

    @property
    def can_be_read_aloud(self) -> bool:
        return self.kind == "text" and ("<p>" in self.html or "<li>" in self.html)


@cache
def environment() -> jinja2.Environment:
    """Return what draws the pages around the screens."""
    return jinja2.Environment(
        loader=jinja2.FileSystemLoader(TEMPLATES), autoescape=True, trim_blocks=True, auto_reload=False
    )


def draw_chapter(
    chapter: Chapter, shown: list[Drawing | None], site: Site, folder: Path, atelier: dict[str, Any]
) -> str:
    """Return the page of a chapter. `folder` is where its pictures are; `atelier` is what every page has around it."""
    parts = list(_parts(chapter, shown, site, folder))
    door = {"path": atelier["door"], "chapter": chapter.name, "version": chapter.version, "edition": site.year}
    alive = any(part.kind == "screen" for part in parts)
    template = environment().get_template("chapter.html.j2")
    return template.render(
        name=chapter.name, title=chapter.title, parts=parts, atelier=atelier, door=door if alive else None
    )


def _parts(chapter: Chapter, shown: list[Drawing | None], site: Site, folder: Path) -> Iterator[Part]:
    drawings = iter(shown)
    first_uses, met = FirstUses(site.glossary), frozenset()
    for cell in chapter.cells:
        if cell.kind == "markdown":
            html, met = first_uses(html_of(cell.source, folder, cell.attachments), met)
            yield Part("text", html)
        elif cell.shown:
            one = next(drawings)
            if one is None:
                yield Part("trouble")
            else:
                yield Part("screen" if isinstance(one, Session) else "drawing", one.html, one.key)
