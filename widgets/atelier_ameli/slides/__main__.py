"""The command `python3 atelier.py slides`."""

import argparse
import sys
from pathlib import Path
from typing import NoReturn

from atelier_ameli.slides.chapter import ChapterError, run
from atelier_ameli.slides.page import draw_slides
from atelier_ameli.slides.reveal import RevealError, reveal

_TOP = Path(__file__).resolve().parents[3]
NOTEBOOKS = (_TOP if (_TOP / "notebooks").is_dir() else Path.cwd()) / "notebooks"

_HELP = """Utilisation : python3 atelier.py slides [CHAPITRE…] [--output DOSSIER]

Écrit les diapositives : un fichier HTML par chapitre, qui s'ouvre sans Internet.

  CHAPITRE           nom, numéro ou fichier d'un chapitre (par exemple 04) ; sans nom, tous les chapitres
  --output DOSSIER   où écrire (build/slides si vous ne dites rien)
"""


class _Parser(argparse.ArgumentParser):
    """Help and refuse in French."""

    def format_help(self) -> str:
        return _HELP

    def error(self, message: str) -> NoReturn:
        del message
        self.exit(2, f"Cette commande n'a pas été comprise.\n{_HELP}")


def main(arguments: list[str] | None = None) -> int:
    """Write the slides of the chapters that are named, of all without names. Return the exit status."""
    parser = _Parser()
    parser.add_argument("names", nargs="*")
    parser.add_argument("--output", type=Path, default=Path("build", "slides"))
    options = parser.parse_args(arguments)
    try:
        _write(_find(options.names), options.output)
    except (ChapterError, RevealError) as error:
        sys.stderr.write(f"{error}\n")
        return 1
    return 0


def _write(chapters: list[Path], output: Path) -> None:
    """Write one page a chapter, and say so."""
    framework = reveal()
    output.mkdir(parents=True, exist_ok=True)
    for number, path in enumerate(chapters, start=1):
        page = output / f"{path.stem}.html"
        page.write_text(draw_slides(path.stem, run(path), path.parent, framework), encoding="utf-8")
        sys.stdout.write(f"{number}/{len(chapters)}  {page}\n")
        sys.stdout.flush()
    sys.stdout.write("C'est fait. Ouvrez un fichier d'un double clic ; la touche ? montre les autres touches.\n")


def _find(names: list[str]) -> list[Path]:
    """Return the notebooks of these names, in reading order. Raises ChapterError."""
    known = sorted(NOTEBOOKS.glob("*.ipynb"))
    if not names:
        return known
    return [_find_one(name, known) for name in names]


def _find_one(name: str, known: list[Path]) -> Path:
    if name.endswith(".ipynb") and Path(name).is_file():
        return Path(name).resolve()
    for path in known:
        if path.stem == name or path.stem.startswith(f"{name}_"):
            return path
    raise ChapterError(
        f"Le chapitre « {name} » n'existe pas. Les chapitres : {', '.join(path.stem for path in known)}."
    )


if __name__ == "__main__":
    sys.exit(main())
