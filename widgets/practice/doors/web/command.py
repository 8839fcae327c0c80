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
from practice.doors.web.lms.package import counted, write_package
from practice.doors.web.pyodide import EngineError
from practice.editions import named
from practice.loading.documents import Documents
from practice.site import Site

_HELP = """Utilisation : python3 atelier.py site [--en-ligne] [--output DOSSIER] [--edition ANNEE]
              python3 atelier.py export --scorm [CHAPITRE…] [--output FICHIER] [--edition ANNEE]

Écrit le cours entier dans un dossier, qui marche sans serveur et sans Internet : on le copie sur une clé USB, et on
ouvre index.html d'un double clic.

  --en-ligne         pour un hébergeur de pages : un fichier par chapitre (docs/heberger_le_cours.md)
  --output DOSSIER   où écrire (build/cours si vous ne dites rien ; build/cours_en_ligne avec --en-ligne)
  --edition ANNEE    l'année que le cours montre d'abord (2021 si vous ne dites rien) ; les autres sont au choix

  --scorm            pour une plateforme de formation, comme Moodle : un fichier, d'une seule année (docs/moodle.md)
  CHAPITRE           avec --scorm : les chapitres qui comptent (par exemple 06) ; sans nom, tous
"""

_LAST = "5/5  Dessin des chapitres"
_THEN = "Copiez ce dossier où vous voulez, et ouvrez index.html d'un double clic."
_THEN_SCORM = "Dans Moodle, ajoutez une activité « Paquetage SCORM », et donnez-lui ce fichier : docs/moodle.md"
_THEN_ONLINE = "Copiez ce dossier chez votre hébergeur. Le mode d'emploi : docs/heberger_le_cours.md"


def main(site: type[Site], arguments: list[str] | None = None) -> int:
    """Write the course. Return the exit status."""
    parser = Parser(_HELP).writing(None, site.usual_edition)
    parser.add_argument("--en-ligne", action="store_true")
    parser.add_argument("--scorm", action="store_true")
    options = parser.parse_args(arguments)
    if (options.scorm and options.en_ligne) or (options.names and not options.scorm):
        parser.error("names")
    years = [options.edition, *(year for year in reversed(site.years()) if year != options.edition)]
    documents = Documents()
    faults = list(dict.fromkeys(fault for year in years for fault in faults_of(site, year, documents=documents)))
    if faults:
        sys.stderr.write(f"{told(faults)}\n")
        return 1
    try:
        if options.scorm:
            _write_package(site.load(options.edition), options.names, options.output)
        else:
            _write([site.load(year) for year in years], options.output, online=options.en_ligne)
    except (ChapterError, EngineError) as error:
        sys.stderr.write(f"{error}\n")
        return 1
    return 0


def _write(sites: Sequence[Site], output: Path | None, *, online: bool) -> None:
    output = output or Path("build", "cours_en_ligne" if online else "cours")
    engine = build(type(sites[0]), _tell)
    _tell(_LAST)
    write_files = write_host if online else write_folder
    write_files(sites, output, engine, datetime.now(UTC).date(), lambda title: _tell(f"  {title}"))
    _tell(_done(output, [file for file in output.rglob("*") if file.is_file()]))
    _tell(_THEN_ONLINE if online else _THEN)


def _write_package(site: Site, names: list[str], output: Path | None) -> None:
    notebooks = named(site, names)
    chosen = "".join(f"-{notebook.stem.partition('_')[0]}" for notebook in notebooks) if names else ""
    output = output or Path("build", f"{site.name}-{site.year}{chosen}-scorm.zip")
    exercises = counted(site, notebooks)
    engine = build(type(site), _tell)
    _tell(_LAST)
    today = datetime.now(UTC).date()
    write_package(site, notebooks, output, engine, today, tell=lambda title: _tell(f"  {title}"))
    _tell(f"Exercices qui comptent : {len(exercises)}.")
    _tell(_done(output, [output]))
    _tell(_THEN_SCORM)


def _done(output: Path, files: Sequence[Path]) -> str:
    return f"C'est fait : {output} ({sum(file.stat().st_size for file in files) / 1e6:.0f} Mo)."


def _tell(words: str) -> None:
    sys.stdout.write(f"{words}\n")
    sys.stdout.flush()
