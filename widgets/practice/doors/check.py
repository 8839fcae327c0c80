"""The command `python3 atelier.py check`."""

import sys
from importlib import import_module
from pathlib import Path

from practice.checking.check import faults_of, told
from practice.checking.spaces import put_spaces
from practice.doors.command import Parser
from practice.editions import NOTEBOOKS
from practice.loading.documents import Documents
from practice.site import Site

_HELP = """Utilisation : python3 atelier.py check [--edition ANNEE] [--spaces]

Vérifie tous les fichiers de data/ et tous les carnets, et joue tous les exercices. N'ouvre rien.

  --edition ANNEE    une seule édition (toutes si vous ne dites rien)
  --spaces           mettre d'abord les espaces insécables dans les textes des carnets
"""


def main(site: type[Site], arguments: list[str] | None = None) -> int:
    """Tell all that is wrong. Return the exit status: 1 if there is anything."""
    parser = Parser(_HELP)
    parser.add_argument("--edition", choices=(*site.years(), site.usual_edition))
    parser.add_argument("--quick", action="store_true")  # what a start checks: no exercise is played
    parser.add_argument("--copies", type=Path)  # a folder: the chapters, for whoever has them from a wheel
    parser.add_argument("--spaces", action="store_true")
    options = parser.parse_args(arguments)
    if options.spaces:
        folders = [site.notebooks, *sorted(site.data.glob(f"editions/*/{NOTEBOOKS}"))]
        sys.stdout.writelines(f"Espaces mises : {name}\n" for folder in folders for name in put_spaces(folder))
    editions = [options.edition] if options.edition else sorted({*site.years(), site.usual_edition})
    documents = Documents()
    play = not options.quick
    found = [fault for year in editions for fault in faults_of(site, year, play=play, documents=documents)]
    if found:
        sys.stderr.write(f"{told(list(dict.fromkeys(found)))}\n")
        return 1
    if options.copies:
        copies = import_module("practice.doors.own_copies")  # it needs what Jupyter brings, and a check does not
        copies.write_copies(site.load(options.edition or site.usual_edition), options.copies)
    if not options.quick:
        sys.stdout.write("Tout est juste : les fichiers de data/, les carnets, les exercices.\n")
    return 0
