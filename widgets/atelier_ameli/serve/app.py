"""Voilà, as the atelier starts it: one home page, French words in the terminal, never another port.

Its settings are in `jupyter/voila.json`.
"""

import logging
import os
import signal
import sys
import threading
import webbrowser
from http import HTTPStatus
from pathlib import Path
from typing import ClassVar

from jupyter_server.utils import url_path_join
from tornado.ioloop import IOLoop, PeriodicCallback
from tornado.web import HTTPError, RedirectHandler
from traitlets import default
from voila.app import Voila
from voila.handler import BaseVoilaHandler

from atelier_ameli import local_file
from atelier_ameli.kernels.handle import fork_server
from atelier_ameli.kernels.provisioner import ForkProvisioner
from atelier_ameli.serve import assets, renderer
from atelier_ameli.serve.announcement import announcement, lan_addresses
from atelier_ameli.serve.chapters import ChapterHandler, Chapters
from atelier_ameli.serve.seat_handlers import routes as seat_routes
from atelier_ameli.serve.seats import Seats

CHECKOUT = Path(__file__).resolve().parents[3]


class NowhereHandler(BaseVoilaHandler):
    """Show the template's own page to whoever mistypes an address."""

    def get(self) -> None:
        """Refuse, as for a chapter that does not exist."""
        raise HTTPError(HTTPStatus.NOT_FOUND)


class AtelierServer(Voila):
    """Serve `notebooks/` to the room."""

    aliases: ClassVar = {**Voila.aliases, "ip": "Voila.ip"}

    @default("root_dir")
    def _default_root_dir(self) -> str:
        return str(CHECKOUT / "notebooks")

    @default("config_file_paths")
    def _config_file_paths_default(self) -> list[str]:
        return [str(CHECKOUT / "jupyter")]

    def initialize(self, argv: list[str] | None = None) -> None:
        """Find the page template, even when started without atelier.py; keep addresses out of the terminal."""
        paths = os.environ.get("JUPYTER_PATH", "").split(os.pathsep)
        os.environ["JUPYTER_PATH"] = os.pathsep.join(dict.fromkeys([str(CHECKOUT / "jupyter"), *filter(None, paths)]))
        os.environ.pop(local_file.VARIABLE, None)  # each learner's work is in her own browser, never in one file
        logging.getLogger("tornado").setLevel(logging.ERROR)
        super().initialize(argv)
        renderer.install()
        self.config.VoilaExecutor.on_cell_error = renderer.log_failure
        if ForkProvisioner.forks:  # kernels forked from one that is ready, reached by files of Voilà's own folder
            self.config.KernelManager.transport = "ipc"
            self.config.KernelManager.transport_encryption = "disabled"
            fork_server.start()

    def init_settings(self) -> dict:
        """Give the page template what it draws with."""
        settings = super().init_settings()
        settings["compress_response"] = True
        assets.equip(self.config, settings["voila_jinja2_env"], self.base_url)
        return settings

    def init_handlers(self) -> list:
        """Lead to the home page whoever comes in or asks for Voilà's list of files; answer in French elsewhere."""
        voila = {"template_paths": self.template_paths, "config": self.config}
        home = {"url": url_path_join(self.base_url, "voila/render", f"{assets.HOME}.ipynb"), "permanent": False}
        return [
            (self.server_url, RedirectHandler, home),
            (url_path_join(self.server_url, "/voila/tree.*"), RedirectHandler, home),
            *assets.routes(self.server_url),
            *seat_routes(self.server_url),
            (
                url_path_join(self.server_url, "/voila/render/(.*)"),
                ChapterHandler,
                {**voila, "voila_configuration": self.voila_configuration},
            ),
            *super().init_handlers(),
            (".*", NowhereHandler, {"voila_configuration": self.voila_configuration}),
        ]

    def listen(self) -> None:
        """Listen on the port asked for or on none, say where, and serve until told to stop."""
        try:
            self.app.listen(self.port, self.ip)
        except OSError:
            self.stop()
            sys.exit(f"L'atelier ne peut pas ouvrir le port {self.port}. Choisissez-en un autre avec --port.")
        signal.signal(signal.SIGINT, self._handle_signal_stop)
        self.ioloop = IOLoop.current()
        self.ioloop.run_sync(self._get_ready)
        if os.name == "nt":
            PeriodicCallback(lambda: None, 1000).start()  # else Windows hears Ctrl-C only at the next request
        self._announce()
        try:
            self.ioloop.start()
        finally:
            self.stop()

    async def _get_ready(self) -> None:
        """Do before the room is open what the first learner would wait for."""
        kernels = self.kernel_manager
        self.app.settings["atelier_seats"] = Seats(kernels.cull_idle_timeout, kernels.cull_interval)
        self.app.settings["atelier_chapters"] = Chapters(self)
        await self.app.settings["atelier_chapters"].warm_up()

    def _announce(self) -> None:
        local = f"http://localhost:{self.port}{self.base_url}"
        everywhere = self.ip in ("", "0.0.0.0")  # noqa: S104
        lan = [f"http://{address}:{self.port}{self.base_url}" for address in lan_addresses()] if everywhere else []
        print(announcement(local, lan), flush=True)  # noqa: T201
        if self.open_browser:
            threading.Thread(target=webbrowser.open, args=(local,), daemon=True).start()
