"""The page of slides of a chapter: nbconvert's slides, with our template and nothing from elsewhere."""

import re
from pathlib import Path
from typing import Any

from nbconvert import SlidesExporter, TemplateExporter
from nbconvert.filters import Highlight2HTML
from nbformat import NotebookNode
from traitlets.config import Config

from practice.course.outline.lessons import lesson_of
from practice.course.words.inline_glossary import FirstUses, on_a_slide
from practice.doors.slides.cells import for_slides
from practice.doors.slides.chapter import show
from practice.doors.slides.french import in_french
from practice.doors.slides.live import SLIDES_POLICY, door_of
from practice.drawing.typography import french
from practice.scripts import frame_script
from practice.site import Site

_TEMPLATES = Path(__file__).resolve().parent / "templates"
_SHOWN = ["text/html", "text/markdown", "image/svg+xml", "image/png", "image/jpeg", "text/plain"]
_NAME_OF_A_FORM = re.compile(r'(<form\b[^>]*?) aria-label(?:ledby)?="[^"]*"')  # a form with a name is a landmark
_LINK_TO_CHAPTER = re.compile(r'(href="[^":/]+)\.ipynb(?=["#])')


class Slides:
    """Slides of one chapter after another: their templates are read once."""

    def __init__(self, site: Site, reveal: Path) -> None:
        """`reveal` is where reveal.js is."""
        self.site = site
        self._exporter = _Exporter(
            template_name="practice_slides",
            extra_template_basedirs=[str(_TEMPLATES)],
            extra_template_paths=[str(reveal)],
            filters={
                "french": french,
                "in_french": in_french,
                "to_slides": _to_slides,
                "still": _still,
                "first_uses": FirstUses(site.glossary, on_a_slide),
                "highlight_code": Highlight2HTML,  # the templates name it; no slide shows the code of a cell
            },
            language_code="fr",
            exclude_input=True,
            exclude_input_prompt=True,
            exclude_output_prompt=True,
            exclude_anchor_links=True,
            embed_images=True,
            optimistic_validation=True,
            config=Config(NbConvertBase={"display_data_priority": _SHOWN}),
        )

    def draw(self, path: Path, *, live: bool = False) -> str:
        """Return the page of a chapter; `live`: Python is beside. Raises ChapterError."""
        shown = show(self.site, path)
        door = door_of(self.site, shown.chapter, path) if live else None
        cells = for_slides(self.site, shown, lesson_of(self.site, shown.chapter), live=bool(door))
        # the pictures of a chapter stand beside it
        resources = {"metadata": {"name": path.stem, "path": str(path.parent)}, "stylesheet": self.site.stylesheet()}
        resources |= {"frame_script": frame_script(), "year": self.site.year, "live": door, "policy": SLIDES_POLICY}
        html, _ = self._exporter.from_notebook_node(NotebookNode({**shown.notebook, "cells": cells}), resources)
        return html


class _Exporter(SlidesExporter):
    """The exporter of nbconvert, which does not read the page again, for want of what to mend in it."""

    def from_notebook_node(
        self, nb: NotebookNode, resources: dict[str, Any] | None = None, **options: Any
    ) -> tuple[str, dict[str, Any]]:
        return TemplateExporter.from_notebook_node(self, nb, self._init_resources(resources), **options)


def _to_slides(html: str) -> str:
    """Lead the links between chapters to their slides."""
    return _LINK_TO_CHAPTER.sub(r"\1.html", html)


def _still(html: str) -> str:
    """Hide a screen's sections from reveal.js, which takes any for a slide; a picture of a site has no landmarks."""
    for tag in ("section", "nav"):
        html = html.replace(f"<{tag}", '<div role="group"').replace(f"</{tag}>", "</div>")
    return _NAME_OF_A_FORM.sub(r"\1", html)
