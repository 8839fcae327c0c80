"""Chapters drawn with what they have in common kept from one page to the next.

For each page Voilà makes an exporter, and each exporter compiles the page's template and converts the chapter's texts
anew: together about half of the server's work when a class arrives. Here the exporter is made once and kept.
"""

import logging
from collections.abc import Iterator
from functools import partial
from typing import Any

import voila.notebook_renderer
from jinja2 import pass_context
from jinja2.runtime import Context
from voila.exporter import VoilaExporter

from atelier_ameli.course.first_uses import mark

_log = logging.getLogger(__name__)


class ChapterExporter(VoilaExporter):
    """Voilà's exporter, for many pages at once. Jinja itself sees when a template's file has changed."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(**settings)
        self._texts: dict[str, str] = {}

    def default_filters(self) -> Iterator[tuple[str, Any]]:
        """Give the templates one filter more."""
        yield from super().default_filters()
        yield "first_uses", mark

    @pass_context
    def markdown2html(self, context: Context, source: str) -> str:
        """Convert a text of a chapter once; one with pictures each time, as these are files that may change."""
        cell = context["cell"]
        if cell.cell_type != "markdown" or cell.get("attachments") or "![" in source:
            return super().markdown2html(context, source)
        if source not in self._texts:
            self._texts[source] = super().markdown2html(context, source)
        return self._texts[source]


def install() -> None:
    """Make Voilà keep its exporters. It has no setting for it, only a name that it looks up for every page."""
    voila.notebook_renderer.VoilaExporter = partial(_exporter, {})


def _exporter(kept: dict[Any, ChapterExporter], **settings: Any) -> ChapterExporter:
    """Return the exporter of a template and theme. The other settings are the server's: always the same."""
    which = settings["template_name"], settings["theme"]
    if which not in kept:
        kept[which] = ChapterExporter(**settings)
    return kept[which]


def log_failure(*, cell_index: int, execute_reply: dict[str, Any], **_: Any) -> None:
    """Tell the trainer's terminal why a cell failed; the learner's page only says that it did, and goes on."""
    _log.error("Cell %d: %s: %s", cell_index, execute_reply["content"]["ename"], execute_reply["content"]["evalue"])
