"""Steps of a chapter: one idea, one exercise or one question at a time. Every door that cuts a chapter cuts it here.

A text with a heading begins a step, and so does a cell of slide type « slide »; what it speaks of, the screen below it,
belongs to it. Notes are for trainers: they are in no step. A second screen, and words after one, have their own.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from practice.chapter import Cell

FIRST = "Pour commencer"  #: the step that says the title of the chapter
_NOTES = "notes"
_GOES_ON = "fragment"
_BEGIN = ("slide", "subslide")
_HEADING = re.compile(r"(?:\s*\n)? {0,3}(#{1,6})(?!#)[ \t]*(.+)")
_BOLD = re.compile(r"\s*\*\*(.+?)[\s.:]*\*\*")
_LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")


@dataclass(frozen=True)
class Step:
    """A step. `name` is its address, `title` what lists call it, `cells` the places of its cells in the chapter.

    `heading` is the level of the heading that its first text begins with; 0 if it has none.
    """

    name: str
    title: str
    cells: tuple[int, ...]
    heading: int = 0


def cut(cells: Sequence["Cell"]) -> tuple[Step, ...]:
    """Return the steps of the cells of a chapter."""
    steps: list[Step] = []
    for group in _groups(cells):
        first = cells[group[0]]
        title, heading = _title(first, steps[-1].title if steps else "")
        shown = next((cells[index].shown for index in group if cells[index].shown), None)
        named = slug(title) if heading or not shown else slug(str(next(iter(shown.args), shown.name)))
        taken = {step.name for step in steps}
        steps.append(Step(_free(named, taken), title, tuple(group), heading))
    return tuple(steps)


def slug(words: str) -> str:
    """Return words as a part of an address: « À vous : Zoé » is « a-vous-zoe »."""
    plain = unicodedata.normalize("NFKD", words.casefold().replace("œ", "oe")).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain.replace("'", "-")).strip("-") or "etape"


def _groups(cells: Sequence["Cell"]) -> Iterator[list[int]]:
    group: list[int] = []
    for index, cell in enumerate(cells):
        if not _is_shown(cell):
            continue
        if group and _begins(cell, [cells[one] for one in group]):
            yield group
            group = []
        group.append(index)
    if group:
        yield group


def _is_shown(cell: "Cell") -> bool:
    words = cell.kind == "markdown" and bool(cell.source.strip())
    return cell.slide != _NOTES and (words or cell.shown is not None)


def _begins(cell: "Cell", before: Sequence["Cell"]) -> bool:
    """Say whether a cell begins a step, after those of the step before."""
    has_screen = any(one.shown for one in before)
    if cell.shown:
        return cell.slide in _BEGIN or has_screen
    if _HEADING.match(cell.source):
        return cell.slide != _GOES_ON
    return cell.slide in _BEGIN and has_screen


def _title(cell: "Cell", before: str) -> tuple[str, int]:
    """Return what a step is called, and the level of its heading. What it shows may have a better name."""
    if cell.shown:
        return "", 0
    if heading := _HEADING.match(cell.source):
        level = len(heading[1])
        return (FIRST if level == 1 else plain(heading[2])), level
    bold = _BOLD.match(cell.source)
    return (plain(bold[1]) if bold else f"{before} (suite)"), 0


def plain(words: str) -> str:
    """Return Markdown's words without its signs."""
    return _LINK.sub(r"\1", words).replace("**", "").replace("`", "").strip()


def _free(name: str, taken: set[str]) -> str:
    """Return a name that no other step has, nor is like a step's number."""
    number = 1
    found = name
    while found in taken or re.fullmatch(r"etape-\d+", found):
        number += 1
        found = f"{name}-{number}"
    return found
