"""Launcher: starts what a command asks for, in the Python that has the course. The standard library alone."""

import argparse
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from practice.doors.launch import chromium, running
from practice.doors.launch.command_line import PORTS, parse
from practice.doors.launch.long_work import tell

WORK = "ATELIER_WORK"  #: environment variable: the file that keeps a learner's work in JupyterLab
EDITION = "ATELIER_EDITION"  #: environment variable: the year of the site in JupyterLab
TEST_EXTRAS = "[test]"
_NODE_EXTRAS = {"": "[node]", TEST_EXTRAS: "[test,node]"}  #: the same, with Node from a wheel

#: Like `python -m`, but Ctrl-C shows no traceback while the module is being loaded, which takes a second or more.
QUIETLY = (
    "import runpy, signal, sys; signal.signal(signal.SIGINT, signal.SIG_DFL); "
    "import practice.doors; "  # before Jupyter: it starts twice as fast
    "runpy.run_module(sys.argv.pop(1), run_name='__main__', alter_sys=True)"
)
_WITHOUT_SOURCES = (
    "Cette commande demande les sources de l'atelier : le dossier où se trouve atelier.py.\n"
    "L'atelier installé par pip contient le cours, pas ses tests ni ses outils."
)


@dataclass(frozen=True)
class Launcher:
    """Starts what a command asks for.

    Parameters: the package of the site; how the command is typed; the Python that has the course; Jupyter's settings;
    the folder of the sources, None where the course comes from a wheel; what installs the extras that a command needs.
    """

    package: str
    called: str
    python: Path
    settings: Path
    sources: Path | None
    set_up: Callable[[str], None]
    told: dict[str, str] = field(default_factory=dict)  #: environment variables of what is started, by name

    def main(self, title: str, version: str, arguments: Sequence[str] | None = None) -> int:
        """Run one command. Return its exit status. Parameters: what the help says of the course, and its version."""
        sys.stdout.reconfigure(errors="replace")
        sys.stderr.reconfigure(errors="replace")
        options = parse(self.called, title, version, arguments)
        return getattr(self, options.command)(options)

    def voila(self, options: argparse.Namespace) -> int:
        """Start the course for the room, or show the one that is open."""
        if self._is_open(options):
            return 0
        self.set_up("")
        ip = ["--ip=localhost"] if options.local else []
        classroom = ["--salle"] if options.salle else []
        more = [*ip, *_browser(options), *classroom, *_edition(options), *options.rest]
        return self._module("serve", f"--port={options.port}", *more)

    def lab(self, options: argparse.Namespace) -> int:
        """Start JupyterLab, on this computer only. The learner's work is kept in a file of this folder."""
        self._is_open(options)
        self.set_up("")
        folder = Path("notebooks")
        check = [str(self.python), "-m", f"{self.package}.check", "--quick", *_edition(options)]
        if not self.sources:  # what is installed stays as it is: the chapters that one writes into are one's own
            folder = Path(f"carnets_{options.edition}" if options.edition else "carnets")
            check.append(f"--copies={folder}")
        status = subprocess.call(check, env=self.environment())  # noqa: S603 - the command is ours
        if status:
            return status
        kept = Path("travail", "mon_travail.json").resolve()
        self.told.update({WORK: str(kept)} | ({EDITION: options.edition} if options.edition else {}))
        if not self.sources:
            tell(f"Les carnets sont dans {folder.resolve()}\nVotre travail est gardé dans {kept}")
        tell("JupyterLab démarre. Pour l'arrêter : Ctrl-C.")
        return self.launch("-P", "-c", QUIETLY, "jupyterlab", str(folder), f"--port={options.port}", *_browser(options))

    def slides(self, options: argparse.Namespace) -> int:
        """Write one file of slides a chapter; live ones need what `site` needs."""
        self.set_up(with_node() if "--vivantes" in options.rest else "")
        return self._module("slides", *options.rest, *_edition(options))

    def sheets(self, options: argparse.Namespace) -> int:
        """Write what is printed: sheets « pas à pas », plans of the chapters; with `--salle`, the papers of a room."""
        self.set_up("")
        port = [f"--port={options.port}"] if options.port else []
        classroom = ["--salle", *port] if options.salle else []
        return self._module("sheets", *options.rest, *classroom, *_edition(options))

    def site(self, options: argparse.Namespace) -> int:
        """Write the course into a folder that needs no server."""
        self.set_up(with_node())
        return self._module("web", *options.rest, *_edition(options))

    export = site  # `--scorm` says which

    def check(self, options: argparse.Namespace) -> int:
        """Check the data and the notebooks, and play the exercises."""
        self.set_up("")
        return self._module("check", *options.rest, *_edition(options))

    def bundle(self, options: argparse.Namespace) -> int:
        """Write a folder that installs the course without the Internet."""
        if not self.sources:
            tell(_WITHOUT_SOURCES)
            return 2
        self.set_up("")
        return self.launch("-P", "-c", QUIETLY, "practice.doors.bundle.command", *options.rest)

    def test(self, options: argparse.Namespace) -> int:
        """Check the style, then run the whole suite. Without its sources, check what a trainer can change."""
        if not self.sources:
            tell(f"{_WITHOUT_SOURCES}\nVoici ce qui se vérifie ici : {self.called} check")
            return self._module("check", *_edition(options))
        if not chromium.find_chromium() and not (chromium.install_chromium() and chromium.find_chromium()):
            tell(chromium.LACKING)
            return 2
        self.set_up(with_node(TEST_EXTRAS))
        for first in (["tests.support.engines.programs"], ["ruff", "check", "."], ["ruff", "format", "--check", "."]):
            status = subprocess.call([str(self.python), "-m", *first])  # noqa: S603 - the command is ours
            if status:
                return status
        self.told[chromium.VARIABLE] = chromium.find_chromium(chromium.SHELL) or ""
        self.told["PYTHONDONTWRITEBYTECODE"] = ""  # the tests start many programs: each would compile the course anew
        return self.launch("-m", "pytest", "-n", "2", *options.rest)

    def _is_open(self, options: argparse.Namespace) -> bool:
        """Settle the port; tell whether the course is open there already, and show it if it is."""
        asked, usual = options.port, PORTS[options.command]
        any_will_do = options.double_clic
        options.port, is_open = running.settle(self.called, options.command, asked, usual, any_will_do=any_will_do)
        if is_open:
            running.show(options.port, browser=not options.no_browser)
        return is_open

    def _module(self, name: str, *arguments: str) -> int:
        return self.launch("-P", "-c", QUIETLY, f"{self.package}.{name}", *arguments)

    def launch(self, *arguments: str) -> int:
        """Hand over to the Python that has the course, which then hears Ctrl-C and closing signals itself."""
        command = [str(self.python), *arguments]
        if os.name == "posix":
            os.execve(command[0], command, self.environment())  # noqa: S606
        child = subprocess.Popen(command, env=self.environment())  # noqa: S603
        while True:
            try:
                return child.wait()
            except KeyboardInterrupt:
                continue  # the child heard it too, and is closing

    def environment(self) -> dict[str, str]:
        """Let Jupyter find our settings first. No file of work is handed on: a terminal of JupyterLab has one."""
        inherited = {name: value for name, value in os.environ.items() if name != WORK}
        environment = {**inherited, "JUPYTER_PLATFORM_DIRS": "1", **self.told}
        for name in ("JUPYTER_PATH", "JUPYTER_CONFIG_PATH"):
            environment[name] = os.pathsep.join(filter(None, [str(self.settings), os.environ.get(name)]))
        return environment


def with_node(extras: str = "") -> str:
    """Return these extras, and Node from a wheel where the computer has none."""
    return extras if shutil.which("node") and shutil.which("npm") else _NODE_EXTRAS[extras]


def _edition(options: argparse.Namespace) -> list[str]:
    """Hand on the year of the site, if one was asked for."""
    return [f"--edition={options.edition}"] if options.edition else []


def _browser(options: argparse.Namespace) -> list[str]:
    return ["--no-browser"] if options.no_browser else []
