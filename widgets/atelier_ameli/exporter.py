"""`jupyter nbconvert --to atelier notebooks/06_se_connecter.ipynb`: the slides of this site, without a launcher."""

from typing import ClassVar

from atelier_ameli.site import Site
from practice.doors.slides.exporter import ChapterSlidesExporter


class SlidesExporter(ChapterSlidesExporter):
    """The slides of this site."""

    site: ClassVar[type[Site]] = Site
