"""The command `python3 atelier.py site`."""

import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from practice.chapter import ChapterError
from practice.checking.check import faults_of, told
from practice.doors.command import Parser
from practice.doors.web.building import build
from practice.doors.web.folder import write_folder
from practice.doors.web.host import write_host
from practice.doors.web.pyodide import EngineError
from practice.site import Site

_HELP = """Utilisation : python3 atelier.py site [--en-ligne] [--output DOSSIER] [--edition ANNEE]

Écrit le cours entier dans un dossier, qui marche sans serveur et sans Internet : on le copie sur une clé USB, et on
ouvre index.html d'un double clic.

  --en-ligne         pour un hébergeur de pages : un fichier par chapitre (docs/heberger_le_cours.md)
  --output DOSSIER   où écrire (build/cours si vous ne dites rien ; build/cours_en_ligne avec --en-ligne)
  --edition ANNEE    l'année que le cours montre d'abord (2021 si vous ne dites rien) ; les autres sont au choix
"""

_THEN = "Copiez ce dossier où vous voulez, et ouvrez index.html d'un double clic."
_THEN_ONLINE = "Copiez ce dossier chez votre hébergeur. Le mode d'emploi : docs/heberger_le_cours.md"


def main(site: type[Site], arguments: list[str] | None = None) -> int:
    """Write the course. Return the exit status."""
    parser = Parser(_HELP).writing(None, site.usual_edition)
    parser.add_argument("--en-ligne", action="store_true")
    options = parser.parse_args(arguments)
    options.output = options.output or Path("build", "cours_en_ligne" if options.en_ligne else "cours")
    if options.names:
        parser.error("names")
    years = [options.edition, *(year for year in reversed(site.years()) if year != options.edition)]
    faults = list(dict.fromkeys(fault for year in years for fault in faults_of(site, year)))
    if faults:
        sys.stderr.write(f"{told(faults)}\n")
        return 1
    try:
        _write([site.load(year) for year in years], options.output, online=options.en_ligne)
    except (ChapterError, EngineError) as error:
        sys.stderr.write(f"{error}\n")
        return 1
    return 0


def _write(sites: Sequence[Site], output: Path, *, online: bool) -> None:
    engine = build(type(sites[0]), _tell)
    _tell("5/5  Dessin des chapitres")
    write_files = write_host if online else write_folder
    write_files(sites, output, engine, datetime.now(UTC).date(), lambda title: _tell(f"  {title}"))
    weight = sum(file.stat().st_size for file in output.rglob("*") if file.is_file()) / 1e6
    _tell(f"C'est fait : {output} ({weight:.0f} Mo).")
    _tell(_THEN_ONLINE if online else _THEN)


def _tell(words: str) -> None:
    sys.stdout.write(f"{words}\n")
    sys.stdout.flush()
