#!/usr/bin/env python3
"""Set the atelier up in .venv, then start what was asked for: the launcher in widgets/practice/doors/launch does."""

import hashlib
import importlib
import importlib.util
import os
import platform
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
sys.path.insert(0, str(ROOT / "widgets"))
try:
    import tomllib

    from practice.doors.launch.launcher import Launcher
    from practice.doors.launch.long_work import tell, work
except ModuleNotFoundError:
    sys.exit(f"Il manque des fichiers à côté de {Path(__file__).name}. Copiez le dossier entier, puis relancez.")

ME = ("python" if os.name == "nt" else "python3") + " atelier.py"
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
STAMP = VENV / "atelier.stamp"
LOCK = ROOT / "requirements.lock"  #: the versions that were tried together
PACKAGES = ROOT / "paquets"  #: in a folder that `bundle` has written: what to install, without the Internet
MADE_FOR = PACKAGES / "pour.txt"  #: the system, then the Pythons
NEWEST_LOCKED = (3, 14)
SYSTEMS = {"win32": "windows", "darwin": "macos", "linux": "linux"}


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
    offline = is_offline()
    tell("Installation… (une à deux minutes, une seule fois)")
    done = is_ours or work([sys.executable, "-m", "venv", "--clear", str(VENV)])
    if not done or not install(extras, offline=offline):
        sys.exit(
            "L'installation n'a pas abouti ; la raison est écrite ci-dessus.\n"
            + ("Recopiez ce dossier en entier" if offline else "Elle demande une connexion à Internet. Vérifiez-la")
            + ", puis relancez la même commande.",
        )
    STAMP.write_text("\n".join(make_stamp(extras)), encoding="utf-8")
    lock.close()
    tell("Installation terminée.")


def install(extras: str, *, offline: bool) -> bool:
    """Install the versions of the lock, then the course itself, then extras. Return whether all went well."""
    pip = [str(PYTHON), "-m", "pip", "--disable-pip-version-check", "install"]
    near = [f"--find-links={PACKAGES}"] if PACKAGES.is_dir() else []
    if sys.version_info[:2] > NEWEST_LOCKED:  # not tried: what the ranges find
        return work([*pip, *near, "-e", f".{extras}"])
    here = [*pip, *near, "--no-index"] if offline else [*pip, *near]
    itself = ["--no-build-isolation", "-e"]
    return (
        work([*here, "--require-hashes", "-r", str(LOCK)])
        and work([*here, "--no-deps", *itself, "."])
        and (not extras or work([*pip, *near, *itself, f".{extras}"]))
    )


def is_offline() -> bool:
    """Tell whether all that is to be installed lies beside, for this system and this Python. If not, say why."""
    if not MADE_FOR.is_file():
        return False
    made_for, pythons = MADE_FOR.read_text(encoding="utf-8").split("\n")[:2]
    system, python = SYSTEMS.get(sys.platform, sys.platform), ".".join(platform.python_version_tuple()[:2])
    if system == made_for and python in pythons.split():
        return True
    tell(
        f"Ce dossier est préparé pour {made_for}, avec Python {pythons.replace(' ', ', ')}.\n"
        f"Cet ordinateur : {system}, avec Python {python}. L'installation se fait donc par Internet.",
    )
    return False


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


def make_stamp(extras: str = "") -> list[str]:
    """List what an installation depends on; when one line changes, it is made again."""
    files = [file.read_bytes() for file in (ROOT / "pyproject.toml", LOCK) if file.is_file()]
    requirements = hashlib.sha256(b"".join(files)).hexdigest()
    return [".".join(platform.python_version_tuple()[:2]), str(ROOT), requirements, extras]


def read_stamp() -> list[str]:
    """Read what the last finished installation depended on."""
    return STAMP.read_text(encoding="utf-8").split("\n") if STAMP.exists() else []


def launcher() -> Launcher:
    """Return what starts a command in the Python of .venv."""
    return Launcher("atelier_ameli", ME, PYTHON, ROOT / "jupyter", ROOT, set_up)


def main() -> int:
    """Run one command from the top of the checkout."""
    os.chdir(ROOT)
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return launcher().main(project["description"], project["version"])


if __name__ == "__main__":
    try:
        sys.exit(main())
    except KeyboardInterrupt:
        sys.exit(130)
