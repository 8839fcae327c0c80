"""Chapters that are executed and drawn once for everybody: a learner gets a page that is ready, and a seat of her own.

Which ones: `sharing.py`. Any other notebook, and any computer that cannot fork, is Voilà's: a kernel for each page.
"""

import asyncio
import logging
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from nbformat import NotebookNode
from nbformat.v4 import output_from_msg
from tornado.web import authenticated
from voila.app import Voila
from voila.notebook_renderer import NotebookRenderer
from voila.tornado.handler import TornadoVoilaHandler

from atelier_ameli.kernels.handle import ForkError
from atelier_ameli.kernels.moulds import Mould, cast
from atelier_ameli.kernels.provisioner import ForkProvisioner
from atelier_ameli.serve.seats import Seats
from atelier_ameli.serve.sharing import is_shared

_log = logging.getLogger(__name__)
_SEAT = "name-of-the-seat"
_WIDGET = "application/vnd.jupyter.widget-view+json"
_OUTPUTS = ("display_data", "execute_result", "error")


@dataclass(frozen=True)
class Chapter:
    """A page that is ready but for the name of the learner's seat, which `mould` gives if there is one to give."""

    parts: list[bytes]
    mould: Mould | None

    async def page(self, seats: Seats) -> bytes:
        """Return the page of one more learner. Raises ForkError."""
        name = seats.add(await self.mould.seat()) if self.mould else ""
        return name.encode().join(self.parts)


class Chapters:
    """The chapters of the room's folder, made ready when they are first asked for, and when their notebook changes."""

    def __init__(self, voila: Voila) -> None:
        self._voila = voila
        self._folder = Path(voila.root_dir)
        self._first = min(self._folder.glob("*.ipynb"), default=None)
        self._ready: dict[str, tuple[int, asyncio.Task]] = {}

    async def get(self, path: str) -> Chapter | None:
        """Return a chapter that is ready, or None if it is Voilà's to execute and draw."""
        file = self._folder / path
        if not ForkProvisioner.forks or file.parent != self._folder or not file.is_file():
            return None
        changed = file.stat().st_mtime_ns
        if path not in self._ready or self._ready[path][0] != changed:
            self.forget(path)
            self._ready[path] = changed, asyncio.create_task(self._make(path))
        return await asyncio.shield(self._ready[path][1])

    def forget(self, path: str) -> None:
        """Give no more seats in a chapter as it was; those that are taken stay."""
        _, task = self._ready.pop(path, (0, None))
        if task:
            task.add_done_callback(lambda done: done.result() and done.result().mould and done.result().mould.retire())

    async def warm_up(self) -> None:
        """Make the home page ready: the next ones take 0.1 s then, and not 0.5 s. They wait, as each costs 10 MB."""
        if self._first:
            await self.get(self._first.name)

    async def _make(self, path: str) -> Chapter | None:
        try:
            renderer = self._renderer(path)
            await renderer.initialize()
            cells = [cell for cell in renderer.notebook.cells if cell.cell_type == "code"]
            sources = [cell.source for cell in cells]
            if not is_shared(sources):
                return None
            mould = await cast(sources, str(self._folder))
            for cell, messages in zip(cells, mould.outputs, strict=True):
                cell.outputs = [output_from_msg(m) for m in messages if m["header"]["msg_type"] in _OUTPUTS]
            outputs = [output for cell in cells for output in cell.outputs]
            for error in (output for output in outputs if output.output_type == "error"):
                _log.error("In %s: %s: %s", path, error.ename, error.evalue)
            if not any(_WIDGET in output.get("data", ()) for output in outputs):
                mould.retire()
                mould = None
            return Chapter(await _draw(renderer, _SEAT if mould else ""), mould)
        except Exception:  # noqa: BLE001 - whatever it is, Voilà then does it in its own way
            _log.exception("%s cannot be made ready: each page executes it.", path)
            return None

    def _renderer(self, path: str) -> NotebookRenderer:
        voila = self._voila
        same = ("voila_configuration", "template_paths", "config_manager", "contents_manager", "base_url")
        same = {name: getattr(voila, name) for name in (*same, "kernel_spec_manager")}
        return NotebookRenderer(notebook_path=path, traitlet_config=voila.config, page_config={}, **same)


async def _draw(renderer: NotebookRenderer, seat: str) -> list[bytes]:
    """Return the page of a notebook that has its outputs, in the parts that the name of the seat joins."""

    async def name(_: NotebookNode) -> str:
        return seat

    async def cells(notebook: NotebookNode, _: str) -> Any:
        for cell in notebook.cells:
            yield cell

    page = renderer.exporter.generate_from_notebook_node(
        renderer.notebook,
        resources=renderer.resources,
        extra_context={"frontend": "voila", "seat": seat, "kernel_start": name, "cell_generator": cells},
    )
    return "".join([html async for html, _ in page]).encode().split(_SEAT.encode())


class ChapterHandler(TornadoVoilaHandler):
    """Gives a chapter's page: the one that is ready, or else Voilà's."""

    @authenticated
    async def get(self, path: str) -> None:
        """Answer with the page."""
        chapters, seats = self.settings["atelier_chapters"], self.settings["atelier_seats"]
        chapter = await chapters.get(path)
        try:
            page = chapter and await chapter.page(seats)
        except ForkError as error:
            _log.warning("No seat in %s (%s): it is executed anew.", path, error)
            chapters.forget(path)
            page = None
        if page is None:
            await super().get(path)
            return
        self.set_header("Content-Type", "text/html")
        self.set_header("Cache-Control", "no-cache, no-store, must-revalidate")
        self.finish(page)
