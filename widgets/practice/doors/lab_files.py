"""How JupyterLab reads and writes the chapters.

Opened, each cell shows its still picture, and a button is named that makes them answer. Saved, a file has no results.
"""

import os
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, ClassVar

from jupyter_server.serverapp import ServerApp
from jupyter_server.services.contents.largefilemanager import AsyncLargeFileManager
from nbformat import NotebookNode, v4

from practice.chapter import ChapterError, read_chapter
from practice.doors.lab_style import as_guest, guest_style, styled
from practice.editions import chapter_of, notebook_file
from practice.loading.faults import DataError
from practice.session import Context
from practice.site import EDITION_VARIABLE, Site

HOW = "Cliquez sur « Exécuter tout », en haut : les écrans vous répondent."
_HOW_CELL = "mode-d-emploi"  #: the id of a cell that is never in a file
_FOLDED = {"source_hidden": True}
#: with the look of the screens behind it, read by every page of JupyterLab: a picture that brought its own would have
#: the whole page looked through again as it comes, and as it goes
_LOOKS = Path(__file__).parent / "lab_custom" / "custom.css"


class ChapterFiles(AsyncLargeFileManager):
    """The files of JupyterLab. A child says of which site the chapters are."""

    site: ClassVar[type[Site]]

    def __init__(self, **given: Any) -> None:
        super().__init__(**given)
        if isinstance(self.parent, ServerApp):
            self._looks = TemporaryDirectory()  # gone with this
            looks = Path(self._looks.name, _LOOKS.name)
            looks.write_text(f"{_LOOKS.read_text(encoding='utf-8')}{guest_style(self.site)}", encoding="utf-8")
            self.parent.static_custom_path = [self._looks.name, *self.parent.static_custom_path]

    async def get(self, path: str, content: bool = True, **how: Any) -> dict[str, Any]:
        """Return a file; a chapter comes with the still pictures of its screens, and says how to make them answer."""
        model = await super().get(path, content, **how)
        if content and model["type"] == "notebook":
            self._illustrate(model["content"], self._own(Path(self._get_os_path(path))))
        return model

    async def save(self, model: dict[str, Any], path: str = "") -> dict[str, Any]:
        """Save a file; a notebook without what its cells showed."""
        if model.get("type") == "notebook" and model.get("content"):
            empty(model["content"])
            self._as_written(model["content"], self._own(Path(self._get_os_path(path))))
        return await super().save(model, path)

    def mark_trusted_cells(self, nb: NotebookNode, path: str = "") -> None:
        """Trust a notebook that shows nothing yet: nobody else's results are in it."""
        if any(cell.get("outputs") for cell in nb.cells):
            super().mark_trusted_cells(nb, path)
        else:
            self.notary.mark_cells(nb, trusted=True)

    async def _read_notebook(self, os_path: str, *asked: Any, **how: Any) -> Any:
        """Read a chapter of an edition from the edition's own notebook, where it has one."""
        return await super()._read_notebook(str(self._own(Path(os_path))), *asked, **how)

    async def _save_notebook(self, os_path: str, *given: Any, **how: Any) -> None:
        """Write it there, too."""
        await super()._save_notebook(str(self._own(Path(os_path))), *given, **how)

    def _own(self, file: Path) -> Path:
        """Return the notebook that the edition shown has in the place of a shared one; the same file for any other."""
        if file.suffix != ".ipynb" or file.parent.resolve() != self.site.notebooks.resolve():
            return file
        try:
            return notebook_file(self.site.load(os.environ.get(EDITION_VARIABLE)), file.name)
        except DataError:  # the check before JupyterLab told it
            return file

    def _illustrate(self, notebook: NotebookNode, path: Path) -> None:
        """Put the still picture of each screen into its cell, where nothing stands yet."""
        try:
            site = self.site.load(os.environ.get(EDITION_VARIABLE))
            chapter = chapter_of(site, path)
            for cell, as_told in zip(notebook.cells, chapter.cells, strict=True):
                cell.source = as_told.source
            drawings = chapter.open(Context(site, own=f"{path.name}, images")) if chapter.ours else ()
        except Exception as error:  # noqa: BLE001 - a notebook that cannot be opened is shown as it is written
            self.log.debug("%s: %s", path, error)
            return
        for cell, drawing in zip(notebook.cells, drawings, strict=False):
            if drawing and not cell.outputs:
                cell.outputs = [_shown(as_guest(drawing.still))]
        if any(drawings):
            words = f"{HOW} Ils montrent le site de {site.year}."
            told = f'<div class="atelier"><p class="note" style="margin: 0">{words}</p></div>'
            how = v4.new_code_cell("# Mode d'emploi", id=_HOW_CELL, metadata={"jupyter": _FOLDED, "trusted": True})
            how.outputs = [_shown(styled(next(filter(None, drawings)), told))]  # the look, for a page made of the file
            notebook.cells.insert(0, how)

    def _as_written(self, notebook: dict[str, Any], path: Path) -> None:
        """Put back the words of the file where nobody has changed those that the edition tells in their place."""
        try:
            site = self.site.load(os.environ.get(EDITION_VARIABLE))
            written, as_told = read_chapter(path, site.offers).cells, chapter_of(site, path).cells
        except (ChapterError, DataError):  # a new file, or one that is no notebook
            return
        before = {told.id: (told.source, cell.source) for cell, told in zip(written, as_told, strict=True)}
        for cell in notebook["cells"]:
            told, source = before.get(cell.get("id"), (None, None))
            if cell["source"] == told:
                cell["source"] = source


def empty(notebook: dict[str, Any]) -> None:
    """Take out of a notebook what running it left there, and what only JupyterLab shows."""
    notebook["cells"] = [cell for cell in notebook["cells"] if cell.get("id") != _HOW_CELL]
    for cell in notebook["cells"]:
        if cell["cell_type"] == "code":
            cell["outputs"], cell["execution_count"] = [], None
            cell["metadata"].pop("execution", None)
    notebook["metadata"].pop("widgets", None)
    if "language_info" in notebook["metadata"]:  # with the version of Python, another one on each computer
        notebook["metadata"]["language_info"] = {"name": "python"}


def _shown(html: str) -> NotebookNode:
    return v4.new_output("display_data", {"text/html": html})
