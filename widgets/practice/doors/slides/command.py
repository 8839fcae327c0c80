"""The command `python3 atelier.py slides`."""

import sys
from pathlib import Path

from practice.chapter import ChapterError
from practice.checking.check import faults_of, told
from practice.doors.command import Parser
from practice.doors.slides.live import files
from practice.doors.slides.page import Slides
from practice.doors.slides.reveal import RevealError, reveal
from practice.doors.web.building import build
from practice.doors.web.folder import write
from practice.doors.web.pyodide import EngineError
from practice.editions import named
from practice.loading.faults import DataError
from practice.site import Site

_HELP = """Utilisation : python3 atelier.py slides [CHAPITRE…] [--vivantes] [--output DOSSIER] [--edition ANNEE]

Écrit les diapositives : un fichier HTML par chapitre, qui s'ouvre sans Internet.

  CHAPITRE           nom, numéro ou fichier d'un chapitre (par exemple 04) ; sans nom, tous les chapitres
  --vivantes         les écrans répondent sur les diapositives ; deux fichiers de plus (15 Mo) sont à copier avec elles
  --output DOSSIER   où écrire (build/slides si vous ne dites rien)
  --edition ANNEE    l'année des écrans et de leurs règles (2021 si vous ne dites rien)
"""


def main(site: type[Site], arguments: list[str] | None = None) -> int:
    """Write the slides of the chapters that are named, of all without names. Return the exit status."""
    parser = Parser(_HELP).writing(Path("build", "slides"), site.usual_edition)
    parser.add_argument("--vivantes", action="store_true")
    options = parser.parse_args(arguments)
    faults = faults_of(site, options.edition)
    if faults:
        sys.stderr.write(f"{told(faults)}\n")
        return 1
    try:
        shown = site.load(options.edition)
        _write(shown, named(shown, options.names), options.output, live=options.vivantes)
    except (ChapterError, DataError, EngineError, RevealError) as error:
        sys.stderr.write(f"{error}\n")
        return 1
    return 0


def _write(site: Site, chapters: list[Path], output: Path, *, live: bool) -> None:
    """Write one page a chapter, and say so."""
    slides = Slides(site, reveal())
    output.mkdir(parents=True, exist_ok=True)
    for name, content in (files(build(type(site), _tell)) if live else {}).items():
        write(output / name, content.encode())
    for number, path in enumerate(chapters, start=1):
        page = output / f"{path.stem}.html"
        page.write_text(slides.draw(path, live=live), encoding="utf-8")
        _tell(f"{number}/{len(chapters)}  {page}")
    _tell("C'est fait. Ouvrez un fichier d'un double clic ; la touche ? montre les autres touches.")


def _tell(words: str) -> None:
    sys.stdout.write(f"{words}\n")
    sys.stdout.flush()
