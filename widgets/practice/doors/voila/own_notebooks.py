"""A trainer's own notebooks: whatever has other code than the course's is executed by Voilà, in a kernel of its own.

Voilà is imported and set up when the first such notebook is asked for. The course itself does not need it.
"""

import signal
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from tornado.httputil import HTTPServerRequest

from practice.doors.voila.chapters import Chapters

_MOST_KERNELS = 30  #: each is a process of 60 MB or more
_HERE = Path(__file__).parent
_TEMPLATES = [str(_HERE / "own"), str(_HERE / "templates")]
_AGAIN = "Rechargez la page ; si cela recommence, appelez votre formateur ou votre formatrice."
#: what a page of Voilà's may do: its front end compiles code, and loads widgets from texts
_POLICY = (
    "default-src 'self'; script-src 'self' 'unsafe-inline' 'unsafe-eval' blob:; style-src 'self' 'unsafe-inline'; "
    "img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self' ws: wss: data: blob:; object-src 'none'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
SETTINGS = {
    "Voila": {"log_level": "ERROR", "tornado_settings": {"headers": {"Content-Security-Policy": _POLICY}}},
    "VoilaConfiguration": {
        "allow_template_override": "NO",
        "allow_theme_override": "NO",
        "strip_sources": True,
        "show_tracebacks": False,
    },
    "VoilaExporter": {"language_code": "fr", "optimistic_validation": True},
    "VoilaExecutor": {
        "allow_errors": True,
        "cell_error_instruction": f"Cette partie de la page n'a pas pu s'afficher. {_AGAIN}",
        "cell_timeout_instruction": f"Cette partie de la page a mis trop de temps à s'afficher. {_AGAIN}",
    },
    "KernelManager": {"transport_encryption": "auto"},
    "MappingKernelManager": {"cull_idle_timeout": 900, "cull_interval": 60, "cull_connected": False},
}


class OwnNotebooks:
    """Voilà for the notebooks of a folder. `around` gives what every page has around its content."""

    def __init__(self, folder: Path, prefix: str, around: Callable[[], dict[str, Any]]) -> None:
        self._folder = folder
        self._prefix = prefix
        self._around = around
        self._voila: Any = None

    def has(self, path: str, chapters: Chapters) -> bool:
        """Say whether a path is that of a notebook which only Voilà can show: with other code, or in a folder below."""
        file = self._folder / unquote(path)
        if "/" in path or file.suffix != ".ipynb":
            within = file.resolve().is_relative_to(self._folder.resolve())
            return file.suffix == ".ipynb" and within and file.is_file()
        chapter = chapters.read(file.stem)
        return chapter is not None and not chapter.ours

    @property
    def is_full(self) -> bool:
        return self._voila is not None and len(self._voila.kernel_manager.list_kernel_ids()) >= _MOST_KERNELS

    @property
    def started(self) -> bool:
        return self._voila is not None

    def find_handler(self, request: HTTPServerRequest) -> Any:
        """Return what handles a request in Voilà, which is started if need be."""
        if self._voila is None:
            self._voila = _start(self._folder, self._prefix, self._around())
        return self._voila.app.find_handler(request)

    async def stop(self) -> None:
        """End the kernels."""
        if self._voila:
            await self._voila.kernel_manager.shutdown_all()


def _no_cookie(*_: object) -> None:
    """Know nobody again: Voilà would give every tablet a name for a month."""


def _start(folder: Path, prefix: str, around: dict[str, Any]) -> Any:
    from traitlets.config import Config  # noqa: PLC0415 - none of this is needed until now
    from voila.app import Voila  # noqa: PLC0415

    class VoilaInRoom(Voila):
        """Voilà as a part of the room's server: it listens to nothing, and hears no signal."""

        def setup_template_dirs(self) -> None:
            super().setup_template_dirs()
            self.template_paths = [*_TEMPLATES, *self.template_paths]

        def listen(self) -> None:
            """Do nothing: the room listens."""

    settings = Config({**SETTINGS, "Voila": {**SETTINGS["Voila"], "root_dir": str(folder), "base_url": prefix}})
    settings.VoilaConfiguration.resources = {"atelier": around}
    voila = VoilaInRoom(config=settings)
    before = signal.getsignal(signal.SIGTERM)
    voila.initialize([])
    signal.signal(signal.SIGTERM, before)  # the room's own
    voila.start()
    voila.app.settings["identity_provider"].set_login_cookie = _no_cookie
    voila.app.settings["voila_jinja2_env"].globals["atelier"] = around
    return voila
