#!/usr/bin/env python3
"""Set the atelier up in .venv, then start the course, JupyterLab, the slides, the sheets or the tests."""

import argparse
import hashlib
import importlib
import importlib.util
import os
import platform
import shutil
import socket
import subprocess
import sys
from pathlib import Path
from typing import IO

OLDEST_PYTHON = (3, 11)
if sys.version_info < OLDEST_PYTHON:
    sys.exit(
        f"L'atelier demande Python 3.11 ou plus récent ; celui-ci est le {platform.python_version()}.\n"
        "Installez un Python plus récent, puis relancez avec lui, par exemple : python3.12 atelier.py",
    )

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
STAMP = VENV / "atelier.stamp"
ME = ("python" if os.name == "nt" else "python3") + " atelier.py"
WORK = "ATELIER_WORK"  #: environment variable: the file that keeps a learner's work in JupyterLab
EDITION = "ATELIER_EDITION"  #: environment variable: the year of the site in JupyterLab
PORTS = {"voila": 8866, "lab": 8888}
TEST_EXTRAS = "[test]"
NODE_EXTRAS = {"": "[node]", TEST_EXTRAS: "[test,node]"}  #: the same, with Node from a wheel

#: Like `python -m`, but Ctrl-C shows no traceback while the module is being loaded, which takes a second or more.
QUIETLY = (
    "import runpy, signal, sys; signal.signal(signal.SIGINT, signal.SIG_DFL); "
    "runpy.run_module(sys.argv.pop(1), run_name='__main__', alter_sys=True)"
)

BROWSER_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "msedge")
BROWSER_PLACES = (
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    r"%ProgramFiles%\Google\Chrome\Application\chrome.exe",
    r"%ProgramFiles(x86)%\Google\Chrome\Application\chrome.exe",
    r"%LocalAppData%\Google\Chrome\Application\chrome.exe",
    r"%ProgramFiles(x86)%\Microsoft\Edge\Application\msedge.exe",
)


# ---- The virtual environment


def set_up(extras: str = "") -> None:
    """Make .venv and install the atelier into it, unless that is done already."""
    if is_installed(extras):
        return
    if not all(map(importlib.util.find_spec, ("venv", "ensurepip"))):
        sys.exit(
            "Il manque à ce Python de quoi créer un environnement (modules venv et ensurepip).\n"
            "Sous Debian ou Ubuntu : sudo apt install python3-venv, puis relancez la même commande.",
        )
    lock = take_the_folder()
    if is_installed(extras):  # by another window, meanwhile
        return
    is_ours = read_stamp()[:1] == make_stamp()[:1] and PYTHON.exists()
    STAMP.unlink(missing_ok=True)  # an interrupted installation has no stamp: the next start begins it again
    print("Installation… (une à deux minutes, une seule fois)", flush=True)
    done = is_ours or work([sys.executable, "-m", "venv", "--clear", str(VENV)])
    if not done or not work([str(PYTHON), "-m", "pip", "--disable-pip-version-check", "install", "-e", f".{extras}"]):
        sys.exit(
            "L'installation n'a pas abouti ; la raison est écrite ci-dessus.\n"
            "Elle demande une connexion à Internet. Vérifiez-la, puis relancez la même commande.",
        )
    STAMP.write_text("\n".join(make_stamp(extras)), encoding="utf-8")
    lock.close()
    print("Installation terminée.", flush=True)


def take_the_folder() -> IO[str]:
    """Return what keeps a second installation out of this folder until it is closed, or this process ends."""
    try:
        lock = (ROOT / ".venv.lock").open("w", encoding="utf-8")
    except OSError:
        sys.exit(
            f"L'atelier ne peut pas s'installer. Le dossier {ROOT} ne peut pas être écrit.\n"
            "Copiez-le dans votre dossier personnel, puis relancez la commande depuis la copie.",
        )
    try:
        if os.name == "nt":
            importlib.import_module("msvcrt").locking(lock.fileno(), 2, 1)  # LK_NBLCK
        else:
            fcntl = importlib.import_module("fcntl")
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        sys.exit(
            "L'atelier s'installe déjà, dans une autre fenêtre.\n"
            "Attendez la fin de cette installation, puis relancez la même commande.",
        )
    return lock


def is_installed(extras: str = "") -> bool:
    """Tell whether .venv is whole and fresh. One that has more than is asked for will do."""
    *basis, found = read_stamp() or [""]
    has = set(found.strip("[]").split(","))
    return PYTHON.exists() and basis == make_stamp()[:-1] and {*extras.strip("[]").split(",")} - {""} <= has


def with_node(extras: str = "") -> str:
    """Return these extras, and Node from a wheel where the computer has none."""
    return extras if shutil.which("node") and shutil.which("npm") else NODE_EXTRAS[extras]


def make_stamp(extras: str = "") -> list[str]:
    """List what an installation depends on; when one line changes, it is made again."""
    requirements = hashlib.sha256((ROOT / "pyproject.toml").read_bytes()).hexdigest()
    return [".".join(platform.python_version_tuple()[:2]), str(ROOT), requirements, extras]


