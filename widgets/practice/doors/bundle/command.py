"""The command `python3 atelier.py bundle`."""

import shutil
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Sequence
from pathlib import Path

from practice.called import SOURCES
from practice.doors.bundle.lock import Locked, read_lock
from practice.doors.bundle.target import PYTHONS, SYSTEMS, environments, options
from practice.doors.command import Parser

_HERE = Path(__file__).parent
_HELP = """Utilisation : python3 atelier.py bundle [--pour SYSTEME] [--python VERSION] [--output DOSSIER]

Prépare un dossier, et le même en .zip, à copier sur une clé USB. Il installe l'atelier sans Internet, d'un double clic,
sur un ordinateur où il n'y a que Python.

  --pour SYSTEME     windows, macos ou linux (celui de cet ordinateur si vous ne dites rien)
  --python VERSION   une seule version de Python, par exemple 3.12 : moins lourd (toutes si vous ne dites rien)
  --output DOSSIER   où écrire (build/cle si vous ne dites rien)
"""
#: what a folder has of the sources: the course, and what starts it
COURSE = (
    *("Atelier.bat", "Atelier.command", "atelier.desktop", "atelier.py", "pyproject.toml", "requirements.lock"),
    *("README.md", "CHANGELOG.md", "LICENSE", "data", "docs", "jupyter", "notebooks", "widgets"),
)
PACKAGES = "paquets"
_LEFT_OUT = shutil.ignore_patterns("__pycache__", ".ipynb_checkpoints", "*.pyc", "node_modules")
_HERE_IS = {"win32": "windows", "darwin": "macos"}
_START = {
    "windows": "Double-cliquez sur Atelier.bat.",
    "macos": "Double-cliquez sur Atelier.command. La première fois : clic droit, puis « Ouvrir ».",
    "linux": "Double-cliquez sur atelier.desktop. La première fois : clic droit, puis « Autoriser le lancement ».",
}


def main(arguments: list[str] | None = None) -> int:
    """Write the folder. Return the exit status."""
    parser = Parser(_HELP)
    parser.add_argument("--pour", choices=SYSTEMS, default=_HERE_IS.get(sys.platform, "linux"))
    parser.add_argument("--python", choices=PYTHONS)
    parser.add_argument("--output", type=Path, default=Path("build", "cle"))
    asked = parser.parse_args(arguments)
    project = tomllib.loads((SOURCES / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    folder = asked.output / f"{project['name']}-{project['version']}-{asked.pour}"
    pythons = (asked.python,) if asked.python else PYTHONS
    shutil.rmtree(folder, ignore_errors=True)
    copy_course(SOURCES, folder)
    _tell("1/3  Le cours est copié.")
    packages = folder / PACKAGES
    locked = read_lock(SOURCES / "requirements.lock")
    if not all(_download(asked.pour, python, locked, packages) for python in pythons):
        _tell("Les paquets n'ont pas pu être téléchargés ; la raison est écrite ci-dessus. Il faut Internet.")
        return 1
    say_for_whom(folder, asked.pour, pythons)
    _tell("2/3  Les paquets sont là.")
    archive = shutil.make_archive(str(folder), "zip", asked.output, folder.name)
    _tell(
        f"3/3  C'est fait : {folder} ({_weight(folder)} Mo), et {archive} ({Path(archive).stat().st_size // 10**6} Mo)."
    )
    _tell("Copiez l'un des deux sur une clé USB. Le mode d'emploi est dedans : LISEZ-MOI.txt.")
    return 0


def copy_course(sources: Path, folder: Path) -> None:
    """Copy what a computer needs of the sources."""
    for name in COURSE:
        source = sources / name
        folder.mkdir(parents=True, exist_ok=True)
        if source.is_dir():
            shutil.copytree(source, folder / name, ignore=_LEFT_OUT)
        else:
            shutil.copy2(source, folder / name)


def say_for_whom(folder: Path, system: str, pythons: Sequence[str]) -> None:
    """Write for which computers the folder is: for atelier.py, and for whoever opens it."""
    (folder / PACKAGES / "pour.txt").write_text(f"{system}\n{' '.join(pythons)}\n", encoding="utf-8")
    words = (_HERE / "lisez_moi.txt").read_text(encoding="utf-8")
    told = words.format(system=system, pythons=" ou ".join(pythons), start=_START[system])
    end = "\r\n" if system == "windows" else "\n"
    (folder / "LISEZ-MOI.txt").write_text(told, encoding="utf-8", newline=end)


def wanted(system: str, python: str, locked: Sequence[Locked]) -> list[tuple[list[str], list[Locked]]]:
    """Return what is to be downloaded: for each kind of computer, how pip is told of it, and the libraries.

    pip would ask this computer's markers, not those of the other: they are asked here.
    """
    lists = []
    for machine in SYSTEMS[system]:
        told = {}
        for environment in environments(machine, python):
            libraries = [library for library in locked if library.is_for(environment)]
            told[tuple(libraries)] = options(machine, environment)
        lists += [(how, list(libraries)) for libraries, how in told.items()]
    return lists


def _download(system: str, python: str, locked: Sequence[Locked], packages: Path) -> bool:
    """Download the wheels for a Python. Return whether all are there."""
    _tell(f"     Paquets pour Python {python}…")
    reveal = (_HERE.parent / "slides" / "reveal.txt").read_text(encoding="utf-8")
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "download", "--quiet", "--no-deps"]
    for how, libraries in wanted(system, python, locked):
        with tempfile.TemporaryDirectory() as folder:
            listed = Path(folder, "requirements.txt")
            listed.write_text("\n".join([*map(str, libraries), reveal]), encoding="utf-8")
            command = [*pip, "--require-hashes", *how, "--dest", str(packages), "--requirement", str(listed)]
            if subprocess.run(command, check=False).returncode:  # noqa: S603 - the command is ours
                return False
    return True


def _weight(folder: Path) -> int:
    return sum(file.stat().st_size for file in folder.rglob("*") if file.is_file()) // 10**6


def _tell(words: str) -> None:
    sys.stdout.write(f"{words}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
