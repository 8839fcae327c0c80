"""Editions: the years of a site that one may choose from, what each is called, and the notebooks that each has.

A chapter whose words differ has a notebook in its edition's own folder, `data/editions/2026/notebooks/`. All others are
shared, and told again as the data is (`loading/telling.py`): the dates follow the clock of the edition, and its words
take the place of others. An edition that is laid over another has that one's notebooks, too.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from practice.chapter import Chapter, ChapterError, read_chapter
from practice.site import Site

NOTEBOOKS = "notebooks"  #: the folder of an edition's own, in its folder


@dataclass(frozen=True)
class Choice:
    """An edition as it is offered: its year, its name, and who takes it."""

    year: str
    name: str
    advice: str


def choices(years: tuple[str, ...]) -> tuple[Choice, ...]:
    """Return what is offered of these years, the newest first; nothing where there is no choice."""
    if len(years) < 2:  # noqa: PLR2004
        return ()
    newest, *others = sorted(years, reverse=True)
    now = Choice(
        newest,
        f"Le site d'aujourd'hui ({newest})",
        "C'est celui de chez vous.",
    )
    why = "Si votre livret parle de {}."
    return (now, *(Choice(year, f"Le site de {year}", why.format(year)) for year in others))


def notebook_folders(site: Site, folder: Path | None = None) -> tuple[Path, ...]:
    """Return where the notebooks of an edition are looked for: its own folder first.

    `folder` is where the shared ones are: the site's own without it. A trainer's other folder is whole by itself.
    """
    shared = folder or site.notebooks
    if shared.resolve() != site.notebooks.resolve():
        return (shared,)
    return (*(layer / NOTEBOOKS for layer in site.layers.folders[:0:-1]), shared)


def notebook_files(site: Site, folder: Path | None = None) -> list[Path]:
    """Return the notebooks of an edition, in the order of their names."""
    found = {path.name: path for one in notebook_folders(site, folder)[::-1] for path in one.glob("*.ipynb")}
    return [found[name] for name in sorted(found)]


def notebook_file(site: Site, name: str, folder: Path | None = None) -> Path:
    """Return a notebook of an edition by the name of its file. It need not exist."""
    folders = notebook_folders(site, folder)
    return next((one / name for one in folders if (one / name).is_file()), folders[-1] / name)


def named(site: Site, names: Sequence[str]) -> list[Path]:
    """Return the notebooks of these names, numbers or files, all of them without names. Raises ChapterError."""
    known = notebook_files(site)
    return [_named(name, known) for name in names] if names else known


def _named(name: str, known: list[Path]) -> Path:
    if name.endswith(".ipynb") and Path(name).is_file():
        return Path(name).resolve()
    for path in known:
        if path.stem == name or path.stem.startswith(f"{name}_"):
            return path
    raise ChapterError(
        f"Le chapitre « {name} » n'existe pas. Les chapitres : {', '.join(path.stem for path in known)}."
    )


def told(site: Site, notebook: Path, text: str) -> str:
    """Return a text of a notebook as an edition tells it. That of a trainer's own folder stays as it is."""
    folder = notebook.resolve().parent
    if folder == site.notebooks.resolve():
        return site.layers.text(text)
    layer = next((one for one in site.layers.folders if (one / NOTEBOOKS).resolve() == folder), None)
    return site.layers.text(text, layer) if layer else text


def chapter_of(site: Site, notebook: Path) -> Chapter:
    """Read a notebook as an edition tells it. Raises ChapterError."""
    chapter = read_chapter(notebook, site.offers)
    cells = tuple(
        replace(cell, source=told(site, notebook, cell.source)) if cell.kind == "markdown" else cell
        for cell in chapter.cells
    )
    return replace(chapter, title=told(site, notebook, chapter.title), cells=cells)