def read_stamp() -> list[str]:
    """Read what the last finished installation depended on."""
    return STAMP.read_text(encoding="utf-8").split("\n") if STAMP.exists() else []


def work(command: list[str]) -> bool:
    """Run a long command without its chatter: a dot every two seconds, its errors if it fails."""
    child = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, errors="replace")
    errors = None
    try:
        while errors is None:
            try:
                errors = child.communicate(timeout=2)[1]
            except subprocess.TimeoutExpired:
                print(".", end="", flush=True)
    finally:
        child.kill()
        print(flush=True)
    if child.returncode:
        print(errors, file=sys.stderr)
    return child.returncode == 0


# ---- The commands


def voila(options: argparse.Namespace) -> int:
    """Start the course for the room."""
    refuse_taken_port("voila", options.port)
    set_up()
    ip = ["--ip=localhost"] if options.local else []
    browser = ["--no-browser"] if options.no_browser else []
    salle = ["--salle"] if options.salle else []
    more = [*ip, *browser, *salle, *edition_of(options)]
    return launch("-c", QUIETLY, "atelier_ameli.serve", f"--port={options.port}", *more)


def lab(options: argparse.Namespace) -> int:
    """Start JupyterLab, on this computer only. The learner's work is kept in a file of this folder."""
    refuse_taken_port("lab", options.port)
    set_up()
    status = subprocess.call([str(PYTHON), "-m", "atelier_ameli.check", "--quick", *edition_of(options)])
    if status:
        return status
    os.environ[WORK] = str(ROOT / "travail" / "mon_travail.json")
    os.environ |= {EDITION: options.edition} if options.edition else {}
    print("JupyterLab démarre. Pour l'arrêter : Ctrl-C.", flush=True)
    browser = ["--no-browser"] if options.no_browser else []
    return launch("-c", QUIETLY, "jupyterlab", "notebooks", f"--port={options.port}", *browser)


def slides(options: argparse.Namespace) -> int:
    """Write one file of slides a chapter; live ones need what `site` needs."""
    set_up(with_node() if "--vivantes" in options.rest else "")
    return launch("-c", QUIETLY, "atelier_ameli.slides", *options.rest, *edition_of(options))


def sheets(options: argparse.Namespace) -> int:
    """Write what is printed: sheets « pas à pas », plans of the chapters."""
    os.environ["ATELIER_CHROMIUM"] = find_chromium() or ""
    set_up()
    return launch("-c", QUIETLY, "atelier_ameli.sheets", *options.rest, *edition_of(options))


def site(options: argparse.Namespace) -> int:
    """Write the course into a folder that needs no server."""
    set_up(with_node())
    return launch("-c", QUIETLY, "atelier_ameli.web", *options.rest, *edition_of(options))


def check(options: argparse.Namespace) -> int:
    """Check the data and the notebooks, and play the exercises."""
    set_up()
    return launch("-c", QUIETLY, "atelier_ameli.check", *options.rest, *edition_of(options))


def test(options: argparse.Namespace) -> int:
    """Check the style, then run the whole suite."""
    chromium = find_chromium() or (install_chromium() and find_chromium())
    if not chromium:
        print(
            "Les tests ont besoin d'un navigateur Chromium, Chrome ou Edge, qui n'a pas été trouvé.\n"
            "Installez-en un (sous Debian : sudo apt install chromium), ou indiquez le chemin de son programme\n"
            "dans la variable d'environnement ATELIER_CHROMIUM, puis relancez la même commande.",
        )
        return 2
    os.environ["ATELIER_CHROMIUM"] = chromium
    set_up(with_node(TEST_EXTRAS))
    for first in (["tests.support.engines.programs"], ["ruff", "check", "."], ["ruff", "format", "--check", "."]):
        status = subprocess.call([str(PYTHON), "-m", *first])
        if status:
            return status
    return launch("-m", "pytest", "-n", "2", *options.rest)


def edition_of(options: argparse.Namespace) -> list[str]:
    """Hand on the year of the site, if one was asked for."""
    return [f"--edition={options.edition}"] if options.edition else []


def launch(*arguments: str) -> int:
    """Hand over to the Python of .venv, which then hears Ctrl-C and closing signals itself."""
    command = [str(PYTHON), *arguments]
    if os.name == "posix":
        os.execve(command[0], command, make_environment())  # noqa: S606
    child = subprocess.Popen(command, env=make_environment())
    while True:
        try:
            return child.wait()
        except KeyboardInterrupt:
            continue  # the child heard it too, and is closing


def make_environment() -> dict[str, str]:
    """Let Jupyter find our templates and settings before any others."""
    environment = {**os.environ, "JUPYTER_PLATFORM_DIRS": "1"}
    for name in ("JUPYTER_PATH", "JUPYTER_CONFIG_PATH"):
        environment[name] = os.pathsep.join(filter(None, [str(ROOT / "jupyter"), os.environ.get(name)]))
    return environment


