"""The command line: its commands, its options, its refusals, in French. The standard library alone."""

import argparse
import sys
from collections.abc import Sequence
from typing import NoReturn

PORTS = {"voila": 8866, "lab": 8888}
COMMANDS = {
    "voila": "ouvrir le cours pour la salle (sans commande, c'est elle)",
    "lab": "ouvrir les chapitres dans JupyterLab, sur cet ordinateur seulement",
    "slides": "écrire les diapositives, un fichier par chapitre",
    "sheets": "écrire les fiches à imprimer, en PDF ; avec --salle, les papiers de la salle",
    "site": "écrire le cours dans un dossier sans serveur, pour une clé USB",
    "export": "avec --scorm, écrire le cours pour Moodle ou une autre plateforme de formation",
    "check": "vérifier les fichiers de data/ et les carnets, et jouer les exercices",
    "bundle": "préparer une clé USB qui installe l'atelier sans Internet",
    "test": "vérifier l'atelier ; ce qui suit est transmis à pytest",
}


class _FrenchParser(argparse.ArgumentParser):
    """Refuses in French. Parameter: how the command is typed."""

    called = ""

    def error(self, message: str) -> NoReturn:
        """Replace argparse's English message."""
        del message
        self.exit(2, f"Cette commande n'a pas été comprise. Pour la liste des commandes : {self.called} --help\n")


def parse(called: str, title: str, version: str, arguments: Sequence[str] | None = None) -> argparse.Namespace:
    """Read the command line; `rest` is for the program behind each command but `lab`, which takes none.

    Parameters: how the command is typed, what the course is, its version.
    """
    listed = "\n".join(f"  {name:<14}{what}" for name, what in COMMANDS.items())
    parser = _FrenchParser(
        usage=argparse.SUPPRESS,
        description=f"Utilisation : {called} [commande] [options]\n\n{title}\n\nCommandes :\n{listed}",
        formatter_class=argparse.RawDescriptionHelpFormatter,
        add_help=False,
        allow_abbrev=False,
    )
    parser.called = called
    parser.add_argument("command", choices=COMMANDS, help=argparse.SUPPRESS)
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
    group.add_argument("--double-clic", action="store_true", help=argparse.SUPPRESS)  # any free port will do
    group.add_argument("--version", action="version", version=f"{version}\n", help="afficher la version")
    group.add_argument("-h", "--help", action="help", help="afficher cette aide")
    given = list(sys.argv[1:] if arguments is None else arguments)
    named = any(one in COMMANDS for one in given)
    options, options.rest = parser.parse_known_intermixed_args(given if named else ["voila", *given])
    if options.command in PORTS:
        options.port = options.port or PORTS[options.command]
    if options.rest and (options.command == "lab" or (options.command == "voila" and options.rest[0][:2] != "--")):
        parser.error("unknown arguments")
    return options
