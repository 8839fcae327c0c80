"""How JupyterLab reads and writes the chapters of this site: `jupyter/jupyter_server_config.json` names it."""

from typing import ClassVar

from atelier_ameli.site import Site
from practice.doors.lab_files import ChapterFiles


class Files(ChapterFiles):
    """The files of JupyterLab, with the screens of this site."""

    site: ClassVar[type[Site]] = Site