def refuse_taken_port(command: str, port: int) -> None:
    """Stop at once, and say how to choose another port, when this one cannot be had."""
    with socket.socket() as probe:
        if os.name == "posix":
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("", port))
        except PermissionError:
            sys.exit(
                f"Le port {port} est réservé à l'administration de cet ordinateur.\n"
                f"Choisissez un numéro plus grand : {ME} {command} --port {PORTS[command]}",
            )
        except OSError:
            sys.exit(
                f"Le port {port} n'est pas libre : l'atelier est peut-être déjà ouvert, "
                "ou un autre programme l'occupe.\n"
                f"Pour en choisir un autre : {ME} {command} --port {port + 1}",
            )


def find_chromium() -> str | None:
    """Return the path of the browser of the tests and of the sheets: the one asked for, else the first one found."""
    asked = os.environ.get("ATELIER_CHROMIUM")
    found = [asked] if asked else [*map(shutil.which, BROWSER_NAMES), *map(os.path.expandvars, BROWSER_PLACES)]
    return next((path for path in found if path and Path(path).is_file()), None)


def install_chromium() -> bool:
    """Install it where that needs no question: Debian or Ubuntu, as root."""
    if os.environ.get("ATELIER_CHROMIUM") or not shutil.which("apt-get") or os.geteuid() != 0:
        return False
    print("Installation de Chromium pour les tests…", flush=True)
    os.environ["DEBIAN_FRONTEND"] = "noninteractive"
    return work(["apt-get", "update"]) and work(["apt-get", "install", "-y", "chromium"])


# ---- The command line


class FrenchParser(argparse.ArgumentParser):
    """Refuse in French."""

    def error(self, message: str) -> None:
        """Replace argparse's English message."""
        del message
        self.exit(2, f"Cette commande n'a pas été comprise. Pour la liste des commandes : {ME} --help\n")


def parse(arguments: list[str] | None = None) -> argparse.Namespace:
    """Read the command line; `rest` is for the program behind `slides`, `sheets`, `site`, `check` or `test`."""
    parser = FrenchParser(
        usage=argparse.SUPPRESS,
        description=(
            f"Utilisation : {ME} [commande] [options]\n\n"
            "L'atelier « Mon compte ameli » : un cours à l'écran, sur des personnes inventées.\n\n"
            "Commandes :\n"
            "  voila         ouvrir le cours pour la salle (sans commande, c'est elle)\n"
            "  lab           ouvrir les chapitres dans JupyterLab, sur cet ordinateur seulement\n"
            "  slides        écrire les diapositives, un fichier par chapitre\n"
            "  sheets        écrire les fiches à imprimer, en PDF, et le plan de chaque chapitre\n"
            "  site          écrire le cours dans un dossier sans serveur, pour une clé USB\n"
            "  export        avec --scorm, écrire le cours pour Moodle ou une autre plateforme de formation\n"
            "  check         vérifier les fichiers de data/ et les carnets, et jouer les exercices\n"
            "  test          vérifier l'atelier ; ce qui suit est transmis à pytest"
        ),
        formatter_class=argparse.RawDescriptionHelpFormatter,
        add_help=False,
        allow_abbrev=False,
    )
    parser.add_argument("command", nargs="?", choices=COMMANDS, default="voila", help=argparse.SUPPRESS)
    group = parser.add_argument_group("Options ")
    group.add_argument(
        "--port",
        type=int,
        choices=range(1, 2**16),
        metavar="N",
        help="le port d'écoute (voila : 8866, lab : 8888)",
    )
    group.add_argument("--edition", metavar="ANNEE", help="l'année du site (2021 si vous ne dites rien)")
    group.add_argument("--salle", action="store_true", help="suivre et aider les tablettes (tableau de bord secret)")
    group.add_argument("--local", action="store_true", help="ne rien ouvrir aux tablettes")
    group.add_argument("--no-browser", action="store_true", help="ne pas ouvrir le navigateur")
    group.add_argument("-h", "--help", action="help", help="afficher cette aide")
    options, options.rest = parser.parse_known_intermixed_args(arguments)
    if options.command in PORTS:
        options.port = options.port or PORTS[options.command]
        if options.rest:
            parser.error("unknown arguments")
    return options


COMMANDS = {one.__name__: one for one in (voila, lab, slides, sheets, site, check, test)} | {"export": site}


def main() -> int:
    """Run one command from the top of the checkout."""
    sys.stdout.reconfigure(errors="replace")
    sys.stderr.reconfigure(errors="replace")
    options = parse()
    os.chdir(ROOT)
    os.environ.pop(WORK, None)  # a terminal of JupyterLab has it, and a room must not share one file
    return COMMANDS[options.command](options)


if __name__ == "__main__":
    try:
        sys.exit(main())
    except KeyboardInterrupt:
        sys.exit(130)
