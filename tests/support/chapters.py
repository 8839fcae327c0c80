"""Chapters that a test writes: « 9. Essayer »."""

from pathlib import Path

import nbformat
from nbformat import NotebookNode, v4

EXPORTED = "09_essayer.html"  #: the file of its slides


def markdown(text: str, slide_type: str) -> NotebookNode:
    return v4.new_markdown_cell(text, metadata={"slideshow": {"slide_type": slide_type}})


def code(text: str, slide_type: str) -> NotebookNode:
    return v4.new_code_cell(text, metadata={"slideshow": {"slide_type": slide_type}})


def write_chapter(folder: Path, *cells: NotebookNode) -> Path:
    """Write a notebook of these cells into a folder; return its file."""
    path = folder / "09_essayer.ipynb"
    nbformat.write(v4.new_notebook(cells=list(cells), metadata={"title": "9. Essayer : pourquoi ?"}), path)
    return path
