"""One's own copies of the chapters, to write into: those of a wheel are everybody's, and may not be writable."""

import json
from pathlib import Path

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
        notebook = json.loads(file.read_text(encoding="utf-8"))
        try:
            told = chapter_of(site, file).cells
        except ChapterError:  # a trainer's own, with a code of its own
            told = ()
        for cell, as_told in zip(notebook["cells"], told, strict=False):
            cell["source"] = as_told.source
        copy.write_text(f"{json.dumps(notebook, ensure_ascii=False, indent=1)}\n", encoding="utf-8")
