"""The slides of a chapter for `jupyter nbconvert --to …`, beside Jupyter's own: no launcher, no kernel, no network."""

from pathlib import Path
from typing import Any, ClassVar

from nbconvert import SlidesExporter

from practice.doors.slides.page import Slides
from practice.doors.slides.reveal import reveal
from practice.site import Site


class ChapterSlidesExporter(SlidesExporter):
    """Writes the slides of a chapter. A child says of which site it is. Raises ChapterError."""

    site: ClassVar[type[Site]]
    export_from_notebook = None  # a chapter is read from its file

    def from_filename(
        self, filename: str, resources: dict[str, Any] | None = None, **_: Any
    ) -> tuple[str, dict[str, Any]]:
        html = Slides(self.site.load(), reveal()).draw(Path(filename).resolve())
        return html, {**(resources or {}), "output_extension": self.file_extension}
