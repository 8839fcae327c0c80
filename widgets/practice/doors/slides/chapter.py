"""A chapter with what its cells show, in memory: its own file stays without outputs."""

import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import nbformat
from nbclient.exceptions import CellControlSignal, CellExecutionError, DeadKernelError
from nbconvert.preprocessors import ExecutePreprocessor
from nbformat import NotebookNode, v4

from practice.chapter import HIDDEN, Chapter, ChapterError
from practice.editions import chapter_of
from practice.session import Context, Drawing, Session
from practice.site import EDITION_VARIABLE, Site

PATIENCE = 120  # seconds, for one cell


@dataclass(frozen=True)
class Shown:
    """A chapter, its notebook with outputs, and which of our drawings each cell shows, if one."""

    chapter: Chapter
    notebook: NotebookNode
    drawings: tuple[Drawing | None, ...]


def show(site: Site, path: Path) -> Shown:
    """Open a chapter; execute a notebook that has code of its own. Raises ChapterError at the first cell that fails."""
    chapter = chapter_of(site, path)
    if all(cell.slide in HIDDEN for cell in chapter.cells):
        raise ChapterError(f"Le chapitre « {path.stem} » n'a aucune diapositive : toutes ses cellules sont cachées.")
    notebook = nbformat.read(path, as_version=4)
    if not chapter.ours:
        _run(site, path, chapter, notebook)
    for cell, as_told in zip(notebook.cells, chapter.cells, strict=True):
        cell.source = as_told.source
    drawings = chapter.open(Context(site))
    if chapter.ours:
        for cell, drawing in zip(notebook.cells, drawings, strict=True):
            if cell.cell_type == "code":
                cell.outputs = [_output(drawing)] if drawing else []
    return Shown(chapter, notebook, drawings)


def _output(drawing: Drawing) -> NotebookNode:
    """Return what a cell shows. A session is named, so that it can answer on live slides."""
    named = {"session": drawing.key} if isinstance(drawing, Session) else {}
    return v4.new_output("execute_result", {"text/html": drawing.still}, metadata=named)


class _Runner(ExecutePreprocessor):
    """Executes a notebook in a kernel whose screens show a site."""

    def __init__(self, site: Site, **settings: Any) -> None:
        super().__init__(**settings)
        self._site = site

    def start_new_kernel(self, **options: Any) -> None:
        super().start_new_kernel(env={**os.environ, EDITION_VARIABLE: self._site.year}, **options)


def _run(site: Site, path: Path, chapter: Chapter, notebook: NotebookNode) -> None:
    """Give a notebook the outputs of its cells."""
    begun: list[int] = []
    runner = _Runner(
        site,
        kernel_name="python3",
        timeout=PATIENCE,
        store_widget_state=False,
        extra_arguments=["--log-level=ERROR"],
        on_cell_start=lambda cell, cell_index: begun.append(cell_index),  # noqa: ARG005 - called by these names
    )
    try:
        runner.preprocess(notebook, {"metadata": {"path": str(path.parent)}})
    except (CellExecutionError, CellControlSignal, DeadKernelError) as error:
        if not begun:
            message = f"Le chapitre « {chapter.name} » s'est arrêté avant sa première cellule : {error}"
            raise ChapterError(message) from error
        raise chapter.stopped(begun[-1], _why(error)) from error


def _why(error: Exception) -> str:
    if isinstance(error, CellExecutionError):
        return f"{error.ename} : {error.evalue}"
    if isinstance(error, DeadKernelError):
        return "Python s'est arrêté."
    return f"elle dure plus de {PATIENCE} secondes."
