"""The page of a chapter: its texts, what its cells show, and what every page has around them."""

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import jinja2

from practice.chapter import Call, Chapter
from practice.course.exercises.outcomes import whole
from practice.course.outline.contents import KEY, entries_of, title_of
from practice.course.progress.results import advances, results_of
from practice.course.words.inline_glossary import FirstUses
from practice.doors.voila.texts import html_of
from practice.drawing.dates import day
from practice.drawing.qr import qr_code
from practice.drawing.typography import french
from practice.session import Context, Drawing, Session
from practice.site import Site
from practice.steps import Step, slug

TEMPLATES = Path(__file__).with_name("templates")
_STYLE = re.compile(r"<style>.*?</style>\s*", re.DOTALL)  #: that a drawing brings to JupyterLab: a page has it already
_ANY_HEADING = re.compile(r"(<h)\d(.*?)(</h)\d>", re.DOTALL)


@dataclass(frozen=True)
class Part:
    """A part of a page: a « text », a « screen », a « drawing », or « trouble » where a cell failed.

    `id` is what an address may name it by, beside its step.
    """

    kind: str
    html: str = ""
    key: str = ""
    id: str = ""

    @property
    def can_be_read_aloud(self) -> bool:
        return self.kind == "text" and ("<p>" in self.html or "<li>" in self.html)


@dataclass(frozen=True)
class Section:
    """A step of the chapter as the page has it. `heading` is to be drawn above its parts, where no text has one."""

    name: str
    title: str
    parts: tuple[Part, ...]
    heading: str = ""
    heading_seen: bool = True


@cache
def environment() -> jinja2.Environment:
    """Return what draws the pages around the screens."""
    made = jinja2.Environment(
        loader=jinja2.FileSystemLoader(TEMPLATES), autoescape=True, trim_blocks=True, auto_reload=False
    )
    made.filters["french"] = french
    return made


def draw_chapter(
    chapter: Chapter, shown: list[Drawing | None], site: Site, folder: Path, atelier: dict[str, Any]
) -> str:
    """Return the page of a chapter. `folder` is where its pictures are; `atelier` is what every page has around it."""
    title, sections = _sections(chapter, shown, site, folder)
    door = {"path": atelier["door"], "chapter": chapter.name, "version": chapter.version, "edition": site.year}
    alive = any(part.kind == "screen" for section in sections for part in section.parts)
    return (
        environment()
        .get_template("chapter.html.j2")
        .render(
            name=chapter.name,
            title=chapter.title,
            heading=title,
            sections=sections,
            contents=entries_of(chapter, shown).open(Context(site, KEY)),
            atelier=atelier,
            door=door if alive else None,
            place="" if chapter.name == site.home else site.names.of(f"path:{chapter.name}"),
            links=atelier["links"].get(chapter.name, []),
            at_home=_at_home(site, chapter),
        )
    )


def _at_home(site: Site, chapter: Chapter) -> dict[str, str] | None:
    """Return where the chapter is for a learner at home, to be photographed or typed; None where nobody said it."""
    home = site.at_home
    return home and {"words": home.words, "drawing": qr_code(home.of(chapter.name, site.year), "page-qr")}


def statement_page(site: Site, atelier: dict[str, Any]) -> str:
    """Return the page of the statement of accessibility of a site that has one."""
    told = {"statement": site.statement, "established": day(site.statement.established)}
    return environment().get_template("accessibility.html.j2").render(atelier=atelier, **told)


def simulated_page(site: Site, atelier: dict[str, Any]) -> str:
    """Return the page that says what is simulated, of a site that says it."""
    exercises = whole(advances(site, results_of(site, {}))).total
    chapters = sum(bool(chapter.notebook) for chapter in site.chapters)
    parts = site.simulated.counted(people=len(site.personas), chapters=chapters, exercises=exercises, year=site.year)
    told = {"parts": parts, "unmet": site.statement.unmet if site.statement else ()}
    return environment().get_template("simulated.html.j2").render(atelier=atelier, **told)


def _sections(chapter: Chapter, shown: list[Drawing | None], site: Site, folder: Path) -> tuple[str, list[Section]]:
    """Return the title of a chapter, as its first text draws it, and its steps. A step has a heading of level 2."""
    drawings = dict(zip([i for i, cell in enumerate(chapter.cells) if cell.shown], shown, strict=True))
    first_uses, met = FirstUses(site.glossary), frozenset()
    title, sections = "", []
    ids = {step.name for step in chapter.steps}
    for step in chapter.steps:
        parts = []
        for index in step.cells:
            cell = chapter.cells[index]
            if cell.shown:
                parts.append(_shown(cell.shown, drawings[index], ids))
                continue
            html, met = first_uses(html_of(cell.source, folder, cell.attachments), met)
            if index == step.cells[0]:
                html, title = _with_heading(html, step.heading, title)
            parts.append(Part("text", html))
        first = drawings.get(step.cells[0])
        sections.append(_section(step, tuple(parts), first))
    return title, sections


def _with_heading(html: str, level: int, title: str) -> tuple[str, str]:
    """Return a text whose heading is of level 2, and the title of the page, which its one of level 1 is."""
    if level == 1 and not title and "</h1>" in html:
        title, end, html = html.partition("</h1>")
        return html, title + end
    return _ANY_HEADING.sub(r"\g<1>2\2\g<3>2>", html, count=1) if level else html, title


def _shown(call: Call, drawing: Drawing | None, ids: set[str]) -> Part:
    if drawing is None:
        return Part("trouble")
    name = slug(str(call.args[0])) if call.args else ""
    name = "" if name in ids else name
    ids.add(name)
    if isinstance(drawing, Session):
        html = drawing.html
        drawing.show(html)  # so that whoever asks next need not draw it again
        return Part("screen", html, drawing.key, name)
    return Part("drawing", _STYLE.sub("", drawing.html), drawing.key, name)


def _section(step: Step, parts: tuple[Part, ...], first: Drawing | None) -> Section:
    """Return a step with its titles; one that begins with a screen is called as the screen is."""
    title = title_of(step, first)
    if step.heading:
        return Section(step.name, title, parts)
    if first is None:
        return Section(step.name, title, parts, title, heading_seen=title.endswith("(suite)"))
    return Section(step.name, title, parts, first.kind)
