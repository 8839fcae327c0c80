"""One's own copies of the chapters, to write into: those of a wheel are everybody's, and may not be writable."""

from pathlib import Path

import nbformat

from practice.chapter import ChapterError
from practice.editions import chapter_of, notebook_files
from practice.site import Site


def write_copies(site: Site, folder: Path) -> None:
    """Write each chapter into a folder as its edition tells it. One that is there already stays as it is."""
    folder.mkdir(parents=True, exist_ok=True)
    for file in notebook_files(site):
        copy = folder / file.name
        if copy.exists():
            continue
        notebook = nbformat.read(file, as_version=4)
        try:
            told = chapter_of(site, file).cells
        except ChapterError:  # a trainer's own, with a code of its own
            told = ()
        for cell, as_told in zip(notebook.cells, told, strict=False):
            cell.source = as_told.source
        nbformat.write(notebook, copy)
