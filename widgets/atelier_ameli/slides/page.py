"""The page of slides of a chapter: nbconvert's slides, with our template and nothing from elsewhere."""

import re
from functools import partial
from pathlib import Path

from nbconvert import SlidesExporter
from nbformat import NotebookNode
from traitlets.config import Config

from atelier_ameli.course.first_uses import mark, on_a_slide
from atelier_ameli.course.lessons import lessons
from atelier_ameli.draw import stylesheet
from atelier_ameli.slides.cells import for_slides
from atelier_ameli.slides.french import in_french
from atelier_ameli.typography import french

_PACKAGE = Path(__file__).resolve().parents[1]
_TEMPLATES = _PACKAGE.parents[1] / "jupyter" / "nbconvert" / "templates"
_SHOWN = ["text/html", "text/markdown", "image/svg+xml", "image/png", "image/jpeg", "text/plain"]
_LINK_TO_CHAPTER = re.compile(r'(href="[^":/]+)\.ipynb(?=["#])')


def draw_slides(name: str, notebook: NotebookNode, folder: Path, reveal: Path) -> str:
    """Return the page of a chapter that was run. `folder` is where its pictures are, `reveal` where reveal.js is."""
    exporter = SlidesExporter(
        template_name="ameli_slides",
        extra_template_basedirs=[str(_TEMPLATES)],
        extra_template_paths=[str(reveal)],
        filters={
            "french": french,
            "in_french": in_french,
            "to_slides": _to_slides,
            "still": _still,
            "first_uses": partial(mark, look=on_a_slide),
        },
        language_code="fr",
        exclude_input=True,
        exclude_input_prompt=True,
        exclude_output_prompt=True,
        exclude_anchor_links=True,
        embed_images=True,
        config=Config(NbConvertBase={"display_data_priority": _SHOWN}),
    )
    resources = {"metadata": {"name": name, "path": str(folder)}, "stylesheet": stylesheet()}
    lesson = next((lesson for lesson in lessons() if lesson.name == name), None)
    shown = NotebookNode({**notebook, "cells": for_slides(notebook.cells, lesson)})
    html, _ = exporter.from_notebook_node(shown, resources)
    return html


def _to_slides(html: str) -> str:
    """Lead the links between chapters to their slides."""
    return _LINK_TO_CHAPTER.sub(r"\1.html", html)


def _still(html: str) -> str:
    """Hide a screen's sections from reveal.js, which takes any section for a slide."""
    return html.replace("<section", '<div role="group"').replace("</section>", "</div>")
