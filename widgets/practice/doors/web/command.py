"""The command `python3 atelier.py site`."""

import sys
from datetime import UTC, datetime
from pathlib import Path

from practice.chapter import ChapterError
from practice.checking.check import faults_of, told
from practice.doors.command import Parser
from practice.doors.web.building import build
from practice.doors.web.folder import write_folder
from practice.doors.web.pyodide import EngineError
from practice.site import Site

_HELP = """Utilisation : python3 atelier.py site [--output DOSSIER] [--edition ANNEE]

Écrit le cours entier dans un dossier, qui marche sans serveur et sans Internet : on le copie sur une clé USB, et on
ouvre index.html d'un double clic.

  --output DOSSIER   où écrire (build/cours si vous ne dites rien)
  --edition ANNEE    l'année des écrans et de leurs règles (2021 si vous ne dites rien)
"""


def main(site: type[Site], arguments: list[str] | None = None) -> int:
    """Write the course. Return the exit status."""
    parser = Parser(_HELP).writing(Path("build", "cours"), site.usual_edition)
    options = parser.parse_args(arguments)
    if options.names:
        parser.error("names")
    faults = faults_of(site, options.edition)
    if faults:
        sys.stderr.write(f"{told(faults)}\n")
        return 1
    try:
        _write(site.load(options.edition), options.output)
    except (ChapterError, EngineError) as error:
        sys.stderr.write(f"{error}\n")
        return 1
    return 0


def _write(site: Site, output: Path) -> None:
    engine = build(site, _tell)
    _tell("5/5  Dessin des chapitres")
    write_folder(site, output, engine, datetime.now(UTC).date(), lambda title: _tell(f"  {title}"))
    weight = sum(file.stat().st_size for file in output.iterdir()) / 1e6
    _tell(f"C'est fait : {output} ({weight:.0f} Mo). Copiez ce dossier où vous voulez,")
    _tell("et ouvrez index.html d'un double clic.")


def _tell(words: str) -> None:
    sys.stdout.write(f"{words}\n")
    sys.stdout.flush()
